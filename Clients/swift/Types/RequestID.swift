import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names one intent to change something, so that a repeat acts once: a UUID of version 7.
///
/// The SDK makes one for each mutation that has none and keeps it over all attempts. A caller that
/// wants to survive its own restart makes one first, stores it, and passes it in ``CallOptions``.
/// Ids are refused when they are older than 14 days, so it can never act twice.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  private static let counter = Atomic<UInt64>(UInt64.random(in: 0...0xFFFF))

  /// A new id: the time in milliseconds, a counter, and 62 bits of chance.
  public init() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let milliseconds = UInt64(now.tv_sec) * 1_000 + UInt64(now.tv_nsec) / 1_000_000
    let count = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
    high = (milliseconds & 0xFFFF_FFFF_FFFF) << 16 | 0x7000 | (count & 0xFFF)
    low = 0b10 << 62 | UInt64.random(in: 0...UInt64.max) >> 2
  }

  /// The id that is written as 26 characters of Crockford base32 or in the hyphenated form of RFC
  /// 9562, in any case; `nil` when the text is neither, or not of version 7.
  public init?(_ text: String) {
    let bits = text.utf8.count == 26 ? Self.base32(text) : Self.hyphenated(text)
    guard let (high, low) = bits, high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
    self.high = high
    self.low = low
  }

  /// When it was made, in milliseconds since 1970-01-01 UTC, as it says itself.
  public var unixMilliseconds: UInt64 { high >> 16 }

  /// 26 characters of lower-case Crockford base32, as the contract writes ids.
  public var description: String {
    String(unsafeUninitializedCapacity: 26) { buffer in
      var (high, low) = (high, low)
      for index in stride(from: 25, through: 0, by: -1) {
        buffer[index] = Self.digits[Int(low & 31)]
        low = low >> 5 | high << 59
        high >>= 5
      }
      return 26
    }
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static func base32(_ text: String) -> (UInt64, UInt64)? {
    var (high, low) = (UInt64(0), UInt64(0))
    for byte in text.lowercased().utf8 {
      guard let digit = digits.firstIndex(of: byte), high >> 59 == 0 else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | UInt64(digit)
    }
    return (high, low)
  }

  private static func hyphenated(_ text: String) -> (UInt64, UInt64)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
    guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else { return nil }
    let hex = parts.joined()
    guard let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16)
    else { return nil }
    return (high, low)
  }
}
