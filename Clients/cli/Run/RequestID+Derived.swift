import Crypto
import Foundation
import OrderToCash

extension RequestID {
  /// The id of one of several things that are done under this one: the same for the same key, with
  /// the time of this one. So a repeated command acts once on each of them.
  func derived(for key: String) -> RequestID {
    var bytes = Array(SHA256.hash(data: Array("\(self)/\(key)".utf8)).prefix(16))
    for index in 0..<6 {
      bytes[index] = UInt8(truncatingIfNeeded: unixMilliseconds >> (40 - 8 * UInt64(index)))
    }
    bytes[6] = 0x70 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    var text = ""
    for (index, digit) in hex.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    guard let id = RequestID(text) else {
      preconditionFailure("a derived request id must be a UUIDv7: \(text)")
    }
    return id
  }
}
