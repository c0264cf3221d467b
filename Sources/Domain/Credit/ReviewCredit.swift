/// Scores a customer from its payment history: score, class and proposed limit. The limit in force
/// stays; who wants the proposed one sets it, within authority or by approval.
///
/// A review date that has come moves on where the proposal bears the limit in force; else it stays,
/// until a person has set a limit.
///
/// The history is read beforehand and comes in as a value, like the time: it does not have to be that
/// of the same instant.
package struct ReviewCredit: Command {
  package let customer: ID<Customer>
  package let history: PaymentHistory

  package init(customer: ID<Customer>, history: PaymentHistory) {
    self.customer = customer
    self.history = history
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
    let before = books.creditAccount(of: customer.id)
    let rules = books.creditRules(on: context.today)
    var history = history
    history.externalRating = before.externalRating
    history.firstInvoice = before.firstInvoice
    let proposal = rules.scoring.proposal(
      from: history, terms: customer.paymentTerms, on: context.today, before.currency)
    var account = before
    account.score = proposal.score.total
    account.riskClass = proposal.riskClass
    account.proposedLimit = proposal.limit
    if let review = account.nextReview, review <= context.today, account.limit <= proposal.limit {
      account.nextReview = proposal.nextReview
    }
    account.updateTime = context.now
    books.put(account)
    let current = books.creditAccount(of: customer.id)
    books.record(
      .creditAccountChanged, ResourceRef(.customer, customer.id), version: current.version,
      customer: customer.id, in: context
    ) {
      $0.member("policy", String(rules.version))
      $0.member("score", proposal.score.total)
      $0.member("risk_class", proposal.riskClass.rawValue)
      $0.member("proposed_limit_minor", proposal.limit)
      $0.member("before_score", before.score ?? 0)
      $0.member("punctuality", proposal.score.punctuality)
      $0.member("overdue", proposal.score.overdue)
      $0.member("age", proposal.score.age)
      $0.member("incidents", proposal.score.incidents)
      $0.member("rating", proposal.score.rating)
      if let days = history.meanDays { $0.member("mean_days", days) }
      $0.member("overdue_percent", history.overdueShare.description)
      if let months = history.months(on: context.today) { $0.member("months", months) }
      $0.member("incident_count", history.incidents)
      if let rating = history.externalRating { $0.member("external_rating", rating) }
      $0.member("sales_minor", history.sales)
      $0.member("paid_invoices", history.paidInvoices)
      $0.member("next_review_date", account.nextReview?.description)
    }
    return current
  }
}
