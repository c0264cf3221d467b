import Crypto
import Foundation
import SwiftASN1
package import X509

/// What a client certificate says about its holder: the URI of its subject alternative name, never
/// the common name.
package struct PeerIdentity: Sendable, Hashable {
  /// `o2c://principals/<id>`.
  package let uri: String
  /// SHA-256 over the DER, lower-case hex.
  package let fingerprint: String
  package let notValidAfter: Int64

  /// Nil for a certificate without exactly one URI of ours.
  package init?(_ certificate: X509.Certificate) {
    guard let names = try? certificate.extensions.subjectAlternativeNames else { return nil }
    let uris = names.compactMap { name -> String? in
      if case .uniformResourceIdentifier(let uri) = name { uri } else { nil }
    }
    guard uris.count == 1, uris[0].hasPrefix(Self.prefix) else { return nil }
    guard let fingerprint = try? certificate.sha256Fingerprint() else { return nil }
    uri = uris[0]
    self.fingerprint = fingerprint
    notValidAfter = Int64(certificate.notValidAfter.timeIntervalSince1970)
  }

  package static let prefix = "o2c://principals/"
}

extension X509.Certificate {
  /// SHA-256 over the DER, lower-case hex: how certificates are named in the deny-list.
  package func sha256Fingerprint() throws -> String {
    var serializer = DER.Serializer()
    try serializer.serialize(self)
    return SHA256.hash(data: serializer.serializedBytes).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
