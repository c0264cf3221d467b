/// A moment: microseconds since 1970-01-01T00:00:00Z, as PostgreSQL keeps them.
package struct Instant: Hashable, Comparable, Sendable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package var milliseconds: Int64 { microseconds / 1000 }

  package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  package func adding(seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }

  package func adding(hours: Int64) -> Instant { adding(seconds: hours * 3600) }
  package func adding(days: Int64) -> Instant { adding(seconds: days * 86_400) }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with microseconds.
  package var description: String {
    let (day, rest) = microseconds.floorDivided(by: 86_400_000_000)
    let seconds = rest / 1_000_000
    let pad = { (value: Int64, width: Int) in
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return "\(CalendarDay(daysSince1970: Int32(day)))T\(pad(seconds / 3600, 2)):"
      + "\(pad(seconds / 60 % 60, 2)):\(pad(seconds % 60, 2)).\(pad(rest % 1_000_000, 6))Z"
  }
}

extension Int64 {
  /// Quotient and remainder with the remainder never negative.
  func floorDivided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
