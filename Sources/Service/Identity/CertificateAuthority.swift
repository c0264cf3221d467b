import Crypto
package import Domain
package import Foundation
import SwiftASN1
package import X509

/// Issues the certificates of an installation: one for the server, one for each principal.
///
/// All keys are ECDSA P-256. The holder of a client certificate is the URI in its subject
/// alternative name.
package struct CertificateAuthority: Sendable {
  package let certificate: X509.Certificate
  private let key: X509.Certificate.PrivateKey

  package enum Failure: Error, Equatable {
    /// The request is no PKCS#10 in PEM, or its signature does not prove that its sender has the
    /// key.
    case requestInvalid
    /// Only ECDSA keys on P-256 or P-384 are certified.
    case keyNotAllowed
    /// The CA's own files do not belong together or do not hold what they should.
    case filesInvalid
  }

  /// A CA from its certificate and key in PEM.
  package init(certificatePEM: String, keyPEM: String) throws {
    certificate = try X509.Certificate(pemEncoded: certificatePEM)
    key = try X509.Certificate.PrivateKey(pemEncoded: keyPEM)
    guard key.publicKey == certificate.publicKey else { throw Failure.filesInvalid }
  }

  private init(certificate: X509.Certificate, key: X509.Certificate.PrivateKey) {
    self.certificate = certificate
    self.key = key
  }

  /// A new CA that signs itself, valid for ten years.
  package static func make(
    name: String = "o2c development CA", now: Date = Date()
  ) throws -> CertificateAuthority {
    let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
    let subject = try DistinguishedName { CommonName(name) }
    let certificate = try X509.Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.publicKey,
      notValidBefore: now.addingTimeInterval(-clockTolerance),
      notValidAfter: now.addingTimeInterval(10 * 365 * day), issuer: subject, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: X509.Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.publicKey)
      }, issuerPrivateKey: key)
    return CertificateAuthority(certificate: certificate, key: key)
  }

  package var certificatePEM: String { get throws { try certificate.serializeAsPEM().pemString } }
  /// Secret: belongs into a file of mode 0600.
  package var keyPEM: String { get throws { try key.serializeAsPEM().pemString } }

  /// Clocks differ: what is issued now is valid a little before.
  private static let clockTolerance: TimeInterval = 300
  private static let day: TimeInterval = 86_400

  /// A certificate for the server on this machine, with a fresh key: localhost and both loopback
  /// addresses, and whatever names are given.
  package func issueServer(
    names: [String] = [], validDays: Int = 365, now: Date = Date()
  ) throws -> IssuedCertificate {
    let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
    var loopback6 = [UInt8](repeating: 0, count: 16)
    loopback6[15] = 1
    let alternatives: [GeneralName] =
      (["localhost"] + names).map { .dnsName($0) } + [
        .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
        .ipAddress(ASN1OctetString(contentBytes: loopback6[...])),
      ]
    let issued = try sign(
      publicKey: key.publicKey, commonName: names.first ?? "localhost",
      alternatives: alternatives, usage: .serverAuth, validDays: validDays, now: now)
    return IssuedCertificate(certificate: issued, key: key, authority: certificate)
  }

  /// A client certificate with a fresh key, for `o2cd dev` and tests. Elsewhere the holder makes
  /// the key and sends a request.
  package func issueClient(
    principal: ID<Principal>, validDays: Int = 365, now: Date = Date()
  ) throws -> IssuedCertificate {
    let key = X509.Certificate.PrivateKey(P256.Signing.PrivateKey())
    let issued = try client(key.publicKey, principal: principal, validDays: validDays, now: now)
    return IssuedCertificate(certificate: issued, key: key, authority: certificate)
  }

  /// A client certificate for the key in a PKCS#10 request. Nothing else is taken from the request:
  /// the names come from us.
  ///
  /// - Throws: `Failure` when the request is broken or its key is not allowed.
  package func issueClient(
    requestPEM: String, principal: ID<Principal>, validDays: Int, now: Date = Date()
  ) throws -> X509.Certificate {
    let request: CertificateSigningRequest
    do {
      request = try CertificateSigningRequest(pemEncoded: requestPEM)
    } catch {
      throw Failure.requestInvalid
    }
    guard request.publicKey.isValidSignature(request.signature, for: request) else {
      throw Failure.requestInvalid
    }
    guard
      P256.Signing.PublicKey(request.publicKey) != nil
        || P384.Signing.PublicKey(request.publicKey) != nil
    else { throw Failure.keyNotAllowed }
    return try client(request.publicKey, principal: principal, validDays: validDays, now: now)
  }

  private func client(
    _ publicKey: X509.Certificate.PublicKey, principal: ID<Principal>, validDays: Int, now: Date
  ) throws -> X509.Certificate {
    try sign(
      publicKey: publicKey, commonName: principal.description,
      alternatives: [.uniformResourceIdentifier("\(PeerIdentity.prefix)\(principal)")],
      usage: .clientAuth, validDays: validDays, now: now)
  }

  private func sign(
    publicKey: X509.Certificate.PublicKey, commonName: String, alternatives: [GeneralName],
    usage: ExtendedKeyUsage.Usage, validDays: Int, now: Date
  ) throws -> X509.Certificate {
    try X509.Certificate(
      version: .v3, serialNumber: .init(), publicKey: publicKey,
      notValidBefore: now.addingTimeInterval(-Self.clockTolerance),
      notValidAfter: now.addingTimeInterval(Double(validDays) * Self.day),
      issuer: certificate.subject, subject: try DistinguishedName { CommonName(commonName) },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: X509.Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([usage])
        SubjectAlternativeNames(alternatives)
        AuthorityKeyIdentifier(
          keyIdentifier: SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier)
      }, issuerPrivateKey: key)
  }
}

/// A certificate with its key and the CA that signed it.
package struct IssuedCertificate: Sendable {
  package let certificate: X509.Certificate
  private let key: X509.Certificate.PrivateKey
  package let authority: X509.Certificate

  init(
    certificate: X509.Certificate, key: X509.Certificate.PrivateKey, authority: X509.Certificate
  ) {
    self.certificate = certificate
    self.key = key
    self.authority = authority
  }

  package var certificatePEM: String { get throws { try certificate.serializeAsPEM().pemString } }
  /// Secret: belongs into a file of mode 0600.
  package var keyPEM: String { get throws { try key.serializeAsPEM().pemString } }
}
