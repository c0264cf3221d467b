/// Takes applications back: the money is unapplied again, the items are open again, and the
/// postings are reversed with today's date.
///
/// Checks, in this order: the payment is there, its version, that each application is its own and
/// active.
package struct UnapplyPayment: Command {
  package let payment: ID<Payment>
  package let expectedVersion: Int64?
  package let applications: [ID<Payment.Application>]
  package let reason: String

  package init(
    payment: ID<Payment>, expectedVersion: Int64? = nil,
    applications: [ID<Payment.Application>], reason: String
  ) {
    self.payment = payment
    self.expectedVersion = expectedVersion
    self.applications = applications
    self.reason = reason
  }

  package var needs: Needs {
    var needs = Needs()
    needs.payments.insert(payment)
    needs.accounts = [.unappliedCash, .receivables]
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Payment {
    var payment = try books.payment(payment, for: context)
    try requireVersion(expectedVersion, of: payment)
    let indices = try positions(in: payment, for: context)
    for index in indices {
      payment.applications[index].state = .unapplied
      payment.applications[index].unappliedDate = context.today
      payment.applications[index].unappliedTime = context.now
    }
    var reopened: [(item: OpenItem, application: Payment.Application)] = []
    for index in indices {
      let application = payment.applications[index]
      guard var item = books.openItems[application.item] else {
        preconditionFailure("an application's item is loaded with its payment")
      }
      item.open += application.amount
      books.put(item, in: context)
      reopened.append((item, application))
    }
    books.put(payment, in: context)
    for (item, application) in reopened {
      let amount = application.amount
      books.post(
        [
          .init(.receivables, amount, customer: item.customer),
          .init(.unappliedCash, -amount, customer: payment.customer),
        ],
        payment.currency, on: context.today, for: ResourceRef(.payment, payment.id),
        reversing: application.entry, in: context)
      record(item, amount, payment, on: &books, in: context)
    }
    return books.payments[payment.id] ?? payment
  }

  private func positions(
    in payment: Payment, for context: Context
  ) throws(Rejection) -> [Int] {
    var faults = Faults()
    var indices: [Int] = []
    if applications.isEmpty {
      faults.add("application_ids", .fieldRequired, "Name at least one application.")
    }
    for (index, id) in applications.enumerated() {
      let path = "application_ids[\(index)]"
      let found = payment.applications.firstIndex { $0.id == id }
      guard let position = found, context.caller.sees(payment.applications[position].customer)
      else {
        faults.add(path, .referenceNotFound, "The payment has no such application.")
        continue
      }
      if indices.contains(position) {
        faults.add(path, .fieldInvalid, "The application is named twice.")
      }
      indices.append(position)
    }
    try faults.check()
    for position in indices where payment.applications[position].state == .unapplied {
      throw .transition(
        "payments/\(payment.id)", from: Payment.Application.State.unapplied.rawValue,
        requested: "UnapplyPayment", allowed: [Payment.Application.State.active.rawValue])
    }
    return indices
  }

  private func record(
    _ item: OpenItem, _ amount: Int64, _ payment: Payment, on books: inout Books,
    in context: Context
  ) {
    books.record(
      .paymentUnapplied, ResourceRef(.payment, payment.id),
      version: books.payments[payment.id]?.version ?? 1, customer: payment.customer, in: context
    ) {
      $0.member("item", "openItems/\(item.id)")
      $0.member("amount_minor", amount)
      $0.member("open_before_minor", item.open - amount)
      $0.member("open_after_minor", item.open)
      $0.member("reason", reason)
    }
    books.record(
      .invoiceReopened, ResourceRef(.invoice, item.invoice),
      version: books.openItems[item.id]?.version ?? item.version, customer: item.customer,
      in: context
    ) {
      $0.member("number", item.documentNumber)
      $0.member("payment", "payments/\(payment.id)")
      $0.member("open_minor", item.open)
    }
  }
}
