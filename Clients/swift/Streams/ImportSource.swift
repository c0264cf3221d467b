import Crypto
import Foundation

/// The records of an import: a file of at most 64 MiB, and its checksum.
public struct ImportSource: Sendable {
  let bytes: Data
  /// SHA-256 in lower-case hexadecimal digits; the server refuses what does not match.
  public let sha256: String

  /// Bytes in the contract's size of a piece.
  static let chunk = 256 * 1_024

  /// Records that are at hand.
  public init(bytes: [UInt8]) {
    self.init(data: Data(bytes))
  }

  /// Records in a file.
  ///
  /// - Throws: ``OrderToCashError`` with reason ``Reason/fileCorrupt`` when it cannot be read.
  public init(file path: String) throws {
    do {
      self.init(data: try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
    } catch {
      throw OrderToCashError(
        code: .invalidArgument, reason: .fileCorrupt, message: "\(path) cannot be read: \(error)",
        outcome: .notApplied)
    }
  }

  private init(data: Data) {
    bytes = data
    sha256 = SHA256.hash(data: data).reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }

  /// Size in bytes.
  public var size: Int { bytes.count }

  /// The piece that begins at an offset; empty at the end.
  func piece(at offset: Int) -> Data {
    let start = bytes.startIndex + min(max(0, offset), bytes.count)
    return bytes[start..<min(start + Self.chunk, bytes.endIndex)]
  }
}
