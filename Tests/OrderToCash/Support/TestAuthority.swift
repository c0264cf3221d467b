import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority that lives as long as a test, and a server certificate for loopback.
struct TestAuthority {
  let rootPEM: String
  let serverPEM: String
  let serverKeyPEM: String

  init() throws {
    let rootKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let rootName = try DistinguishedName { CommonName("o2c test authority") }
    let root = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: rootKey.publicKey,
      notValidBefore: .now.addingTimeInterval(-3_600),
      notValidAfter: .now.addingTimeInterval(3_600),
      issuer: rootName, subject: rootName, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      },
      issuerPrivateKey: rootKey)
    let serverKey = Certificate.PrivateKey(P256.Signing.PrivateKey())
    let server = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: serverKey.publicKey,
      notValidBefore: .now.addingTimeInterval(-3_600),
      notValidAfter: .now.addingTimeInterval(3_600),
      issuer: rootName, subject: try DistinguishedName { CommonName("o2c test server") },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames([
          .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
        ])
      },
      issuerPrivateKey: rootKey)
    rootPEM = try root.serializeAsPEM().pemString
    serverPEM = try server.serializeAsPEM().pemString
    serverKeyPEM = try serverKey.serializeAsPEM().pemString
  }
}
