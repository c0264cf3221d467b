/// Everything the rules look at, as it was at a decision. It is written into the event, so that a
/// decision can be made again later, under the same rules or under others.
package struct CreditInputs: Hashable, Sendable {
  /// The account's, before the change.
  package var openOrders: Int64 = 0
  package var unbilledShipments: Int64 = 0
  package var openItems: Int64 = 0
  package var unappliedCash: Int64 = 0
  /// By the change that is decided on.
  package var added: Int64 = 0
  /// In force on the day.
  package var limit: Int64 = 0
  package var group: Group?
  package var isBlocked = false
  package var hasAccount = true
  /// Open and past due.
  package var overdue: Int64 = 0
  /// Days past due of the oldest undisputed item that is not too small to count; 0 when none is.
  package var oldestDays: Int64 = 0
  /// Open of the undisputed items that are longer past due than the rules allow.
  package var tooOld: Int64 = 0
  /// Highest reminder level of an undisputed item.
  package var dunningLevel: Int64 = 0
  /// Nil where the order is not to be paid for in advance.
  package var prepayment: Prepayment?
  /// Nil where nothing is agreed on for this order, as at shipping.
  package var terms: Terms?
  /// Nil when no review is set.
  package var daysPastReview: Int64?
  /// Of the order.
  package var gross: Int64 = 0
  package var hasInvoices = false

  /// What is to be paid before anything leaves, and what was.
  package struct Prepayment: Hashable, Sendable {
    package var required: Int64
    package var paid: Int64

    package init(required: Int64, paid: Int64) {
      self.required = required
      self.paid = paid
    }
  }

  /// The account of the group, before the change.
  package struct Group: Hashable, Sendable {
    /// Open orders, unbilled shipments and open items of the group and all members.
    package var owed: Int64
    package var unappliedCash: Int64
    package var limit: Int64

    package init(owed: Int64, unappliedCash: Int64, limit: Int64) {
      self.owed = owed
      self.unappliedCash = unappliedCash
      self.limit = limit
    }
  }

  package struct Terms: Hashable, Sendable {
    /// Days until an invoice of the order's day is due: by the order's terms, and as agreed.
    package var days: Int64
    package var agreedDays: Int64
    package var isDiscountBetter: Bool

    package init(days: Int64, agreedDays: Int64, isDiscountBetter: Bool) {
      self.days = days
      self.agreedDays = agreedDays
      self.isDiscountBetter = isDiscountBetter
    }
  }

  package init() {}

  /// After the change.
  package func exposure(_ rules: CreditRules) -> Int64 {
    openOrders + unbilledShipments + openItems + added
      - (rules.deductsUnapplied ? unappliedCash : 0)
  }
}

extension CreditRules {
  /// What each rule of a checkpoint says. Rules that are off are left out.
  package func outcomes(
    _ inputs: CreditInputs, at checkpoint: CreditCheckpoint
  ) -> [RuleOutcome] {
    var outcomes: [RuleOutcome] = []
    func note(_ rule: CreditRule, _ threshold: Int64?, _ value: Int64, denies: Bool) {
      guard let threshold, rule.applies(at: checkpoint) else { return }
      outcomes.append(RuleOutcome(rule, threshold: threshold, value: value, passed: !denies))
    }
    note(.blocked, 0, inputs.isBlocked ? 1 : 0, denies: inputs.isBlocked)
    if let prepayment = inputs.prepayment {
      note(
        .prepayment, prepayment.required, prepayment.paid,
        denies: prepayment.paid < prepayment.required)
      return outcomes
    }
    note(.noAccount, 0, inputs.hasAccount ? 0 : 1, denies: !inputs.hasAccount)
    let limit = bound(inputs.limit)
    let exposure = inputs.exposure(self)
    note(.limit, limit, exposure, denies: exposure > limit)
    if let group = inputs.group {
      let bound = bound(group.limit)
      let exposure = group.owed + inputs.added - (deductsUnapplied ? group.unappliedCash : 0)
      note(.groupLimit, bound, exposure, denies: exposure > bound)
    }
    note(.overdueDays, overdueDays, inputs.oldestDays, denies: inputs.oldestDays > overdueDays ?? 0)
    if let overdueShare {
      let isLarge = inputs.overdue > overdueShareMinimum
      let isShareLarge =
        Int128(inputs.overdue) * 100_000_000 > Int128(overdueShare.micros)
        * Int128(inputs.openItems)
      let share =
        inputs.openItems > 0
        ? Int128(inputs.overdue) * 100_000_000 / Int128(inputs.openItems) : 0
      note(
        .overdueShare, overdueShare.micros, Int64(clamping: share), denies: isLarge && isShareLarge)
    }
    if checksTerms, let terms = inputs.terms {
      note(
        .terms, terms.agreedDays, terms.days,
        denies: terms.days > terms.agreedDays || terms.isDiscountBetter)
    }
    if let days = inputs.daysPastReview {
      note(.reviewExpired, reviewGrace, days, denies: days > reviewGrace ?? 0)
    }
    note(
      .dunning, dunningLevel, inputs.dunningLevel, denies: inputs.dunningLevel >= dunningLevel ?? 0)
    note(.orderSize, largestOrder, inputs.gross, denies: inputs.gross > largestOrder ?? 0)
    if !inputs.hasInvoices {
      note(
        .firstOrder, largestFirstOrder, inputs.gross, denies: inputs.gross > largestFirstOrder ?? 0)
    }
    return outcomes
  }

  /// The limit with its tolerance.
  private func bound(_ limit: Int64) -> Int64 {
    guard limitTolerance > .zero else { return limit }
    let scaled = Int128(limit) * Int128(100_000_000 + limitTolerance.micros) / 100_000_000
    return Int64(clamping: scaled)
  }

  /// The largest of the payments that the failed rules ask for; 0 where none can be paid away.
  package func passesIf(_ failures: [RuleOutcome], _ inputs: CreditInputs) -> Int64 {
    failures.map { payment(for: $0, inputs) }.max() ?? 0
  }

  /// What paid on the right items, or for a limit added to it, makes the rule pass; 0 where money
  /// does not help.
  package func payment(for failure: RuleOutcome, _ inputs: CreditInputs) -> Int64 {
    switch failure.rule {
    case .limit, .groupLimit: return failure.value - failure.threshold
    case .prepayment: return failure.threshold - failure.value
    case .overdueDays: return inputs.tooOld
    case .overdueShare:
      // ⌈(V − pR) ÷ (1 − p)⌉, p in 10^-8.
      let p = Int128(failure.threshold)
      let above = inputs.overdue - overdueShareMinimum
      guard p < 100_000_000 else { return above }
      let numerator = Int128(inputs.overdue) * 100_000_000 - p * Int128(inputs.openItems)
      let divisor = 100_000_000 - p
      return min(Int64(clamping: (numerator + divisor - 1) / divisor), above)
    case .blocked, .noAccount, .terms, .reviewExpired, .dunning, .orderSize, .firstOrder: return 0
    }
  }
}
