import Crypto
import Domain
import Foundation
import SwiftASN1
import Testing
import X509

@testable import Service

@Suite("The certificate authority")
struct CertificateAuthorityTests {
  static let principal = ID<Principal>("01m68kvah0e9nv59tdwh9edd1r")!

  @Test("a CA reads back from its files, and only with its own key")
  func files() throws {
    let authority = try CertificateAuthority.make()
    let other = try CertificateAuthority.make()
    let read = try CertificateAuthority(
      certificatePEM: try authority.certificatePEM, keyPEM: try authority.keyPEM)
    #expect(read.certificate == authority.certificate)
    #expect(throws: CertificateAuthority.Failure.filesInvalid) {
      try CertificateAuthority(
        certificatePEM: try authority.certificatePEM, keyPEM: try other.keyPEM)
    }
  }

  @Test("a request with a proven P-256 key becomes a certificate that names our principal")
  func request() throws {
    let authority = try CertificateAuthority.make()
    let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
    // What the request claims to be is of no interest.
    let request = try CertificateSigningRequest(
      version: .v1, subject: try DistinguishedName { CommonName("root") }, privateKey: key,
      attributes: .init(), signatureAlgorithm: .ecdsaWithSHA256)
    let pem = try request.serializeAsPEM().pemString
    let certificate = try authority.issueClient(
      requestPEM: pem, principal: Self.principal, validDays: 30)
    let peer = try #require(PeerIdentity(certificate))
    #expect(peer.uri == "o2c://principals/\(Self.principal)")
    #expect(peer.fingerprint.count == 64)
    #expect(certificate.publicKey == key.publicKey)
    #expect(
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    #expect("\(certificate.subject)" == "CN=\(Self.principal)")
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    let hex = SHA256.hash(data: serializer.serializedBytes).description.suffix(64)
    #expect(peer.fingerprint == hex)
  }

  @Test("a broken request, a foreign signature and an RSA or Ed25519 key are refused")
  func badRequests() throws {
    let authority = try CertificateAuthority.make()
    #expect(throws: CertificateAuthority.Failure.requestInvalid) {
      try authority.issueClient(requestPEM: "hello", principal: Self.principal, validDays: 1)
    }
    let edwards = X509.Certificate.PrivateKey(Curve25519.Signing.PrivateKey())
    let request = try CertificateSigningRequest(
      version: .v1, subject: try DistinguishedName { CommonName("x") }, privateKey: edwards,
      attributes: .init(), signatureAlgorithm: .ed25519)
    let pem = try request.serializeAsPEM().pemString
    #expect(throws: CertificateAuthority.Failure.keyNotAllowed) {
      try authority.issueClient(requestPEM: pem, principal: Self.principal, validDays: 1)
    }
    let mine = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
    let good = try CertificateSigningRequest(
      version: .v1, subject: try DistinguishedName { CommonName("x") }, privateKey: mine,
      attributes: .init(), signatureAlgorithm: .ecdsaWithSHA256)
    var serializer = DER.Serializer()
    try serializer.serialize(good)
    var bytes = serializer.serializedBytes
    // The last byte belongs to the signature.
    bytes[bytes.count - 1] ^= 1
    let forged = PEMDocument(type: "CERTIFICATE REQUEST", derBytes: bytes).pemString
    #expect(throws: CertificateAuthority.Failure.requestInvalid) {
      try authority.issueClient(requestPEM: forged, principal: Self.principal, validDays: 1)
    }
  }

  @Test("keys lie in files of mode 0600, and a file that others may read is refused")
  func secretFiles() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "o2c-secret-\(UInt32.random(in: .min ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ca.key")
    try SecretFile.write("secret", to: file)
    try SecretFile.write("newer", to: file)
    let mode =
      try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try SecretFile.read(file) == "newer")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    #expect(throws: SecretFile.Failure.tooOpen("ca.key")) { try SecretFile.read(file) }
  }
}
