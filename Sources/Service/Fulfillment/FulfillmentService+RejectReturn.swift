import Domain
package import GRPCCore
package import OrderToCashAPI

extension FulfillmentService {
  package func rejectReturn(
    request: ServerRequest<O2c_V1_RejectReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.FulfillmentService/RejectReturn", in: environment).perform(
      request.message,
      command: { request, shape -> RejectReturn? in
        shape.id(request.name, Names.returned, "name").map {
          RejectReturn(
            return: $0, expectedVersion: shape.version(request.etag), reason: request.reason,
            note: request.note)
        }
      },
      reply: {
        var message = O2c_V1_Return($0)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
