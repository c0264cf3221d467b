/// Notes that the last day of a temporary limit has passed, and takes it off the account. It has not
/// counted since that day: this is what the sweep leaves in the log.
///
/// Changes nothing while the limit is in force, or where there is none.
package struct ExpireTemporaryLimit: Command {
  package let customer: ID<Customer>

  package init(customer: ID<Customer>) { self.customer = customer }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> CreditAccount {
    let customer = try books.customer(customer, for: context)
    var account = books.creditAccount(of: customer.id)
    guard let temporary = account.temporaryLimit, temporary.until < context.today else {
      return account
    }
    account.wasGranted = account.isOpen
    account.temporaryLimit = nil
    account.updateTime = context.now
    books.put(account)
    let current = books.creditAccount(of: customer.id)
    books.record(
      .creditLimitExpired, ResourceRef(.customer, customer.id), version: current.version,
      customer: customer.id, in: context
    ) {
      $0.member("currency", account.currency.code)
      $0.member("temporary_minor", temporary.amount)
      $0.member("temporary_until", temporary.until.description)
      $0.member("limit_minor", account.limit)
      $0.member("exposure_minor", account.exposure)
    }
    return current
  }
}
