/// The rules of prices, by the names under which test cases expect them.
package enum PricingRule: String, CaseIterable, Sendable {
  /// More off a line than is free.
  case linePercent = "LINE_PERCENT"
  /// More off the whole than is free.
  case orderPercent = "ORDER_PERCENT"
  /// More off a line than anybody may give.
  case lineMaximum = "LINE_MAXIMUM"
  /// More off the whole than anybody may give.
  case orderMaximum = "ORDER_MAXIMUM"
  case lineCount = "LINE_COUNT"
  case orderCount = "ORDER_COUNT"
  /// A discount without one of the reasons that count.
  case reason = "REASON"
  /// A discount by hand on top of the list's.
  case stacking = "STACKING"
  /// The order is worth too little.
  case minimumValue = "MINIMUM_VALUE"
}

/// An order as the rules of prices see it. Amounts are minor units of the seller's currency.
package struct PricingInputs: Hashable, Sendable {
  package var lines: [Line]
  /// On the whole.
  package var discounts: [Discount]
  /// Who gives them holds the permission.
  package var mayExceed: Bool

  package struct Line: Hashable, Sendable {
    /// Before discounts.
    package var gross: Int64
    /// What the price list takes off by itself.
    package var listPercent: Percent?
    /// By hand.
    package var discounts: [Discount]
    /// How far a price by hand is below the list's.
    package var lowered: Int64

    package init(
      gross: Int64, listPercent: Percent? = nil, discounts: [Discount] = [], lowered: Int64 = 0
    ) {
      self.gross = gross
      self.listPercent = listPercent
      self.discounts = discounts
      self.lowered = lowered
    }
  }

  package init(lines: [Line], discounts: [Discount] = [], mayExceed: Bool = false) {
    self.lines = lines
    self.discounts = discounts
    self.mayExceed = mayExceed
  }
}

extension PricingRules {
  /// The rules that an order breaks. A discount above what remains is a fault at its path.
  package func failed(
    _ inputs: PricingInputs, path: String, _ faults: inout Faults
  ) -> Set<PricingRule> {
    var failed: Set<PricingRule> = []
    var sum: Int128 = 0
    for (index, line) in inputs.lines.enumerated() {
      var discounts = line.listPercent.map { [Discount(.percent($0), origin: .list)] } ?? []
      discounts = stacked(discounts + line.discounts, on: line.gross, .halfAway)
      sum += Int128(
        discounts.take(
          from: line.gross, .halfAway, path: "\(path).lines[\(index)].discounts", &faults))
      let given = GivenDiscounts(whole: line.gross, discounts: discounts, lowered: line.lowered)
      failed.formUnion(
        failures(given, .line, mayExceed: inputs.mayExceed).map(\.rule))
    }
    let whole = Int64(clamping: sum)
    var discounts = stacked(inputs.discounts, on: whole, .halfAway)
    let net = discounts.take(from: whole, .halfAway, path: "\(path).order_discounts", &faults)
    let given = GivenDiscounts(whole: whole, discounts: discounts)
    failed.formUnion(failures(given, .order, mayExceed: inputs.mayExceed).map(\.rule))
    if net < minimumOrderValue { failed.insert(.minimumValue) }
    return failed
  }
}
