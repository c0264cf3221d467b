/// Refuses a change that was made from an older version than the one on the books.
func requireVersion<Row: Aggregate>(_ expected: Int64?, of row: Row) throws(Rejection) {
  guard let expected, expected != row.version else { return }
  throw Rejection(
    .etagMismatch, "It has changed since you read it. Read it again and repeat the change.",
    metadata: ["currentEtag": Etag.text(for: row.version)])
}

/// The opaque text of a version.
package enum Etag {
  package static func text(for version: Int64) -> String {
    var value = UInt64(bitPattern: version)
    var digits: [UInt8] = []
    repeat {
      digits.append(Crockford.digits[Int(value & 31)])
      value >>= 5
    } while value > 0
    return "v" + String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// Nil for a text that no version has.
  package static func version(of text: some StringProtocol) -> Int64? {
    guard text.utf8.first == UInt8(ascii: "v"), (2...14).contains(text.utf8.count) else {
      return nil
    }
    var value: Int64 = 0
    for byte in text.utf8.dropFirst() {
      guard let digit = Crockford.value(of: byte) else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 32)
      guard !overflow else { return nil }
      value = shifted + Int64(digit)
    }
    return value
  }
}
