import Crypto
package import Domain
import OrderToCashAPI
import SwiftProtobuf

/// What a preview token belongs to: a caller and the order that was asked for.
package struct PreviewScope: Sendable {
  let seller: ID<Seller>
  let principal: ID<Principal>
  /// SHA-256 over the order as it was asked.
  let inputs: [UInt8]

  init(seller: ID<Seller>, principal: ID<Principal>, order: O2c_V1_Order) {
    self.seller = seller
    self.principal = principal
    var asked = order
    asked.previewToken = ""
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    let bytes: [UInt8] = (try? asked.serializedBytes(options: options)) ?? []
    inputs = Array(SHA256.hash(data: bytes))
  }
}

/// Makes and reads preview tokens: what a caller was shown, under a MAC that also covers whom and
/// what it was shown for. A token holds no place and no stock; it lives half an hour.
package struct PreviewTokens: Sendable {
  /// In seconds.
  package static let lifetime: Int64 = 1800
  /// Longer than that of the largest order.
  package static let longest = 65_536

  private let key: SymmetricKey

  /// - Parameter key: secret, and the same on all servers of an installation.
  package init(key: [UInt8]) {
    self.key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key), info: Array("o2c preview tokens".utf8),
      outputByteCount: 32)
  }

  package func token(for facts: PreviewFacts, of scope: PreviewScope, now: Instant) -> String {
    var writer = FactWriter()
    writer.bytes = [Self.version]
    writer.fixed(now.microseconds)
    writer.bytes += digest(of: scope)
    writer.write(facts)
    let mac = HMAC<SHA256>.authenticationCode(for: writer.bytes, using: key)
    return Base64URL.encode(writer.bytes + mac.prefix(Self.macLength))
  }

  /// What was shown.
  ///
  /// - Throws: INVALID_FIELDS for a token that we did not make, that belongs to another order or
  ///   caller, or that is too old.
  package func facts(
    in token: String, for scope: PreviewScope, now: Instant
  ) throws(Rejection) -> PreviewFacts {
    let header = 1 + 8 + Self.digestLength
    guard let bytes = Base64URL.decode(token), bytes.count >= header + Self.macLength,
      bytes[0] == Self.version, isAuthentic(bytes)
    else { throw Self.fault("It is not one that PreviewOrder gave.") }
    guard bytes[9..<header].elementsEqual(digest(of: scope)) else {
      throw Self.fault("It belongs to another order or another caller. Preview this one.")
    }
    let issued = bytes[1..<9].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard now < Instant(microseconds: issued).adding(seconds: Self.lifetime) else {
      throw Self.fault("It is older than \(Self.lifetime / 60) minutes. Preview the order again.")
    }
    var reader = FactReader(bytes: bytes[header..<(bytes.count - Self.macLength)])
    guard let facts = reader.facts() else { throw Self.fault("It is damaged.") }
    return facts
  }

  private static func fault(_ text: String) -> Rejection {
    .invalidField("preview_token", .fieldInvalid, text)
  }

  private static let version: UInt8 = 1
  private static let macLength = 16
  private static let digestLength = 16

  private func isAuthentic(_ bytes: [UInt8]) -> Bool {
    let mac = HMAC<SHA256>.authenticationCode(for: bytes.dropLast(Self.macLength), using: key)
    // Every byte is looked at, whatever the first difference is.
    return zip(mac, bytes.suffix(Self.macLength)).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func digest(of scope: PreviewScope) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array("\(scope.seller)/\(scope.principal)/".utf8))
    hash.update(data: scope.inputs)
    return Array(hash.finalize().prefix(Self.digestLength))
  }
}
