import Crypto
package import Domain
import Foundation
package import SwiftProtobuf

/// What makes a request the same request: its id, which carries its time, and the hash of what it
/// asks for.
package enum RequestIdentity {
  /// Replies are kept as long as ids are accepted.
  package static let keptDays: Int64 = 14

  /// - Throws: REQUEST_ID_INVALID, REQUEST_ID_EXPIRED.
  package static func check(_ id: ID<Request>, now: Instant) throws(Rejection) {
    guard id.isVersion7, id.milliseconds <= now.adding(hours: 1).milliseconds else {
      throw invalid(id.uuidText)
    }
    guard id.milliseconds >= now.adding(days: -keptDays).milliseconds else {
      throw Rejection(
        .requestIDExpired, "The request_id is older than \(keptDays) days. Make a new one.",
        metadata: ["requestId": id.uuidText])
    }
  }

  package static func invalid(_ text: String) -> Rejection {
    Rejection(
      .requestIDInvalid,
      "request_id must be a UUIDv7, made by the client for this one intent, not in the future.",
      metadata: ["requestId": String(text.prefix(64))])
  }

  /// SHA-256 over the method's full name and the deterministic bytes of the request, which must
  /// come without its request id.
  package static func hash(
    of request: some Message, method: String
  ) throws -> (hash: [UInt8], byteCount: Int) {
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    let bytes: [UInt8] = try request.serializedBytes(options: options)
    var hash = SHA256()
    method.withContiguousBytes { hash.update(bufferPointer: $0) }
    hash.update(data: bytes)
    return (Array(hash.finalize()), bytes.count)
  }

  /// A fresh UUIDv7.
  package static func make(now: Instant) -> ID<Request> {
    var generator = SystemRandomNumberGenerator()
    let high =
      UInt64(now.milliseconds) << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &generator)
    let low = 0b10 << 62 | generator.next() >> 2
    return ID(high: high, low: low)
  }
}

extension String {
  fileprivate func withContiguousBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    var copy = self
    copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}

extension ID {
  /// The usual text of a UUID, `01a1913d-aa20-726b-b2a7-4de452e6b438`.
  package var uuidText: String {
    let hex = String(high, radix: 16).leftPadded(16) + String(low, radix: 16).leftPadded(16)
    var parts: [Substring] = []
    var rest = hex[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  /// Reads the text of a UUID in either case; nil for anything else.
  package init?(uuid text: String) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var count = 0
    for (index, byte) in text.utf8.enumerated() {
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let value: UInt64
      switch byte {
      case 48...57: value = UInt64(byte - 48)
      case 97...102: value = UInt64(byte - 87)
      case 65...70: value = UInt64(byte - 55)
      default: return nil
      }
      if count < 16 { high = high << 4 | value } else { low = low << 4 | value }
      count += 1
    }
    guard count == 32, text.utf8.count == 36 else { return nil }
    self.init(high: high, low: low)
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
