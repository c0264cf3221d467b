/// What the credit rules would say of a customer and an amount, or of an order as it is, by the account
/// of who owes. It changes nothing: it is asked on books that are thrown away.
///
/// Checks: the order or the customer is there, the account is the caller's to see, and the amount is
/// in its currency.
package struct CheckCredit: Command {
  package let customer: ID<Customer>?
  package let order: ID<Order>?
  /// Nil: nothing, or the order's own.
  package let amount: Money?
  package let checkpoint: CreditCheckpoint
  package let terms: PaymentTerms?

  package init(
    customer: ID<Customer>?, order: ID<Order>? = nil, amount: Money? = nil,
    checkpoint: CreditCheckpoint = .confirm, terms: PaymentTerms? = nil
  ) {
    self.customer = customer
    self.order = order
    self.amount = amount
    self.checkpoint = checkpoint
    self.terms = terms
  }

  package struct Answer: Sendable, Equatable {
    package var assessment: CreditAssessment
    package var account: CreditAccount
    package var group: CreditAccount?
  }

  package var needs: Needs {
    var needs = Needs()
    if let customer { needs.customers.insert(customer) }
    if let order { needs.orders.insert(order) }
    needs.decidesCredit = true
    needs.policies = true
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let debtor = customer.flatMap({ books.customers[$0]?.billTo }),
      books.creditAccounts[debtor] == nil
    else { return nil }
    var needs = Needs()
    needs.customers.insert(debtor)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Answer {
    var found: Order?
    if let order { found = try books.order(order, for: context) }
    guard let id = found?.customer ?? self.customer else {
      throw .invalidField("customer", .fieldRequired, "Name a customer or an order.")
    }
    if let named = self.customer, named != id {
      throw .invalidField("customer", .fieldInvalid, "The order is of another customer.")
    }
    let customer = try books.customer(id, for: context)
    let debtor = found?.debtor ?? customer.billTo ?? id
    guard context.caller.sees(debtor), let owing = books.customers[debtor] else {
      throw .notFound("customers/\(id)/creditAccount")
    }
    let account = books.creditAccount(of: debtor)
    if let amount, amount.currency != account.currency {
      throw .invalidField(
        "amount.currency_code", .currencyMismatch, "The account is kept in \(account.currency).")
    }
    let rules = books.creditRules(on: context.today)
    var inputs = books.creditInputs(
      of: debtor, orderedBy: id, rules, at: checkpoint, in: context)
    inputs.added = added(found)
    inputs.gross = amount?.minorUnits ?? found?.totals.gross ?? 0
    if (terms ?? found?.paymentTerms ?? owing.paymentTerms).isPrepaid {
      inputs.prepayment = .init(
        required: amount?.minorUnits ?? found?.prepaymentRequired ?? 0,
        paid: found.map(books.depositsPaid) ?? 0)
    }
    inputs.terms = .init(
      terms ?? found?.paymentTerms ?? owing.paymentTerms,
      agreed: account.agreedTerms ?? owing.paymentTerms,
      on: found?.orderDate ?? context.today)
    return Answer(
      assessment: CreditAssessment(
        inputs, rules, at: checkpoint, revision: max(1, found?.revision ?? 1), now: context.now),
      account: account, group: account.group.flatMap { books.creditAccounts[$0] })
  }

  /// What an order holds of the exposure already is not counted twice.
  private func added(_ order: Order?) -> Int64 {
    guard var free = order else { return amount?.minorUnits ?? 0 }
    let held = free.exposure.openOrders + free.exposure.unbilledShipments
    if let amount { return amount.minorUnits - held }
    guard checkpoint != .ship else { return 0 }
    switch free.state {
    case .draft, .onHold:
      free.holds.removeAll { $0.kind == .credit }
      free.state = .confirmed
    case .confirmed, .cancelled, .completed: break
    }
    return free.exposure.openOrders + free.exposure.unbilledShipments - held
  }
}
