import Crypto
package import Domain

/// What a page token belongs to. Another list, another filter or another caller is a mismatch.
package struct PageScope: Sendable {
  package var seller: ID<Seller>
  package var principal: ID<Principal>
  /// The full name of the method.
  package var method: String
  /// Everything of the request that decides which rows come and in which order: parent, filter,
  /// order, view, dates. Not the page size, which may change from page to page.
  package var query: [String]

  package init(
    seller: ID<Seller>, principal: ID<Principal>, method: String, query: [String]
  ) {
    self.seller = seller
    self.principal = principal
    self.method = method
    self.query = query
  }
}

/// Makes and reads page tokens: the keys of the last row seen and the time of issue, under a MAC
/// that also covers what the token belongs to. A token is opaque, grants nothing, and lives 3 days.
package struct PageTokens: Sendable {
  /// In days.
  package static let lifetime: Int64 = 3

  private let key: SymmetricKey
  /// Those of previews, under a key of their own from the same secret.
  package let previewTokens: PreviewTokens

  /// - Parameter key: secret, and the same on all servers of an installation.
  package init(key: [UInt8]) {
    previewTokens = PreviewTokens(key: key)
    self.key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key), info: Array("o2c page tokens".utf8),
      outputByteCount: 32)
  }

  /// - Parameter position: the values of the sort keys of the last row, as the store gave them.
  package func token(after position: [UInt8], in scope: PageScope, now: Instant) -> String {
    var bytes: [UInt8] = [Self.version]
    withUnsafeBytes(of: now.microseconds.bigEndian) { bytes += $0 }
    bytes += digest(of: scope)
    bytes += position
    bytes += HMAC<SHA256>.authenticationCode(for: bytes, using: key).prefix(Self.macLength)
    return Base64URL.encode(bytes)
  }

  /// The position in a token.
  ///
  /// - Throws: PAGE_TOKEN_INVALID for what we did not make, PAGE_TOKEN_MISMATCH for a token of
  ///   another list, PAGE_TOKEN_EXPIRED after 3 days.
  package func position(
    in token: String, for scope: PageScope, now: Instant
  ) throws(Rejection) -> [UInt8] {
    let header = 1 + 8 + Self.digestLength
    guard let bytes = Base64URL.decode(token), bytes.count >= header + Self.macLength,
      bytes[0] == Self.version, isAuthentic(bytes)
    else {
      throw Rejection(
        .pageTokenInvalid, "The page_token is not one that a list gave. Start the list again.")
    }
    guard bytes[9..<header].elementsEqual(digest(of: scope)) else {
      throw Rejection(
        .pageTokenMismatch,
        "The page_token belongs to another list, filter, order or view. Start the list again.")
    }
    let issued = bytes[1..<9].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard now < Instant(microseconds: issued).adding(days: Self.lifetime) else {
      throw Rejection(
        .pageTokenExpired,
        "The page_token is older than \(Self.lifetime) days. Start the list again.")
    }
    return Array(bytes[header..<(bytes.count - Self.macLength)])
  }

  private static let version: UInt8 = 1
  private static let macLength = 16
  private static let digestLength = 16

  private func isAuthentic(_ bytes: [UInt8]) -> Bool {
    let mac = HMAC<SHA256>.authenticationCode(for: bytes.dropLast(Self.macLength), using: key)
    // Every byte is looked at, whatever the first difference is.
    return zip(mac, bytes.suffix(Self.macLength)).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Every part with its length before it, so that no two scopes have the same bytes.
  private func digest(of scope: PageScope) -> [UInt8] {
    var hash = SHA256()
    for part in ["\(scope.seller)", "\(scope.principal)", scope.method] + scope.query {
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    return Array(hash.finalize().prefix(Self.digestLength))
  }
}

/// Base64 for URLs, without padding (RFC 4648 §5).
enum Base64URL {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(digits[Int(buffer >> bits & 63)])
      }
    }
    if bits > 0 { text.append(digits[Int(buffer << (6 - bits) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for other characters, padding, and bits that no encoding leaves.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for character in text.utf8 {
      guard let value = value(of: character) else { return nil }
      buffer = buffer << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
      buffer &= (1 << bits) - 1
    }
    return bits < 6 && buffer == 0 ? bytes : nil
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case 65...90: UInt32(character - 65)
    case 97...122: UInt32(character - 71)
    case 48...57: UInt32(character + 4)
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
