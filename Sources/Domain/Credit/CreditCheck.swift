/// One decision on credit with everything that it rests on.
package struct CreditAssessment: Equatable, Sendable {
  package var checkpoint: CreditCheckpoint
  package var inputs: CreditInputs
  /// What each rule said, in the order of `CreditRule`.
  package var outcomes: [RuleOutcome]
  /// What the order keeps of it.
  package var decision: CreditDecision

  package init(
    _ inputs: CreditInputs, _ rules: CreditRules, at checkpoint: CreditCheckpoint,
    revision: Int32 = 1, now: Instant
  ) {
    self.checkpoint = checkpoint
    self.inputs = inputs
    outcomes = rules.outcomes(inputs, at: checkpoint)
    let failures = outcomes.filter { !$0.passed }
    decision = CreditDecision(
      result: failures.isEmpty ? .approved : .denied, failures: failures,
      exposure: inputs.exposure(rules), limit: inputs.limit,
      passesIf: rules.passesIf(failures, inputs), policy: rules.version, decidedAt: now)
    decision.revision = revision
  }
}

extension Books {
  /// Decides on credit for an order, by the account of who owes it. The rules see the books after the command's change, so nothing
  /// is counted twice.
  ///
  /// - Parameter added: what the change adds to the exposure that is on the account now.
  package func assessCredit(
    of order: Order, at checkpoint: CreditCheckpoint, added: Int64, in context: Context
  ) -> CreditAssessment {
    let rules = creditRules(on: context.today)
    var inputs = creditInputs(
      of: order.debtor, orderedBy: order.customer, rules, at: checkpoint, in: context)
    inputs.added = added
    inputs.gross = order.totals.gross
    inputs.prepayment = prepayment(of: order)
    let agreed = creditAccount(of: order.debtor).agreedTerms
    if let agreed = agreed ?? customers[order.debtor]?.paymentTerms {
      inputs.terms = .init(order.paymentTerms, agreed: agreed, on: order.orderDate)
    }
    return CreditAssessment(
      inputs, rules, at: checkpoint, revision: order.revision, now: context.now)
  }

  /// Nil where the order's terms give credit.
  package func prepayment(of order: Order) -> CreditInputs.Prepayment? {
    guard order.paymentTerms.isPrepaid else { return nil }
    return .init(required: order.prepaymentRequired, paid: depositsPaid(of: order))
  }

  /// What the books say of a customer, whatever the order. A block of who orders counts as one of who
  /// owes.
  package func creditInputs(
    of customer: ID<Customer>, orderedBy buyer: ID<Customer>, _ rules: CreditRules,
    at checkpoint: CreditCheckpoint,
    in context: Context
  ) -> CreditInputs {
    let account = creditAccount(of: customer)
    let group = account.group.flatMap { creditAccounts[$0] }
    var inputs = CreditInputs()
    inputs.openOrders = account.openOrders
    inputs.unbilledShipments = account.unbilledShipments
    inputs.openItems = account.openItems
    inputs.unappliedCash = account.unappliedCash
    inputs.limit = account.limit(on: context.today)
    inputs.hasAccount = account.isOpen
    let act: Customer.Block.Scope = checkpoint == .ship ? .shipments : .orders
    inputs.isBlocked =
      account.isBlocked || group?.isBlocked == true || customers[customer]?.refuses(act) == true
      || buyer != customer && customers[buyer]?.refuses(act) == true
    inputs.hasInvoices = account.firstInvoice != nil
    if let review = account.nextReview {
      inputs.daysPastReview =
        Int64(context.today.daysSince1970) - Int64(review.daysSince1970)
    }
    // A head answers for the whole group, also with its own orders.
    if let head = group ?? (account.isGroupHead ? account : nil) {
      inputs.group = .init(
        owed: head.owed + head.membersOwed,
        unappliedCash: head.unappliedCash + head.membersUnappliedCash,
        limit: head.limit(on: context.today))
    }
    if let ageing = ageings[customer] {
      inputs.overdue = ageing.overdue(on: context.today)
      inputs.oldestDays = ageing.oldestDays(on: context.today, from: rules.overdueItemMinimum)
      inputs.tooOld = ageing.open(morePastDueThan: rules.overdueDays ?? .max, on: context.today)
      inputs.dunningLevel = ageing.dunningLevel
    }
    return inputs
  }

  /// Every decision leaves its inputs, its rules and its outcome in the log.
  @discardableResult
  mutating func recordDecision(
    _ assessment: CreditAssessment, on order: Order, in context: Context
  ) -> ID<Event> {
    let currency = order.currency
    return record(.creditDecided, order, in: context) {
      $0.member("account", order.billTo.map { "customers/\($0)/creditAccount" })
      $0.assessment(assessment, currency)
    }
  }
}

extension CreditInputs.Terms {
  package init(_ terms: PaymentTerms, agreed: PaymentTerms, on day: CalendarDay) {
    func days(_ terms: PaymentTerms) -> Int64 {
      Int64(terms.dueDate(from: day).daysSince1970) - Int64(day.daysSince1970)
    }
    let isBetter = terms.discounts.contains { wanted in
      !agreed.discounts.contains { $0.percent >= wanted.percent && $0.days >= wanted.days }
    }
    self.init(days: days(terms), agreedDays: days(agreed), isDiscountBetter: isBetter)
  }
}

extension CreditDecision {
  /// Who may not see credit figures, or not who owes, learns the rules that failed, and no amounts.
  func rejection(of order: Order, in context: Context) -> Rejection {
    let currency = order.currency
    let rules = failed.map(\.rawValue).joined(separator: ",")
    if failed == [.prepayment] {
      return Rejection(
        .creditHold, "The order waits until a deposit of all that it comes to is paid.",
        metadata: ["rules": rules])
    }
    guard context.caller.may("credit.read"), context.caller.sees(order.debtor) else {
      return Rejection(
        .creditHold, "The credit rules stop this order. Ask the seller's credit desk.",
        metadata: ["rules": rules])
    }
    return Rejection(
      .creditHold,
      "The credit rules stop this order (\(rules)): exposure would be "
        + "\(Money(exposure, currency)) with a limit of \(Money(limit, currency)). "
        + (passesIf > 0 ? "It would pass if \(Money(passesIf, currency)) were paid." : ""),
      metadata: [
        "rules": rules, "exposureMinor": String(exposure), "limitMinor": String(limit),
        "passesIfMinor": String(passesIf), "currencyCode": currency.code,
      ])
  }
}

extension CreditDecision {
  /// An approval lets goods leave for this long.
  package static let approvalDays: Int64 = 7

  /// Goods may leave on it without the rules being asked again: an approval of this revision that is
  /// not too old, or a release of this revision and amount that still holds.
  func covers(_ order: Order, at now: Instant) -> Bool {
    guard revision == order.revision else { return false }
    switch result {
    case .approved: return now < decidedAt.adding(days: Self.approvalDays)
    case .overridden:
      if let amount, order.totals.gross > amount { return false }
      return validUntil.map { now < $0 } ?? true
    case .denied: return false
    }
  }
}

extension Books {
  /// It was approved because it was paid for, and is not any more.
  func lacksPrepayment(_ order: Order) -> Bool {
    guard order.credit?.result == .approved, let prepayment = prepayment(of: order) else {
      return false
    }
    return prepayment.paid < prepayment.required
  }

  /// Whether a block keeps the goods of a debtor from leaving, whatever was approved.
  func isCreditBlocked(_ customer: ID<Customer>) -> Bool {
    let account = creditAccount(of: customer)
    return account.isBlocked || account.group.flatMap { creditAccounts[$0]?.isBlocked } == true
      || customers[customer]?.refuses(.shipments) == true
  }
}
