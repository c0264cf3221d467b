import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func revokeCertificate(
    request: ServerRequest<O2c_V1_RevokeCertificateRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Certificate> {
    let now = environment.clock.now()
    return try await Mutation("o2c.v1.AdminService/RevokeCertificate", in: environment).perform(
      request.message,
      command: { request, _ -> RevokeCertificate? in
        RevokeCertificate(fingerprint: request.fingerprint, note: request.note)
      },
      reply: { O2c_V1_Certificate($0, now: now) }
    ).response
  }
}
