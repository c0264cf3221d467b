internal import Domain
internal import Postgres

/// How rule sets look in `jsonb`: thresholds that are off are left out, decimals are millionths.
extension JSON {
  init(_ rules: Policy.Rules) {
    switch rules {
    case .credit(let rules): self = JSON(rules)
    case .pricing(let rules): self = JSON(rules)
    }
  }

  func policyRules(_ kind: Policy.Kind, _ number: Int64) -> Policy.Rules? {
    switch kind {
    case .credit: creditRules(number).map { .credit($0) }
    case .pricing: pricingRules(number).map { .pricing($0) }
    }
  }

  static func numbers(
    _ members: [(name: String, value: Int64?)]
  ) -> [(name: String, value: JSON)] {
    members.compactMap { member in member.value.map { (member.name, .number($0)) } }
  }

  init(_ rules: CreditRules) {
    var members = Self.numbers([
      ("limit_tolerance", rules.limitTolerance.micros), ("overdue_days", rules.overdueDays),
      ("overdue_item_minimum", rules.overdueItemMinimum),
      ("overdue_share", rules.overdueShare?.micros),
      ("overdue_share_minimum", rules.overdueShareMinimum),
      ("review_grace", rules.reviewGrace), ("dunning_level", rules.dunningLevel),
      ("largest_order", rules.largestOrder), ("largest_first_order", rules.largestFirstOrder),
      ("utilization_warning", rules.utilizationWarning?.micros),
    ])
    members.append(("checks_terms", .bool(rules.checksTerms)))
    members.append(("deducts_unapplied", .bool(rules.deductsUnapplied)))
    members.append(("classes", .array(rules.scoring.classes.map { JSON($0) })))
    members.append(("points", JSON(rules.scoring.points)))
    self = .object(members)
  }

  private init(_ band: CreditScoring.Band) {
    self = .object(
      [("class", .text(band.riskClass.rawValue))]
        + Self.numbers([
          ("from", band.fromScore), ("factor", band.factor.micros), ("cap", band.cap),
          ("start", band.start), ("days", Int64(band.reviewDays)),
        ]))
  }

  private func creditRules(_ number: Int64) -> CreditRules? {
    guard let tolerance = self["limit_tolerance"]?.integer,
      let itemMinimum = self["overdue_item_minimum"]?.integer,
      let shareMinimum = self["overdue_share_minimum"]?.integer
    else { return nil }
    var rules = CreditRules(in: .eur)
    rules.version = number
    rules.limitTolerance = Percent(micros: tolerance)
    rules.overdueDays = self["overdue_days"]?.integer
    rules.overdueItemMinimum = itemMinimum
    rules.overdueShare = self["overdue_share"]?.integer.map { Percent(micros: $0) }
    rules.overdueShareMinimum = shareMinimum
    rules.reviewGrace = self["review_grace"]?.integer
    rules.dunningLevel = self["dunning_level"]?.integer
    rules.largestOrder = self["largest_order"]?.integer
    rules.largestFirstOrder = self["largest_first_order"]?.integer
    rules.checksTerms = self["checks_terms"]?.flag ?? true
    rules.deductsUnapplied = self["deducts_unapplied"]?.flag ?? true
    rules.utilizationWarning = self["utilization_warning"]?.integer.map { Percent(micros: $0) }
    rules.scoring = CreditScoring(
      classes: self["classes"]?.elements.compactMap(\.band) ?? [],
      points: self["points"]?.scoreTable ?? ScoreTable())
    return rules
  }

  private var band: CreditScoring.Band? {
    guard let riskClass = RiskClass(rawValue: text("class")), let from = self["from"]?.integer,
      let factor = self["factor"]?.integer, let cap = self["cap"]?.integer,
      let start = self["start"]?.integer, let days = self["days"]?.integer
    else { return nil }
    return CreditScoring.Band(
      riskClass, from: from, factor: Percent(micros: factor), cap: cap, start: start,
      reviewDays: Int(days))
  }

  var flag: Bool? { if case .bool(let value) = self { value } else { nil } }

  // MARK: Test cases

  init(_ test: Policy.TestCase) {
    var members: [(name: String, value: JSON)] = [
      ("name", .text(test.name)), ("failed", .array(test.failedRules.map { .text($0) })),
    ]
    switch test.question {
    case .credit(let inputs, let checkpoint, _):
      members += [("checkpoint", .text(checkpoint.rawValue)), ("inputs", JSON(inputs))]
    case .pricing(let inputs, _): members.append(("order", JSON(inputs)))
    }
    self = .object(members)
  }

  private init(_ inputs: CreditInputs) {
    var members = Self.numbers([
      ("open_orders_minor", inputs.openOrders),
      ("unbilled_shipments_minor", inputs.unbilledShipments),
      ("open_items_minor", inputs.openItems), ("unapplied_cash_minor", inputs.unappliedCash),
      ("added_minor", inputs.added), ("limit_minor", inputs.limit),
      ("gross_minor", inputs.gross), ("group_owed_minor", inputs.group?.owed),
      ("group_unapplied_minor", inputs.group?.unappliedCash),
      ("group_limit_minor", inputs.group?.limit), ("overdue_minor", inputs.overdue),
      ("oldest_days", inputs.oldestDays), ("too_old_minor", inputs.tooOld),
      ("dunning_level", inputs.dunningLevel), ("terms_days", inputs.terms?.days),
      ("agreed_days", inputs.terms?.agreedDays), ("days_past_review", inputs.daysPastReview),
      ("prepayment_minor", inputs.prepayment?.required),
      ("prepaid_minor", inputs.prepayment?.paid),
    ])
    let flags = [
      ("blocked", inputs.isBlocked), ("no_account", !inputs.hasAccount),
      ("invoiced_before", inputs.hasInvoices),
      ("discount_better", inputs.terms?.isDiscountBetter ?? false),
    ]
    members += flags.filter(\.1).map { ($0.0, .bool(true)) }
    self = .object(members)
  }

  /// The inputs as an event of a decision, or a test case, has them.
  var creditInputs: CreditInputs? {
    CreditInputs(
      number: { self[$0]?.integer }, flag: { self[$0]?.flag ?? false })
  }

  var testCase: Policy.TestCase? {
    let failed = self["failed"]?.elements.compactMap(\.string) ?? []
    if let inputs = self["order"]?.pricingInputs {
      return Policy.TestCase(
        text("name"), .pricing(inputs, failed: failed.compactMap(PricingRule.init)))
    }
    guard let checkpoint = CreditCheckpoint(rawValue: text("checkpoint")),
      let inputs = self["inputs"]?.creditInputs
    else { return nil }
    return Policy.TestCase(
      name: text("name"), inputs: inputs, checkpoint: checkpoint,
      failed: failed.compactMap(CreditRule.init))
  }
}
