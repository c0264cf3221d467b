import Domain
import Foundation
import OrderToCashAPI
import SwiftASN1
import X509

/// Signs the key of a certificate request for a principal.
struct ClientCertificate {
  static let usualDays = 90
  static let mostDays = 825

  let authority: CertificateAuthority
  let now: Instant

  /// The command that puts the certificate on record, and the chain for its holder in PEM; nil
  /// with faults where the request is none or asks for too much.
  func issue(
    _ request: O2c_V1_IssueCertificateRequest, _ shape: inout Shape
  ) -> (command: IssueCertificate, chain: String)? {
    let principal = shape.id(request.principal, Names.principal, "principal")
    let end = shape.instant(request.expireTime, isSet: request.hasExpireTime, "expire_time")
    let days = end.map { Int(($0.microseconds - now.microseconds) / 86_400_000_000) }
    if let days, !(1...Self.mostDays).contains(days) {
      shape.add("expire_time", .fieldOutOfRange, "A certificate is for 1 to \(Self.mostDays) days.")
    }
    guard let principal, shape.faults.isEmpty else { return nil }
    do {
      let certificate = try authority.issueClient(
        requestPEM: request.certificateRequest, principal: principal,
        validDays: days ?? Self.usualDays,
        now: Date(timeIntervalSince1970: Double(now.microseconds / 1_000_000)))
      guard let peer = PeerIdentity(certificate) else {
        throw CertificateAuthority.Failure.requestInvalid
      }
      let command = IssueCertificate(
        principal: principal, uri: peer.uri, fingerprint: peer.fingerprint,
        expireTime: Instant(microseconds: peer.notValidAfter * 1_000_000), note: request.note)
      let own = try certificate.serializeAsPEM().pemString
      return (command, "\(own)\n\(try authority.certificatePEM)\n")
    } catch CertificateAuthority.Failure.keyNotAllowed {
      shape.add("certificate_request", .fieldInvalid, "The key must be ECDSA on P-256 or P-384.")
    } catch {
      shape.add(
        "certificate_request", .fieldInvalid,
        "A certificate signing request, PKCS #10 in PEM, signed with its own key.")
    }
    return nil
  }
}
