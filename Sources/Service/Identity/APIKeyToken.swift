import Crypto
package import Domain

/// An API key: `o2c_<key id>_<secret><checksum>`, all in lower-case Crockford base32.
///
/// The secret is 160 random bits; the checksum refuses typing errors without a query, and the
/// prefix lets scanners find keys that leaked. It prints masked.
package struct APIKeyToken: Sendable {
  /// The public half: 26 characters, the id of the key as a resource.
  package let keyID: String
  /// 32 characters; never stored, shown once.
  let secret: String

  static let prefix = "o2c_"
  private static let keyIDLength = 26
  private static let secretLength = 32
  private static let checksumLength = 6

  /// A new key with a fresh secret.
  package static func make(keyID: ID<AnyResource>) -> APIKeyToken {
    let bits = SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Array($0) }
    return APIKeyToken(keyID: keyID.description, secret: Crockford.encode(bits))
  }

  private init(keyID: String, secret: String) {
    self.keyID = keyID
    self.secret = secret
  }

  /// Reads a key as it was sent; nil for anything that was not made by `make`, so that a typing
  /// error costs no query.
  package init?(_ text: String) {
    let length =
      Self.prefix.utf8.count + Self.keyIDLength + 1 + Self.secretLength + Self.checksumLength
    guard text.utf8.count == length, text.hasPrefix(Self.prefix) else { return nil }
    let parts = text.dropFirst(Self.prefix.count).split(separator: "_")
    guard parts.count == 2, parts[0].utf8.count == Self.keyIDLength,
      ID<AnyResource>(parts[0])?.description == String(parts[0])
    else { return nil }
    let secret = parts[1].dropLast(Self.checksumLength)
    guard secret.utf8.allSatisfy({ Crockford.digits.contains($0) }) else { return nil }
    self.init(keyID: String(parts[0]), secret: String(secret))
    guard checksum == parts[1].suffix(Self.checksumLength) else { return nil }
  }

  /// The whole key, to be shown once to who asked for it.
  package var revealed: String { "\(Self.prefix)\(keyID)_\(secret)\(checksum)" }

  /// The last characters, by which people tell their keys apart.
  package var lastFour: String { String(revealed.suffix(4)) }

  /// What is stored of the secret.
  package func mac(under pepper: Pepper) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(secret.utf8), using: pepper.key))
  }

  /// Compares in constant time.
  package func matches(_ mac: [UInt8], under pepper: Pepper) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      mac, authenticating: Array(secret.utf8), using: pepper.key)
  }

  /// 30 bits of SHA-256 over all that stands before it.
  private var checksum: String {
    let digest = SHA256.hash(data: Array("\(Self.prefix)\(keyID)_\(secret)".utf8))
    return String(Crockford.encode(Array(digest.prefix(5))).prefix(Self.checksumLength))
  }
}

extension APIKeyToken: CustomStringConvertible, CustomReflectable {
  package var description: String { "\(Self.prefix)\(keyID)_…" }
  package var customMirror: Mirror { Mirror(self, children: ["keyID": keyID]) }
}

/// The secret outside the database under which secrets are stored. It prints masked.
package struct Pepper: Sendable, CustomStringConvertible, CustomReflectable {
  let key: SymmetricKey

  /// - Parameter bytes: at least 32 random bytes; nil when there are fewer.
  package init?(bytes: [UInt8]) {
    guard bytes.count >= 32 else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// 32 fresh random bytes, for a new installation to keep in a file.
  package static func randomBytes() -> [UInt8] {
    SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
  }

  package var description: String { "Pepper(…)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Crockford {
  /// Bits in groups of five from the front, the last group filled with zeros.
  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8) | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(digits[Int((buffer >> UInt32(bits)) & 31)])
      }
    }
    if bits > 0 { text.append(digits[Int((buffer << UInt32(5 - bits)) & 31)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
