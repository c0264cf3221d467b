import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  /// The secret is made here, told once in the first answer, and kept nowhere.
  package func createApiKey(
    request: ServerRequest<O2c_V1_CreateApiKeyRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ApiKey> {
    let isPreview = request.message.validateOnly
    let now = environment.clock.now()
    let token = APIKeyToken.make(keyID: RequestIdentity.make(now: now).retyped())
    let pepper = environment.pepper
    return try await Mutation("o2c.v1.AdminService/CreateApiKey", in: environment).perform(
      request.message,
      command: { request, shape -> CreateAPIKey? in
        let expireTime = shape.instant(
          request.expireTime, isSet: request.hasExpireTime, "expire_time")
        return shape.id(request.principal, Names.principal, "principal").map {
          CreateAPIKey(
            principal: $0, keyID: token.keyID, secretMAC: token.mac(under: pepper),
            lastFour: token.lastFour, expireTime: expireTime ?? now.adding(days: 365),
            note: request.note)
        }
      },
      reply: { key in
        var message = O2c_V1_ApiKey(key, now: now)
        message.secret = token.revealed
        if isPreview { message.makePreview() }
        return message
      },
      withoutSecrets: { message in
        var message = message
        message.secret = ""
        return message
      }
    ).response
  }
}
