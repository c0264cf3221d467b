/// A price that has its tax in it, taken apart so that what is paid is the price to the minor unit.
package struct TaxInclusive: Hashable, Sendable {
  /// round(gross × 100 ÷ (100 + rate)).
  package let base: Int64
  /// round(base × rate ÷ 100).
  package let tax: Int64
  /// gross − base − tax, at most one unit either way; BT-114.
  package let rounding: Int64

  package init(gross: Int64, rate: Percent, _ mode: RoundingMode) throws(Rejection) {
    base = try rounded(
      Int128(gross) * 100_000_000, over: 100_000_000 + Int128(rate.micros), mode
    ).amount()
    tax = try LineAmounts.tax(on: base, rate: rate, mode)
    rounding = gross - base - tax
  }
}

/// What is added so that the amount can be paid in coins of `unit` minor units, such as 5 for CHF
/// 0.05; BT-114.
///
/// - Precondition: `unit > 0`.
package func cashRounding(of amount: Int64, to unit: Int64, _ mode: RoundingMode) -> Int64 {
  Int64(rounded(Int128(amount), over: Int128(unit), mode)) * unit - amount
}

/// An exchange rate with at most ten fraction digits: one unit of `from` is `rate` units of `to`.
/// It works both ways: forth times the rate, back divided by it, each rounded once.
package struct ExchangeRate: Hashable, Sendable {
  package let from: Currency
  package let to: Currency
  /// The rate times 10^10, above 0.
  package let scaled: Int64

  package init?(from: Currency, to: Currency, _ scaled: Int64) {
    guard scaled > 0 else { return nil }
    self.from = from
    self.to = to
    self.scaled = scaled
  }

  /// The amount in the other currency of the pair; nil for a currency that is not in it.
  package func converted(_ money: Money, _ mode: RoundingMode) throws(Rejection) -> Money? {
    let amount = Int128(money.minorUnits)
    if money.currency == from {
      let numerator = amount * Int128(scaled) * power(to.digits)
      return Money(
        try rounded(numerator, over: 10_000_000_000 * power(from.digits), mode).amount(), to)
    }
    guard money.currency == to else { return nil }
    let numerator = amount * 10_000_000_000 * power(from.digits)
    return Money(
      try rounded(numerator, over: Int128(scaled) * power(to.digits), mode).amount(), from)
  }

  private func power(_ digits: Int) -> Int128 { (0..<digits).reduce(1) { value, _ in value * 10 } }
}
