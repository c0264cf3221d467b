import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

@testable import Postgres

/// A person of the seller with roles and bounds of their own.
struct Clerk: Sendable {
  let principal: Principal
  let configuration: Configuration
}

extension Database {
  /// A person with these roles, whose authority for a permission ends at an amount in cents.
  func addClerk(
    _ name: String, roles: [String], authority: [String: Int64] = [:], by o2c: OrderToCashClient,
    at server: ServerProcess
  ) async throws -> Clerk {
    let file = "\(self.name)-\(name)"
    let principal = try await o2c.admin.createPrincipal(
      .with {
        $0.principal.kind = .admin
        $0.principal.displayName = name
        $0.principal.roles = roles
        $0.principal.authority = authority.sorted { $0.key < $1.key }.map { row in
          .with {
            $0.permission = row.key
            $0.amount = .euro(row.value)
          }
        }
        $0.note = "Clerk for a test"
      })
    let request = try await Secrets.request(file, in: installation.folder)
    let certificate = try await o2c.admin.issueCertificate(
      .with {
        $0.principal = principal.name
        $0.certificateRequest = request
        $0.note = "Certificate for a test"
      })
    let chain = "\(installation.folder)/\(file).pem"
    try Files.write(certificate.certificateChain, to: chain)
    var configuration = configuration(server)
    configuration.credential = .certificate(
      chain: chain, key: "\(installation.folder)/\(file).key")
    return Clerk(principal: principal, configuration: configuration)
  }
}
