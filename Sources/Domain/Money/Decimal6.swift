/// An exact decimal with six fraction digits in an `Int64`: quantities, unit prices, percents.
package protocol Decimal6: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The value times 1,000,000.
  var micros: Int64 { get }
  init(micros: Int64)
}

extension Decimal6 {
  package static var zero: Self { Self(micros: 0) }
  package static func < (a: Self, b: Self) -> Bool { a.micros < b.micros }
  package var isZero: Bool { micros == 0 }

  package init(whole: Int64) { self.init(micros: whole * 1_000_000) }

  /// The largest magnitude: 12 digits before the point.
  package static var limit: Int64 { 999_999_999_999_999_999 }

  /// Reads `-12.345600`: an optional sign, digits, at most six after the point, no exponent.
  /// Nil for anything else and beyond the limit.
  package init?(_ text: some StringProtocol) {
    var micros: Int64 = 0
    var isNegative = false
    var digits = 0
    var fraction: Int?
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 45 where index == 0: isNegative = true
      case 46 where fraction == nil && digits > 0: fraction = 0
      case 48...57:
        if let seen = fraction {
          guard seen < 6 else { return nil }
          fraction = seen + 1
        }
        digits += 1
        let (scaled, overflow) = micros.multipliedReportingOverflow(by: 10)
        guard !overflow, scaled <= Self.limit else { return nil }
        micros = scaled + Int64(byte - 48)
      default: return nil
      }
    }
    guard digits > 0, fraction != 0 else { return nil }
    for _ in (fraction ?? 0)..<6 {
      let (scaled, overflow) = micros.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      micros = scaled
    }
    guard micros <= Self.limit else { return nil }
    self.init(micros: isNegative ? -micros : micros)
  }

  /// Canonical: no trailing zeros, no point without digits behind it.
  package var description: String {
    let (whole, rest) = micros.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = micros < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var fraction = String(rest + 1_000_000).dropFirst()
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}

/// How many, in the product's unit.
package struct Quantity: Decimal6 {
  package let micros: Int64
  package init(micros: Int64) { self.micros = micros }

  package static func + (a: Self, b: Self) -> Self { Self(micros: a.micros + b.micros) }
  package static func - (a: Self, b: Self) -> Self { Self(micros: a.micros - b.micros) }
  package static func += (a: inout Self, b: Self) { a = a + b }
  package static func -= (a: inout Self, b: Self) { a = a - b }
}

/// The price of a base quantity in major units of the document's currency.
package struct UnitPrice: Decimal6 {
  package let micros: Int64
  package init(micros: Int64) { self.micros = micros }
}

/// A rate in percent: 19 is 19 %.
package struct Percent: Decimal6 {
  package let micros: Int64
  package init(micros: Int64) { self.micros = micros }
}
