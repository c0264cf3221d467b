/// Sets what a customer may owe. A lower limit revokes nothing; the next decision sees it. Who sets a
/// limit has looked at the customer: the next review follows from its risk class.
///
/// Checks, in this order: the customer is there, the version, the currency, the temporary limit, the
/// authority for the larger of the two amounts.
package struct SetCreditLimit: Command {
  package let customer: ID<Customer>
  /// Nil where an approver carries it out: then the account may have moved on meanwhile.
  package let expectedVersion: Int64?
  package let limit: Money
  package let temporaryLimit: (amount: Money, until: CalendarDay)?
  package let note: String

  package init(
    customer: ID<Customer>, expectedVersion: Int64?, limit: Money,
    temporaryLimit: (amount: Money, until: CalendarDay)? = nil, note: String = ""
  ) {
    self.customer = customer
    self.expectedVersion = expectedVersion
    self.limit = limit
    self.temporaryLimit = temporaryLimit
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    needs.policies = true
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> CreditAccount {
    let customer = try books.customer(customer, for: context)
    var account = books.creditAccount(of: customer.id)
    try requireVersion(expectedVersion, of: account)
    try shape(account, in: context)
    let largest = max(limit.minorUnits, temporaryLimit?.amount.minorUnits ?? 0)
    try context.caller.requireAuthority("credit.limit", for: Money(largest, account.currency))

    let before = account
    account.limit = limit.minorUnits
    account.wasGranted = true
    if let riskClass = account.riskClass {
      let classes = books.creditRules(on: context.today).scoring.classes
      account.nextReview = classes.first { $0.riskClass == riskClass }
        .map { context.today.adding(days: $0.reviewDays) }
    }
    account.approval = nil
    account.temporaryLimit = temporaryLimit.map {
      .init(amount: $0.amount.minorUnits, until: $0.until)
    }
    account.updateTime = context.now
    books.put(account)
    books.record(
      .creditLimitChanged, ResourceRef(.customer, customer.id),
      version: books.creditAccount(of: customer.id).version, customer: customer.id, in: context
    ) {
      $0.member("currency", account.currency.code)
      $0.member("before_minor", before.limit)
      $0.member("after_minor", account.limit)
      if let temporary = account.temporaryLimit {
        $0.member("temporary_minor", temporary.amount)
        $0.member("temporary_until", temporary.until.description)
      }
      $0.member("note", note)
    }
    return books.creditAccount(of: customer.id)
  }

  private func shape(_ account: CreditAccount, in context: Context) throws(Rejection) {
    var faults = Faults()
    if limit.currency != account.currency {
      faults.add(
        "limit.currency_code", .currencyMismatch, "The account is kept in \(account.currency).")
    }
    if limit.minorUnits < 0 {
      faults.add("limit.minor_units", .fieldOutOfRange, "A limit is not negative.")
    }
    if let temporaryLimit {
      if temporaryLimit.amount.currency != account.currency {
        faults.add(
          "temporary_limit.amount.currency_code", .currencyMismatch,
          "The account is kept in \(account.currency).")
      }
      if temporaryLimit.amount.minorUnits < 0 {
        faults.add(
          "temporary_limit.amount.minor_units", .fieldOutOfRange, "A limit is not negative.")
      }
      if temporaryLimit.until < context.today {
        faults.add("temporary_limit.until_date", .fieldOutOfRange, "The date has passed.")
      }
    }
    try faults.check()
  }
}
