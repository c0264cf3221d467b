import Crypto
import Foundation
import Service

/// What is made of the pepper file, the one secret of an installation outside the database: the
/// pepper itself, under which credentials are stored, and a key for page tokens, derived from it.
struct InstallationSecrets: Sendable {
  let pepper: Pepper
  let pageTokenKey: [UInt8]

  struct Invalid: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) does not hold at least 64 hexadecimal digits" }
  }

  /// - Throws: when the file is open to others, or too short.
  init(path: String) throws {
    let text = try SecretFile.read(URL(filePath: path))
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard let bytes = Hexadecimal.bytes(text), let pepper = Pepper(bytes: bytes) else {
      throw Invalid(path: path)
    }
    self.pepper = pepper
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes), info: Array("o2c page tokens".utf8),
      outputByteCount: 32)
    pageTokenKey = key.withUnsafeBytes { Array($0) }
  }
}

/// Bytes as pairs of hexadecimal digits.
enum Hexadecimal {
  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.map(\.hexDigitValue)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
