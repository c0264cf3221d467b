import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension CustomerService {
  package func getCustomer(
    request: ServerRequest<O2c_V1_GetCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.customer)
    let found: Customer = try await reading.get(
      GetCustomer(id), named: request.message.name)
    return ServerResponse(message: O2c_V1_Customer(found))
  }
}
