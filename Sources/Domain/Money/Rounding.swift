/// How an exact quotient becomes a whole number. Stored on every document that was rounded.
package enum RoundingMode: String, CaseIterable, Sendable {
  case halfAway = "HALF_AWAY"
  case halfEven = "HALF_EVEN"
}

/// Where tax is rounded: once a group of a document, or on each line.
package enum TaxLevel: String, CaseIterable, Sendable {
  case document = "DOCUMENT"
  case line = "LINE"
}

/// The one rounding function: every amount of the product goes through it.
///
/// - Precondition: `denominator > 0`.
package func rounded(
  _ numerator: Int128, over denominator: Int128, _ mode: RoundingMode
) -> Int128 {
  precondition(denominator > 0, "a rounding denominator is positive")
  let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
  if remainder == 0 { return quotient }
  let twice = remainder.magnitude * 2
  let away: Int128 = numerator < 0 ? -1 : 1
  if twice > denominator.magnitude { return quotient + away }
  if twice < denominator.magnitude { return quotient }
  switch mode {
  case .halfAway: return quotient + away
  case .halfEven: return quotient % 2 == 0 ? quotient : quotient + away
  }
}

/// The largest amount of any document: 15 digits of minor units.
package let largestAmount: Int64 = 999_999_999_999_999

extension Int128 {
  /// The amount as `Int64`, or FIELD_OUT_OF_RANGE beyond 15 digits.
  package func amount() throws(Rejection) -> Int64 {
    guard magnitude <= UInt128(largestAmount) else {
      throw .invalidField(
        "amount", .fieldOutOfRange, "An amount has at most 15 digits of minor units.")
    }
    return Int64(self)
  }
}

/// Splits an amount by largest remainder: all shares floored in absolute value, the units left
/// over go to the largest fractions, ties in order. The shares always add up to the whole.
///
/// Weights of zero get nothing; if all are zero the first takes it all.
package func allocated(_ whole: Int64, by weights: [Int64]) -> [Int64] {
  precondition(!weights.isEmpty, "an amount is split over at least one weight")
  let magnitudes = weights.map { Int128($0.magnitude) }
  let total = magnitudes.reduce(0, +)
  guard total > 0 else { return [whole] + Array(repeating: 0, count: weights.count - 1) }
  let sign: Int64 = whole < 0 ? -1 : 1
  let amount = Int128(whole.magnitude)
  var shares: [Int64] = []
  shares.reserveCapacity(weights.count)
  var fractions: [(remainder: Int128, index: Int)] = []
  var given: Int128 = 0
  for (index, weight) in magnitudes.enumerated() {
    let (share, remainder) = (amount * weight).quotientAndRemainder(dividingBy: total)
    shares.append(Int64(share))
    given += share
    if remainder > 0 { fractions.append((remainder, index)) }
  }
  fractions.sort {
    $0.remainder == $1.remainder ? $0.index < $1.index : $0.remainder > $1.remainder
  }
  for fraction in fractions.prefix(Int(amount - given)) { shares[fraction.index] += 1 }
  return sign < 0 ? shares.map { -$0 } : shares
}

/// The part of a whole that falls due when `cumulative` of `total` is reached, given what was
/// drawn before. Never negative for a rising cumulative; the last part ends at the whole.
package func drawnDown(
  _ whole: Int64, cumulative: Int64, of total: Int64, drawn: Int64, _ mode: RoundingMode
) -> Int64 {
  precondition(total > 0 && cumulative >= 0 && cumulative <= total, "a draw-down stays inside")
  return Int64(rounded(Int128(whole) * Int128(cumulative), over: Int128(total), mode)) - drawn
}
