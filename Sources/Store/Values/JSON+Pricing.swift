internal import Domain

/// How rules of prices and the orders of their test cases look in `jsonb`: percents are millionths.
extension JSON {
  init(_ rules: PricingRules) {
    self = .object(
      Self.numbers([
        ("free_line", rules.freeLinePercent.micros), ("free_order", rules.freeOrderPercent.micros),
        ("max_line", rules.maxLinePercent.micros), ("max_order", rules.maxOrderPercent.micros),
        ("line_discounts", Int64(rules.maxLineDiscounts)),
        ("order_discounts", Int64(rules.maxOrderDiscounts)),
        ("minimum_order_value", rules.minimumOrderValue),
      ]) + [
        ("stacking", .text(rules.stacking.rawValue)),
        ("reasons", .array(rules.reasons.map { .text($0) })),
      ])
  }

  func pricingRules(_ number: Int64) -> PricingRules? {
    guard let freeLine = self["free_line"]?.integer, let freeOrder = self["free_order"]?.integer,
      let maxLine = self["max_line"]?.integer, let maxOrder = self["max_order"]?.integer,
      let lines = self["line_discounts"]?.integer, let orders = self["order_discounts"]?.integer,
      let stacking = PricingRules.Stacking(rawValue: text("stacking"))
    else { return nil }
    var rules = PricingRules()
    rules.version = number
    rules.freeLinePercent = Percent(micros: freeLine)
    rules.freeOrderPercent = Percent(micros: freeOrder)
    rules.maxLinePercent = Percent(micros: maxLine)
    rules.maxOrderPercent = Percent(micros: maxOrder)
    rules.maxLineDiscounts = Int(lines)
    rules.maxOrderDiscounts = Int(orders)
    rules.stacking = stacking
    rules.reasons = self["reasons"]?.elements.compactMap(\.string) ?? []
    rules.minimumOrderValue = self["minimum_order_value"]?.integer ?? 0
    return rules
  }

  // MARK: Test cases

  init(_ inputs: PricingInputs) {
    self = .object([
      ("lines", .array(inputs.lines.map { JSON($0) })),
      ("discounts", .array(inputs.discounts.map { JSON(given: $0) })),
      ("may_exceed", .bool(inputs.mayExceed)),
    ])
  }

  private init(_ line: PricingInputs.Line) {
    self = .object(
      Self.numbers([
        ("gross", line.gross), ("list_percent", line.listPercent?.micros),
        ("lowered", line.lowered),
      ]) + [("discounts", .array(line.discounts.map { JSON(given: $0) }))])
  }

  private init(given discount: Discount) {
    let value: (String, JSON) =
      switch discount.value {
      case .percent(let percent): ("percent", .number(percent.micros))
      case .amount(let amount): ("amount", .number(amount))
      }
    self = .object([value, ("reason", .text(discount.reason))])
  }

  var pricingInputs: PricingInputs? {
    guard let lines = self["lines"]?.elements.compactMap(\.pricingLine) else { return nil }
    return PricingInputs(
      lines: lines, discounts: self["discounts"]?.elements.compactMap(\.givenDiscount) ?? [],
      mayExceed: self["may_exceed"]?.flag ?? false)
  }

  private var pricingLine: PricingInputs.Line? {
    guard let gross = self["gross"]?.integer else { return nil }
    return PricingInputs.Line(
      gross: gross, listPercent: self["list_percent"]?.integer.map { Percent(micros: $0) },
      discounts: self["discounts"]?.elements.compactMap(\.givenDiscount) ?? [],
      lowered: self["lowered"]?.integer ?? 0)
  }

  private var givenDiscount: Discount? {
    if let percent = self["percent"]?.integer {
      return Discount(.percent(Percent(micros: percent)), reason: text("reason"))
    }
    return self["amount"]?.integer.map { Discount(.amount($0), reason: text("reason")) }
  }
}
