import Domain
package import GRPCCore
package import OrderToCashAPI

extension FulfillmentService {
  package func authorizeReturn(
    request: ServerRequest<O2c_V1_AuthorizeReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.FulfillmentService/AuthorizeReturn", in: environment).perform(
      request.message,
      command: { request, shape -> AuthorizeReturn? in
        shape.id(request.name, Names.returned, "name").map {
          AuthorizeReturn(
            return: $0, expectedVersion: shape.version(request.etag), note: request.note)
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
