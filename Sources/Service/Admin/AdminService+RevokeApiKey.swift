import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func revokeApiKey(
    request: ServerRequest<O2c_V1_RevokeApiKeyRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ApiKey> {
    let isPreview = request.message.validateOnly
    let now = environment.clock.now()
    return try await Mutation("o2c.v1.AdminService/RevokeApiKey", in: environment).perform(
      request.message,
      command: { request, shape -> RevokeAPIKey? in
        guard let (principal, key) = Names.apiKey(in: request.name) else {
          shape.add(
            "name", .identifierInvalid,
            "A resource name of the form principals/{id}/apiKeys/{id}.")
          return nil
        }
        return RevokeAPIKey(
          principal: principal, apiKey: key, expectedVersion: shape.version(request.etag),
          note: request.note)
      },
      reply: { key in
        var message = O2c_V1_ApiKey(key, now: now)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
