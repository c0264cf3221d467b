import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func suspendPrincipal(
    request: ServerRequest<O2c_V1_SuspendPrincipalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Principal> {
    let isPreview = request.message.validateOnly
    let currency = try await Reading(in: environment).ownSeller().currency
    return try await Mutation("o2c.v1.AdminService/SuspendPrincipal", in: environment).perform(
      request.message,
      command: { request, shape -> SuspendPrincipal? in
        shape.id(request.name, Names.principal, "name").map {
          SuspendPrincipal(
            principal: $0, expectedVersion: shape.version(request.etag), reason: request.reason,
            note: request.note)
        }
      },
      reply: { principal in
        var message = O2c_V1_Principal(principal, currency: currency)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
