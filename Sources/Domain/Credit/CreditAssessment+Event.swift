/// A decision as its event holds it: flat, short, and enough to decide again.
extension JSONText {
  mutating func assessment(_ assessment: CreditAssessment, _ currency: Currency) {
    let decision = assessment.decision
    let inputs = assessment.inputs
    member("checkpoint", assessment.checkpoint.rawValue)
    member("policy", String(decision.policy))
    member("revision", Int64(decision.revision))
    member("result", decision.result.rawValue)
    member("failed", decision.failed.map(\.rawValue))
    member("currency", currency.code)
    member("open_orders_minor", inputs.openOrders)
    member("unbilled_shipments_minor", inputs.unbilledShipments)
    member("open_items_minor", inputs.openItems)
    member("unapplied_cash_minor", inputs.unappliedCash)
    member("added_minor", inputs.added)
    member("exposure_minor", decision.exposure)
    member("limit_minor", inputs.limit)
    member("gross_minor", inputs.gross)
    if let group = inputs.group {
      member("group_owed_minor", group.owed)
      member("group_unapplied_minor", group.unappliedCash)
      member("group_limit_minor", group.limit)
    }
    if let prepayment = inputs.prepayment {
      member("prepayment_minor", prepayment.required)
      member("prepaid_minor", prepayment.paid)
    }
    if inputs.isBlocked { member("blocked", true) }
    if !inputs.hasAccount { member("no_account", true) }
    if inputs.hasInvoices { member("invoiced_before", true) }
    if inputs.overdue > 0 {
      member("overdue_minor", inputs.overdue)
      member("oldest_days", inputs.oldestDays)
      member("too_old_minor", inputs.tooOld)
    }
    if inputs.dunningLevel > 0 { member("dunning_level", inputs.dunningLevel) }
    if let terms = inputs.terms {
      member("terms_days", terms.days)
      member("agreed_days", terms.agreedDays)
      if terms.isDiscountBetter { member("discount_better", true) }
    }
    if let days = inputs.daysPastReview { member("days_past_review", days) }
    member("passes_if_minor", decision.passesIf)
    if let until = decision.validUntil { member("valid_until", until.description) }
    member("rules", assessment.outcomes)
  }

  /// `{"LIMIT":[threshold,value]}`; the rules that failed stand in `failed`.
  private mutating func member(_ name: StaticString, _ outcomes: [RuleOutcome]) {
    var text = "{"
    for outcome in outcomes {
      if text.utf8.count > 1 { text += "," }
      text += "\"\(outcome.rule.rawValue)\":[\(outcome.threshold),\(outcome.value)]"
    }
    member(name, raw: text + "}")
  }
}

extension CreditInputs {
  /// Reads back what an event says; nil where it is not a decision's.
  ///
  /// - Parameters:
  ///   - number: an integer member of the event's data.
  ///   - flag: a boolean one.
  package init?(number: (String) -> Int64?, flag: (String) -> Bool) {
    guard let openOrders = number("open_orders_minor"),
      let unbilled = number("unbilled_shipments_minor"), let items = number("open_items_minor"),
      let unapplied = number("unapplied_cash_minor"), let added = number("added_minor"),
      let limit = number("limit_minor")
    else { return nil }
    self.init()
    self.openOrders = openOrders
    unbilledShipments = unbilled
    openItems = items
    unappliedCash = unapplied
    self.added = added
    self.limit = limit
    gross = number("gross_minor") ?? 0
    if let owed = number("group_owed_minor"), let limit = number("group_limit_minor") {
      group = .init(owed: owed, unappliedCash: number("group_unapplied_minor") ?? 0, limit: limit)
    }
    if let required = number("prepayment_minor") {
      prepayment = .init(required: required, paid: number("prepaid_minor") ?? 0)
    }
    isBlocked = flag("blocked")
    hasAccount = !flag("no_account")
    hasInvoices = flag("invoiced_before")
    overdue = number("overdue_minor") ?? 0
    oldestDays = number("oldest_days") ?? 0
    tooOld = number("too_old_minor") ?? 0
    dunningLevel = number("dunning_level") ?? 0
    if let days = number("terms_days"), let agreed = number("agreed_days") {
      terms = .init(days: days, agreedDays: agreed, isDiscountBetter: flag("discount_better"))
    }
    daysPastReview = number("days_past_review")
  }
}
