/// What the credit rules said of an order; everything they looked at is in the event.
package struct CreditDecision: Equatable, Sendable {
  package var result: Result
  /// The rules that denied, also where a release by hand overrode them; empty when approved.
  package var failures: [RuleOutcome]
  /// After the change that was decided on.
  package var exposure: Int64
  /// In force at the decision.
  package var limit: Int64
  /// The payment, or the raise of the limit, that turns the denial into a pass; 0 where there is
  /// nothing to pay.
  package var passesIf: Int64
  /// Of the rule set.
  package var policy: Int64
  /// The revision of the order that was decided on.
  package var revision: Int32 = 1
  /// The order's gross that a release by hand covers.
  package var amount: Int64?
  package var decidedAt: Instant
  /// How long a release by hand holds.
  package var validUntil: Instant?

  package enum Result: String, Sendable {
    case approved = "APPROVED"
    case denied = "DENIED"
    case overridden = "OVERRIDDEN"
  }

  package typealias Rule = CreditRule

  package init(
    result: Result, failures: [RuleOutcome], exposure: Int64, limit: Int64, passesIf: Int64,
    policy: Int64, decidedAt: Instant
  ) {
    self.result = result
    self.failures = failures
    self.exposure = exposure
    self.limit = limit
    self.passesIf = passesIf
    self.policy = policy
    self.decidedAt = decidedAt
  }

  package var failed: [CreditRule] { failures.map(\.rule) }
  package var headroom: Int64 { limit - exposure }
  /// What an exposure above the limits, or a deposit that was not paid, comes to: a release by hand
  /// needs authority for it.
  package var excess: Int64 {
    failures.reduce(0) { most, failure in
      switch failure.rule {
      case .limit, .groupLimit: max(most, failure.value - failure.threshold)
      case .prepayment: max(most, failure.threshold - failure.value)
      case .blocked, .noAccount, .overdueDays, .overdueShare, .terms, .reviewExpired, .dunning,
        .orderSize, .firstOrder:
        most
      }
    }
  }
}
