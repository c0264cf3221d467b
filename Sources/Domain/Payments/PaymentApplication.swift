/// Puts money of a payment on open items, and takes it off again: the one way for recording,
/// applying and un-applying.
struct PaymentApplication {
  let context: Context

  /// What is asked: an amount, or as much as fits.
  struct Asked {
    var item: ID<OpenItem>
    var amount: Int64?
  }

  /// Checks every application, all faults together, then applies them in order.
  func apply(
    _ asked: [Asked], of payment: Payment, on books: inout Books
  ) throws(Rejection) -> Payment {
    let resolved = try check(asked, payment, on: books)
    guard !resolved.isEmpty else { return books.payments[payment.id] ?? payment }
    var payment = payment
    let date = max(payment.valueDate, resolved.map(\.item.documentDate).max() ?? payment.valueDate)
    for (item, amount) in resolved {
      var item = item
      item.open -= amount
      let entry = books.post(
        [
          .init(.unappliedCash, amount, customer: payment.customer),
          .init(.receivables, -amount, customer: item.customer),
        ],
        payment.currency, on: date, for: ResourceRef(.payment, payment.id), in: context)
      payment.applications.append(
        .init(
          id: books.makeID(in: context), item: item.id, customer: item.customer, amount: amount,
          effectiveDate: date, recordTime: context.now, entry: entry.id))
      books.put(item, in: context)
    }
    books.put(payment, in: context)
    for (item, amount) in resolved { record(item.id, amount, payment, on: &books) }
    return books.payments[payment.id] ?? payment
  }

  private func check(
    _ asked: [Asked], _ payment: Payment, on books: Books
  ) throws(Rejection) -> [(item: OpenItem, amount: Int64)] {
    var faults = Faults()
    var overpaid = Faults()
    var metadata: [String: String] = [:]
    var resolved: [(item: OpenItem, amount: Int64)] = []
    var left = payment.unapplied
    var seen: Set<ID<OpenItem>> = []
    for (index, application) in asked.enumerated() {
      let path = "applications[\(index)]"
      guard let item = books.openItems[application.item], context.caller.sees(item.customer) else {
        faults.add("\(path).item", .referenceNotFound, "There is no such open item.")
        continue
      }
      if !seen.insert(item.id).inserted {
        faults.add("\(path).item", .fieldInvalid, "The item is named twice.")
      }
      if item.currency != payment.currency {
        faults.add(
          "\(path).item", .currencyMismatch,
          "The item is in \(item.currency), the payment in \(payment.currency).")
      }
      let amount = application.amount ?? min(max(0, left), max(0, item.open))
      if amount > item.open {
        if metadata.isEmpty {
          metadata = ["item": "openItems/\(item.id)", "openMinor": String(item.open)]
        }
        overpaid.add(
          "\(path).amount", .itemOverpaid,
          "\(item.documentNumber) has \(Money(item.open, item.currency)) open.")
      }
      left -= amount
      if amount > 0 { resolved.append((item, amount)) }
    }
    try faults.check()
    try overpaid.check(.itemOverpaid, "More is applied to an item than it has open.", metadata)
    if left < 0 {
      throw Rejection(
        .overApplication,
        "The payment has \(Money(payment.unapplied, payment.currency)) left to apply.",
        metadata: ["payment": "payments/\(payment.id)", "openMinor": String(payment.unapplied)])
    }
    return resolved
  }

  private func record(
    _ item: ID<OpenItem>, _ amount: Int64, _ payment: Payment, on books: inout Books
  ) {
    guard let item = books.openItems[item] else { return }
    books.record(
      .paymentApplied, ResourceRef(.payment, payment.id),
      version: books.payments[payment.id]?.version ?? 1, customer: payment.customer, in: context
    ) {
      $0.member("item", "openItems/\(item.id)")
      $0.member("document", item.documentNumber)
      $0.member("amount_minor", amount)
      $0.member("open_before_minor", item.open + amount)
      $0.member("open_after_minor", item.open)
      $0.member("currency", payment.currency.code)
    }
    // An invoice in instalments is paid with the last of them.
    let isPaid = books.openItems(of: item.order).allSatisfy {
      $0.invoice != item.invoice || $0.open == 0
    }
    books.record(
      isPaid ? .invoicePaid : .invoicePartlyPaid, ResourceRef(.invoice, item.invoice),
      version: item.version, customer: item.customer, in: context
    ) {
      $0.member("number", item.documentNumber)
      $0.member("payment", "payments/\(payment.id)")
      $0.member("open_minor", item.open)
    }
  }
}
