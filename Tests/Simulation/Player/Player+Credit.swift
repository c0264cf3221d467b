import Domain

/// The credit desk beside limits and releases: profiles, groups, reviews, rule sets.
extension Player {
  mutating func credit(on books: Books) -> any Command {
    switch dice.roll(0...99) {
    case ..<22: updateCreditAccount(on: books)
    case ..<37: reviewCredit(on: books)
    case ..<44: WarnOfUtilization(customer: dice.pick(known.customers) ?? stranger())
    case ..<50: expireTemporaryLimit(on: books)
    case ..<61: redecideCredit(on: books)
    case ..<74: askAbove(on: books)
    case ..<92: decideApproval(on: books)
    default: dice.chance(70) ? createPolicyVersion(on: books) : createPricingVersion()
    }
  }

  /// Of whom it is over, mostly.
  private mutating func expireTemporaryLimit(on books: Books) -> any Command {
    let over = known.customers.filter {
      (books.creditAccounts[$0]?.temporaryLimit).map { $0.until < today } ?? false
    }
    return ExpireTemporaryLimit(
      customer: dice.pick(over) ?? dice.pick(known.customers) ?? stranger())
  }

  private mutating func updateCreditAccount(on books: Books) -> any Command {
    let id = dice.chance(97) ? dice.pick(known.customers) ?? stranger() : stranger()
    let account = books.creditAccounts[id]
    var fields = UpdateCreditAccount.Fields()
    switch dice.roll(0...99) {
    case ..<35:
      fields.group = dice.chance(30) ? .some(nil) : dice.pick(known.customers) ?? stranger()
    case ..<55:
      fields.isBlocked = dice.chance(25)
      fields.blockReason = "review"
    case ..<70:
      fields.nextReview = dice.chance(30) ? .some(nil) : today.adding(days: dice.roll(-20...400))
    case ..<80: fields.externalRating = Int64(dice.roll(-1...101))
    case ..<90:
      fields.agreedTerms = dice.pick([PaymentTerms("net 60"), PaymentTerms("2/10 net 30"), nil])
    default: fields.insured = Money(Int64(dice.roll(-1...1000)) * 1000, world.currency)
    }
    return UpdateCreditAccount(
      customer: id, expectedVersion: version(account?.version), fields: fields, note: "desk")
  }

  /// Of whom it is due, mostly.
  private mutating func reviewCredit(on books: Books) -> any Command {
    let due = known.customers.filter {
      (books.creditAccounts[$0]?.nextReview).map { $0 < today } ?? false
    }
    let some = dice.chance(80) ? dice.pick(due) : nil
    var history = PaymentHistory()
    history.paid = Int64(dice.roll(0...100_000))
    history.weightedDays = history.paid * Int64(dice.roll(-10...40))
    history.receivables = Int64(dice.roll(0...100_000))
    history.overdue = history.receivables * Int64(dice.roll(0...40)) / 100
    history.incidents = Int64(dice.roll(0...4))
    history.paidInvoices = Int64(dice.roll(0...6))
    history.sales = Int64(dice.roll(0...90_000_000))
    return ReviewCredit(
      customer: some ?? dice.pick(known.customers) ?? stranger(), history: history)
  }

  private mutating func redecideCredit(on books: Books) -> any Command {
    for _ in 0..<6 {
      guard let id = dice.pick(known.orders), let order = books.orders[id] else { break }
      if order.holds.contains(where: { $0.kind == .credit }) { return RedecideCredit(order: id) }
    }
    return RedecideCredit(order: dice.pick(known.orders) ?? stranger())
  }

  private mutating func createPolicyVersion(on books: Books) -> any Command {
    var rules = CreditRules(in: world.currency)
    rules.limitTolerance = dice.pick([.zero, .zero, Percent(whole: 5)]) ?? .zero
    rules.overdueDays = dice.pick([30, 10, nil]) ?? nil
    rules.overdueShare = dice.pick([Percent(whole: 25), Percent(whole: 60), nil]) ?? nil
    let scale: Int64 = world.currency.digits == 3 ? 10 : 1
    rules.largestOrder =
      dice.pick([nil, nil, nil, 500_000 * scale]) ?? nil
    rules.largestFirstOrder = dice.pick([nil, 200_000 * scale]) ?? nil
    rules.deductsUnapplied = dice.chance(80)
    rules.checksTerms = dice.chance(80)
    return CreatePolicyVersion(
      rules: .credit(rules),
      validFrom: dice.chance(50) ? nil : today.adding(days: dice.roll(-1...20)), testCases: [],
      note: "tuning", method: "Policy", request: [3])
  }

  /// What may be taken off, and how, with a case that shows it.
  private mutating func createPricingVersion() -> any Command {
    var rules = PricingRules()
    let most = Int64(dice.roll(20...100))
    rules.maxLinePercent = Percent(whole: most)
    rules.freeLinePercent = Percent(whole: min(most + 2, Int64(dice.roll(5...100))))
    rules.freeOrderPercent = Percent(whole: Int64(dice.roll(3...100)))
    rules.stacking = dice.pick(PricingRules.Stacking.allCases) ?? .chained
    rules.maxLineDiscounts = dice.roll(1...10)
    rules.minimumOrderValue = dice.chance(30) ? Int64(dice.roll(1...500)) : 0
    let line = PricingInputs.Line(
      gross: 10_000, discounts: [.percent(Percent(whole: most)), .percent(Percent(whole: 5))])
    let isOver = rules.stacking != .largestOnly && most < 100
    var failed: [PricingRule] = isOver ? [.lineMaximum] : []
    if rules.stacking != .largestOnly, rules.maxLineDiscounts < 2 { failed.append(.lineCount) }
    let test = Policy.TestCase(
      "beyond", .pricing(PricingInputs(lines: [line], mayExceed: true), failed: failed))
    return CreatePolicyVersion(
      rules: .pricing(rules), validFrom: nil, testCases: most < 95 ? [test] : [],
      note: "discounts", method: "Policy", request: [3])
  }
}
