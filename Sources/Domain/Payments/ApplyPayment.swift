/// Uses what is left of a payment on open items, of this or of another customer: who pays need not be
/// who owes. The receivable of who owes falls, and the unapplied cash of who paid is used.
///
/// Checks, in this order: the payment is there, its version, the amounts, then every application.
package struct ApplyPayment: Command {
  package let payment: ID<Payment>
  package let expectedVersion: Int64?
  package let applications: [RecordPayment.Application]

  package init(
    payment: ID<Payment>, expectedVersion: Int64? = nil,
    applications: [RecordPayment.Application]
  ) {
    self.payment = payment
    self.expectedVersion = expectedVersion
    self.applications = applications
  }

  package var needs: Needs {
    var needs = Needs()
    needs.payments.insert(payment)
    needs.openItems = Set(applications.map(\.item))
    needs.accounts = [.unappliedCash, .receivables]
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Payment {
    let payment = try books.payment(payment, for: context)
    try requireVersion(expectedVersion, of: payment)
    var faults = Faults()
    if applications.isEmpty {
      faults.add("applications", .fieldRequired, "Name at least one open item.")
    }
    for (index, application) in applications.enumerated() {
      faults.check(application.amount, of: payment.currency, at: "applications[\(index)].amount")
    }
    try faults.check()
    return try PaymentApplication(context: context).apply(
      applications.map { .init(item: $0.item, amount: $0.amount?.minorUnits) }, of: payment,
      on: &books)
  }
}
