import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension FulfillmentService {
  package func getReturn(
    request: ServerRequest<O2c_V1_GetReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.returned)
    let found: Return = try await reading.get(GetReturn(id), named: request.message.name)
    return ServerResponse(message: O2c_V1_Return(found))
  }
}
