/// Changes the profile of a credit account: its group, a block, insurance, rating and review date.
/// The limit is set by SetCreditLimit alone.
///
/// Checks, in this order: the customer is there, the version, the fields, the group.
package struct UpdateCreditAccount: Command {
  package let customer: ID<Customer>
  package let expectedVersion: Int64?
  package let fields: Fields
  package let note: String

  /// Nil leaves a field as it is.
  package struct Fields: Sendable {
    /// The customer whose account is the group's; `.some(nil)` leaves the group.
    package var group: ID<Customer>??
    package var isBlocked: Bool?
    package var blockReason: String?
    package var insured: Money?
    package var clearsInsured = false
    package var externalRating: Int64??
    package var nextReview: CalendarDay??
    package var agreedTerms: PaymentTerms??
    package init() {}
  }

  package init(
    customer: ID<Customer>, expectedVersion: Int64?, fields: Fields, note: String = ""
  ) {
    self.customer = customer
    self.expectedVersion = expectedVersion
    self.fields = fields
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    if case .some(.some(let group)) = fields.group { needs.customers.insert(group) }
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> CreditAccount {
    let customer = try books.customer(customer, for: context)
    let before = books.creditAccount(of: customer.id)
    try requireVersion(expectedVersion, of: before)
    try shape(before)
    var account = before
    if let isBlocked = fields.isBlocked { account.isBlocked = isBlocked }
    if let reason = fields.blockReason { account.blockReason = reason }
    if !account.isBlocked { account.blockReason = "" }
    if fields.clearsInsured { account.insured = 0 }
    if let insured = fields.insured { account.insured = insured.minorUnits }
    if let rating = fields.externalRating { account.externalRating = rating }
    if let review = fields.nextReview { account.nextReview = review }
    if let terms = fields.agreedTerms { account.agreedTerms = terms }
    if let group = fields.group, group != before.group {
      try move(&account, to: group, on: &books, in: context)
    }
    guard account != before else { return before }
    account.updateTime = context.now
    books.put(account)
    let current = books.creditAccount(of: customer.id)
    books.record(
      .creditAccountChanged, ResourceRef(.customer, customer.id), version: current.version,
      customer: customer.id, in: context
    ) {
      $0.change("group", before.group?.description ?? "", current.group?.description ?? "")
      $0.change("blocked", before.isBlocked.description, current.isBlocked.description)
      $0.change("block_reason", before.blockReason, current.blockReason)
      $0.change("insured_minor", before.insured.description, current.insured.description)
      $0.change(
        "external_rating", before.externalRating?.description ?? "",
        current.externalRating?.description ?? "")
      $0.change(
        "next_review_date", before.nextReview?.description ?? "",
        current.nextReview?.description ?? "")
      $0.change(
        "agreed_terms", before.agreedTerms?.description ?? "",
        current.agreedTerms?.description ?? "")
      $0.member("note", note)
    }
    return current
  }

  private func shape(_ account: CreditAccount) throws(Rejection) {
    var faults = Faults()
    if let insured = fields.insured {
      if insured.currency != account.currency {
        faults.add(
          "credit_account.insured_amount.currency_code", .currencyMismatch,
          "The account is kept in \(account.currency).")
      }
      if insured.minorUnits < 0 {
        faults.add(
          "credit_account.insured_amount.minor_units", .fieldOutOfRange,
          "An insured amount is not negative.")
      }
    }
    if case .some(.some(let rating)) = fields.externalRating, !(0...100).contains(rating) {
      faults.add(
        "credit_account.external_rating", .fieldOutOfRange, "A rating is from 0 to 100.")
    }
    try faults.check()
  }

  /// Takes the account out of its group and into another, with its sums.
  private func move(
    _ account: inout CreditAccount, to group: ID<Customer>?, on books: inout Books,
    in context: Context
  ) throws(Rejection) {
    let path = "credit_account.group"
    if let group {
      guard context.caller.sees(group), let head = books.creditAccounts[group],
        books.customers[group] != nil
      else { throw .invalidField(path, .referenceNotFound, "There is no such credit account.") }
      guard group != account.customer, head.group == nil, !account.isGroupHead else {
        throw .invalidField(
          path, .fieldInvalid, "A group has one level: its head is in no group, nor is it itself.")
      }
      guard head.currency == account.currency else {
        throw .invalidField(
          path, .currencyMismatch, "The group's account is kept in \(head.currency).")
      }
    }
    books.move(&account, to: group, in: context)
  }
}

extension Books {
  /// Takes an account out of its group and into another, with its sums. The account is changed in hand;
  /// that groups have one level is checked before.
  mutating func move(
    _ account: inout CreditAccount, to group: ID<Customer>?, in context: Context
  ) {
    if let group, var head = creditAccounts[group] {
      head.members += 1
      head.membersOwed += account.owed
      head.membersUnappliedCash += account.unappliedCash
      head.updateTime = context.now
      put(head)
    }
    if let old = account.group, var head = creditAccounts[old] {
      head.members -= 1
      head.membersOwed -= account.owed
      head.membersUnappliedCash -= account.unappliedCash
      head.updateTime = context.now
      put(head)
    }
    account.group = group
  }
}
