/// The amounts of a line, in minor units, as the rounding contract makes them.
package enum LineAmounts {
  /// round(quantity × price ÷ base quantity), in minor units.
  package static func gross(
    _ quantity: Quantity, at price: UnitPrice, per base: Quantity, _ currency: Currency,
    _ mode: RoundingMode
  ) throws(Rejection) -> Int64 {
    // quantity and price are scaled by 10^6 each, base by 10^6: one 10^6 is left over.
    let scale = Int128(power(of: 10, currency.digits))
    let numerator = Int128(quantity.micros) * Int128(price.micros)
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: scale)
    guard !overflow else { return try Int128.max.amount() }
    return try rounded(scaled, over: Int128(base.micros) * 1_000_000, mode).amount()
  }

  /// What remains after a percent discount is rounded; the discount is the difference.
  package static func discount(
    of amount: Int64, percent: Percent, _ mode: RoundingMode
  ) -> Int64 {
    let rest = Int128(100_000_000 - percent.micros)
    return amount - Int64(rounded(Int128(amount) * rest, over: 100_000_000, mode))
  }

  /// round(base × rate ÷ 100).
  package static func tax(
    on base: Int64, rate: Percent, _ mode: RoundingMode
  ) throws(Rejection) -> Int64 {
    try rounded(Int128(base) * Int128(rate.micros), over: 100_000_000, mode).amount()
  }

  /// round(whole × part ÷ total): the value of a part of a line.
  package static func share(
    of whole: Int64, _ part: Quantity, of total: Quantity, _ mode: RoundingMode
  ) -> Int64 {
    guard part.micros != total.micros else { return whole }
    return Int64(rounded(Int128(whole) * Int128(part.micros), over: Int128(total.micros), mode))
  }

  private static func power(of base: Int64, _ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }
}
