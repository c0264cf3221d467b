/// The identity of one thing: a UUIDv7, written as 26 characters of lower-case Crockford base32.
///
/// The phantom type keeps an order's id from being taken for a customer's. Ids sort by creation,
/// roughly; they are no cursor.
package struct ID<Thing>: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }

  /// The same bits under another name: for the few places that carry ids of any kind.
  package func retyped<Other>(as _: Other.Type = Other.self) -> ID<Other> {
    ID<Other>(high: high, low: low)
  }

  /// The milliseconds since 1970 that a UUIDv7 carries in its first 48 bits.
  package var milliseconds: Int64 { Int64(high >> 16) }

  /// True for version 7, variant 10 (RFC 9562).
  package var isVersion7: Bool { (high >> 12) & 0xF == 7 && low >> 62 == 0b10 }
}

/// Any thing: the type of an id whose kind stands beside it.
package enum AnyResource {}
/// The type of a request id.
package enum Request {}

extension ID: CustomStringConvertible {
  package var description: String { String(unsafeUninitializedCapacity: 26) { write(into: $0) } }

  private func write(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // 26 × 5 = 130 bits: the first character carries the top 3 bits.
    var high = high
    var low = low
    for index in stride(from: 25, through: 0, by: -1) {
      buffer[index] = Crockford.digits[Int(low & 31)]
      low = (low >> 5) | (high << 59)
      high >>= 5
    }
    return 26
  }

  /// Reads 26 characters in either case; nil for anything else, also for a value over 128 bits.
  package init?(_ text: some StringProtocol) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      guard count < 26, let value = Crockford.value(of: byte) else { return nil }
      if count == 0, value > 7 { return nil }
      high = (high << 5) | (low >> 59)
      low = (low << 5) | UInt64(value)
      count += 1
    }
    guard count == 26 else { return nil }
    self.init(high: high, low: low)
  }
}

/// Crockford's base32: no i, l, o, u.
package enum Crockford {
  package static let digits: [UInt8] = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  package static func value(of byte: UInt8) -> UInt8? {
    let lower = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    switch lower {
    case 48...57: return lower - 48
    case 97...104: return lower - 87  // a–h
    case 106, 107: return lower - 88  // j, k
    case 109, 110: return lower - 89  // m, n
    case 112...116: return lower - 90  // p–t
    case 118...122: return lower - 91  // v–z
    default: return nil
    }
  }
}
