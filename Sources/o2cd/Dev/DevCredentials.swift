import Domain
import Foundation
import Service

/// The credentials of `o2cd dev`: a CA of its own, kept; a certificate for the server, fresh at
/// every start; one for the admin, and a key for a partner, made with the seller.
struct DevCredentials: Sendable {
  let authority: CertificateAuthority
  let secrets: InstallationSecrets

  init(_ directory: DevDirectory) throws {
    if directory.has(directory.caKey), directory.has(directory.caCertificate) {
      authority = try CertificateAuthority(
        certificatePEM: String(contentsOfFile: directory.caCertificate, encoding: .utf8),
        keyPEM: directory.readSecret(directory.caKey))
    } else {
      authority = try CertificateAuthority.make()
      try directory.writeSecret(authority.keyPEM, to: directory.caKey)
      try directory.write(authority.certificatePEM, to: directory.caCertificate)
    }
    if !directory.has(directory.pepper) {
      try directory.writeSecret(Hexadecimal.text(Pepper.randomBytes()), to: directory.pepper)
    }
    secrets = try InstallationSecrets(path: directory.pepper)
    let server = try authority.issueServer()
    try directory.writeSecret(server.keyPEM, to: directory.serverKey)
    try directory.write(server.certificatePEM, to: directory.serverCertificate)
  }
}
