import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_PricingRules {
  init(_ rules: PricingRules, _ currency: Currency) {
    self.init()
    lineDiscountPercent = rules.freeLinePercent.description
    orderDiscountPercent = rules.freeOrderPercent.description
    lineDiscounts = Int32(clamping: rules.maxLineDiscounts)
    orderDiscounts = Int32(clamping: rules.maxOrderDiscounts)
    stacking =
      switch rules.stacking {
      case .chained: .chained
      case .largestOnly: .largestOnly
      case .notOnList: .notOnList
      }
    reasonCodes = rules.reasons
    lineDiscountMaximumPercent = rules.maxLinePercent.description
    orderDiscountMaximumPercent = rules.maxOrderPercent.description
    if rules.minimumOrderValue > 0 {
      minimumOrderValue = .init(rules.minimumOrderValue, currency)
    }
  }
}

extension PricingRules {
  /// What is unset is as in version 1; where only what is free for all is said, that is all.
  init(_ rules: O2c_V1_PricingRules, _ currency: Currency, _ shape: inout Shape) {
    self.init()
    let path = "policy.pricing"
    func percent(_ text: String, _ isSet: Bool, _ field: String) -> Percent? {
      isSet ? shape.decimal(text, "\(path).\(field)") : nil
    }
    let whole = Percent(whole: 100)
    freeLinePercent =
      percent(rules.lineDiscountPercent, rules.hasLineDiscountPercent, "line_discount_percent")
      ?? whole
    freeOrderPercent =
      percent(rules.orderDiscountPercent, rules.hasOrderDiscountPercent, "order_discount_percent")
      ?? whole
    maxLinePercent =
      percent(
        rules.lineDiscountMaximumPercent, rules.hasLineDiscountMaximumPercent,
        "line_discount_maximum_percent") ?? whole
    maxOrderPercent =
      percent(
        rules.orderDiscountMaximumPercent, rules.hasOrderDiscountMaximumPercent,
        "order_discount_maximum_percent") ?? whole
    // Who says only the most that anybody may give has said what is free.
    if !rules.hasLineDiscountPercent { freeLinePercent = maxLinePercent }
    if !rules.hasOrderDiscountPercent { freeOrderPercent = maxOrderPercent }
    if rules.hasLineDiscounts { maxLineDiscounts = Int(rules.lineDiscounts) }
    if rules.hasOrderDiscounts { maxOrderDiscounts = Int(rules.orderDiscounts) }
    stacking =
      switch rules.stacking {
      case .largestOnly: .largestOnly
      case .notOnList: .notOnList
      default: .chained
      }
    reasons = rules.reasonCodes
    if rules.hasMinimumOrderValue {
      minimumOrderValue =
        shape.amount(rules.minimumOrderValue, "\(path).minimum_order_value", in: currency) ?? 0
    }
  }
}

extension O2c_V1_PricingInputs {
  init(_ inputs: PricingInputs, _ currency: Currency) {
    self.init()
    lines = inputs.lines.map { line in
      .with {
        $0.base = .init(line.gross, currency)
        $0.discounts = line.discounts.map { .init(asked: $0, currency) }
        if let percent = line.listPercent { $0.listDiscountPercent = percent.description }
        if line.lowered > 0 { $0.belowList = .init(line.lowered, currency) }
      }
    }
    orderDiscounts = inputs.discounts.map { .init(asked: $0, currency) }
    hasPermission_p = inputs.mayExceed
  }
}

extension PricingInputs {
  init(
    _ message: O2c_V1_PricingInputs, _ currency: Currency, _ path: String, _ shape: inout Shape
  ) {
    var given: [OrderRequest.AmountCurrency] = []
    var lines: [Line] = []
    if message.lines.isEmpty {
      let base =
        message.hasBase
        ? shape.amount(message.base, "\(path).base", in: currency)
        : 100 * currency.minorUnitsPerUnit
      lines.append(
        Line(
          gross: base ?? 0,
          discounts: [Discount](
            message.lineDiscounts, at: "\(path).line_discounts", &given, &shape)))
    } else if message.hasBase || !message.lineDiscounts.isEmpty {
      shape.add("\(path).lines", .fieldInvalid, "Give `lines`, or `line_discounts` and `base`.")
    }
    for (index, line) in message.lines.enumerated() {
      let path = "\(path).lines[\(index)]"
      lines.append(
        Line(
          gross: shape.amount(line.base, "\(path).base", in: currency) ?? 0,
          listPercent: line.hasListDiscountPercent
            ? shape.decimal(line.listDiscountPercent, "\(path).list_discount_percent") : nil,
          discounts: [Discount](line.discounts, at: "\(path).discounts", &given, &shape),
          lowered: line.hasBelowList
            ? shape.amount(line.belowList, "\(path).below_list", in: currency) ?? 0 : 0))
    }
    let discounts = [Discount](
      message.orderDiscounts, at: "\(path).order_discounts", &given, &shape)
    for amount in given where amount.currency != currency {
      shape.add(amount.path, .currencyMismatch, "Policies count in the seller's currency.")
    }
    self.init(lines: lines, discounts: discounts, mayExceed: message.hasPermission_p)
  }
}

extension O2c_V1_Discount {
  /// As it was asked for: nothing was taken off yet.
  fileprivate init(asked discount: Discount, _ currency: Currency) {
    self.init(discount, currency)
    clearTakenOff()
  }
}

extension Shape {
  /// Minor units of an amount of a policy, which counts in the seller's currency.
  mutating func amount(
    _ message: O2c_V1_Money, _ field: String, in currency: Currency
  ) -> Int64? {
    guard let money = money(message, field) else { return nil }
    if money.currency != currency {
      add(
        "\(field).currency_code", .currencyMismatch,
        "Policies count in the seller's currency, \(currency).")
    }
    return money.minorUnits
  }
}
