import Domain
package import GRPCCore
package import OrderToCashAPI
import Synchronization

extension AdminService {
  /// The certificate is signed before the command: what the core puts on record is its fingerprint.
  package func issueCertificate(
    request: ServerRequest<O2c_V1_IssueCertificateRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Certificate> {
    let isPreview = request.message.validateOnly
    let now = environment.clock.now()
    let signing = ClientCertificate(authority: environment.authority, now: now)
    let chain = Mutex("")
    return try await Mutation("o2c.v1.AdminService/IssueCertificate", in: environment).perform(
      request.message,
      command: { request, shape -> IssueCertificate? in
        guard let made = signing.issue(request, &shape) else { return nil }
        chain.withLock { $0 = made.chain }
        return made.command
      },
      reply: { certificate in
        var message = O2c_V1_Certificate(certificate, now: now)
        message.certificateChain = chain.withLock { $0 }
        if isPreview {
          message.certificateChain = ""
          message.fingerprint = ""
        }
        return message
      }
    ).response
  }
}
