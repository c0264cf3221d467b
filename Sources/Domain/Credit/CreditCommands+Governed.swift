/// What waits for another person when its caller's authority ends.
extension SetCreditLimit: GovernedCommand {
  package func subject(on books: Books) -> ResourceRef { ResourceRef(.customer, customer) }

  package func suspend(
    for approval: ID<Approval>, on books: inout Books, in context: Context
  ) -> CreditAccount {
    var account = books.creditAccount(of: customer)
    account.approval = approval
    account.updateTime = context.now
    books.put(account)
    return books.creditAccount(of: customer)
  }
}

extension ReleaseCreditHold: GovernedCommand {
  package func subject(on books: Books) -> ResourceRef { ResourceRef(.order, order) }

  package func suspend(
    for approval: ID<Approval>, on books: inout Books, in context: Context
  ) -> Order {
    guard var order = books.orders[order] else {
      preconditionFailure("the order was found before authority was asked for")
    }
    order.approval = approval
    order.updateTime = context.now
    books.put(order, in: context)
    return books.orders[order.id] ?? order
  }
}

extension MergeCustomers: GovernedCommand {
  package func subject(on books: Books) -> ResourceRef { ResourceRef(.customer, source) }

  /// The answer says already which partners would see more.
  package func suspend(
    for approval: ID<Approval>, on books: inout Books, in context: Context
  ) -> CustomerMerge {
    var account = books.creditAccount(of: source)
    account.approval = approval
    account.updateTime = context.now
    books.put(account)
    guard let customer = books.customers[source] else {
      preconditionFailure("the customer was found before authority was asked for")
    }
    return CustomerMerge(customer: customer, partners: partnersToBind(on: books).map(\.id))
  }
}
