/// Issues a draft: it gets its number, its postings and its open item, and never changes again.
package struct IssueInvoice: Command {
  package let invoice: ID<Invoice>
  package let expectedVersion: Int64?
  package let issueDate: CalendarDay?

  package init(invoice: ID<Invoice>, expectedVersion: Int64? = nil, issueDate: CalendarDay? = nil) {
    self.invoice = invoice
    self.expectedVersion = expectedVersion
    self.issueDate = issueDate
  }

  package var needs: Needs {
    var needs = Needs.issuing
    needs.invoices.insert(invoice)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Invoice {
    let invoice = try books.invoice(invoice, for: context)
    try requireVersion(expectedVersion, of: invoice)
    switch invoice.state {
    case .draft: break
    case .issued:
      throw .transition(
        "invoices/\(invoice.id)", from: invoice.state.rawValue, requested: "IssueInvoice",
        allowed: [Invoice.State.draft.rawValue])
    }
    return try InvoiceIssue(issueDate: issueDate, context: context).issue(invoice, on: &books)
  }
}

/// The one way in which an invoice is issued.
///
/// Checks, in this order: quantities still to bill, seller and buyer data, the issue date; the
/// number is taken last.
struct InvoiceIssue {
  let issueDate: CalendarDay?
  let context: Context

  func issue(_ draft: Invoice, on books: inout Books) throws(Rejection) -> Invoice {
    var order = try books.order(draft.order, for: context)
    // A merge may have moved the order since the draft was made.
    let debtor = try books.customer(order.debtor, for: context)
    var invoice = draft
    invoice.customer = debtor.id
    invoice.seller = books.seller.party
    invoice.buyer = debtor.party
    try quantities(invoice, order)
    try parties(invoice)
    let date = issueDate ?? context.today
    try self.date(date, on: books)

    invoice = try redrawn(invoice, order)
    for line in invoice.lines {
      guard let index = order.lines.firstIndex(where: { $0.number == line.orderLine }) else {
        continue
      }
      order.lines[index].invoiced += line.quantity
      order.lines[index].drawn.base += line.netAmount - line.documentDiscount
      order.lines[index].drawn.discount += line.discountAmount
      order.lines[index].drawn.documentDiscount += line.documentDiscount
    }
    for index in order.charges.indices { order.charges[index].isInvoiced = true }
    let completes = order.state == .confirmed && order.isComplete
    if completes { order.state = .completed }
    order.updateTime = context.now

    let number = books.takeNumber(SeriesKey(.invoice, year: date.year), on: date)
    invoice.number = number
    invoice.state = .issued
    invoice.issueDate = date
    invoice.dueDate = invoice.paymentTerms.dueDate(from: date)
    invoice.deliveryDate = order.lastShipDate
    invoice.issueTime = context.now
    books.put(invoice)
    books.put(order, in: context)
    let item = OpenItem(
      id: books.makeID(in: context), customer: invoice.customer, invoice: invoice.id,
      order: invoice.order,
      documentNumber: number, documentDate: date, dueDate: invoice.dueDate ?? date,
      currency: invoice.currency, original: invoice.totals.gross, at: context.now)
    if item.original != 0 { books.put(item, in: context) }
    let reference = ResourceRef(.invoice, invoice.id)
    let freight = invoice.charges.reduce(0) { $0 + ($1.isFreight ? $1.amount : 0) }
    books.post(
      [
        .init(.receivables, invoice.totals.gross, customer: invoice.customer),
        .init(.revenue, freight - invoice.totals.net), .init(.freight, -freight),
        .init(.outputTax, -invoice.totals.tax),
      ],
      invoice.currency, on: date, for: reference, in: context)
    record(invoice, order, completes, on: &books)
    return books.invoices[invoice.id] ?? invoice
  }

  private func quantities(_ invoice: Invoice, _ order: Order) throws(Rejection) {
    var excess = Faults()
    for (index, line) in invoice.lines.enumerated() {
      let toBill = order.lines.first { $0.number == line.orderLine }?.toBill ?? .zero
      if line.quantity > toBill {
        excess.add(
          "lines[\(index)].quantity", .nothingToInvoice,
          "Line \(line.orderLine) of the order has \(toBill) to invoice, not \(line.quantity).")
      }
    }
    try excess.check(
      .nothingToInvoice, "The order has been invoiced since: less is left than the draft says.",
      ["resource": "orders/\(order.id)"])
  }

  /// What EN 16931 demands of every invoice: BT-27, BT-40 and one of BT-29, 30, 31; BT-44, BT-55.
  private func parties(_ invoice: Invoice) throws(Rejection) {
    var seller = Faults()
    let message = "An invoice cannot be issued without it."
    if invoice.seller.legalName.isEmpty {
      seller.add("seller.party.legal_name", .sellerDataIncomplete, message)
    }
    if invoice.seller.address.countryCode.isEmpty {
      seller.add("seller.party.address.country_code", .sellerDataIncomplete, message)
    }
    if invoice.seller.vatID.isEmpty, invoice.seller.registrationID.isEmpty {
      seller.add("seller.party.vat_id", .sellerDataIncomplete, message)
    }
    try seller.check(
      .sellerDataIncomplete, "The seller's data do not suffice for an invoice.",
      ["fields": seller.violations.map(\.field).joined(separator: ",")])
    var buyer = Faults()
    if invoice.buyer.legalName.isEmpty {
      buyer.add("customer.party.legal_name", .buyerDataIncomplete, message)
    }
    if invoice.buyer.address.countryCode.isEmpty {
      buyer.add("customer.party.address.country_code", .buyerDataIncomplete, message)
    }
    try buyer.check(
      .buyerDataIncomplete, "The buyer's data do not suffice for an invoice.",
      ["fields": buyer.violations.map(\.field).joined(separator: ",")])
  }

  private func date(_ date: CalendarDay, on books: Books) throws(Rejection) {
    if date > context.today {
      throw .invalidField("issue_date", .fieldOutOfRange, "The issue date is in the future.")
    }
    let series = books.series[SeriesKey(.invoice, year: date.year)]
    guard let last = series?.lastDate, date < last else { return }
    throw Rejection(
      .dateOutOfSequence,
      "The last invoice of \(date.year) is dated \(last): numbers and dates rise together.",
      metadata: ["date": date.description, "last": last.description])
  }

  /// The amounts of the lines as they follow from what is invoiced now: a draft may be older than
  /// another invoice of the same order.
  private func redrawn(_ invoice: Invoice, _ order: Order) throws(Rejection) -> Invoice {
    var quantities: [Int32: Quantity] = [:]
    for line in invoice.lines { quantities[line.orderLine] = line.quantity }
    var result = invoice
    try InvoiceDrafting(order: order, quantities: quantities).fill(&result)
    return result
  }

  private func record(
    _ invoice: Invoice, _ order: Order, _ completes: Bool, on books: inout Books
  ) {
    books.record(
      .invoiceIssued, ResourceRef(.invoice, invoice.id),
      version: books.invoices[invoice.id]?.version ?? 1, customer: invoice.customer, in: context
    ) {
      $0.member("number", invoice.number)
      $0.member("order", "orders/\(invoice.order)")
      $0.member("issue_date", invoice.issueDate?.description)
      $0.member("due_date", invoice.dueDate?.description)
      $0.member("currency", invoice.currency.code)
      $0.member("net_minor", invoice.totals.net)
      $0.member("tax_minor", invoice.totals.tax)
      $0.member("gross_minor", invoice.totals.gross)
    }
    books.record(.orderInvoiced, order, in: context) {
      $0.member("invoice", "invoices/\(invoice.id)")
      $0.member("billing_state", order.billingState.rawValue)
    }
    if completes {
      books.record(.orderCompleted, order, in: context) {
        $0.member("before", Order.State.confirmed.rawValue)
        $0.member("state", order.state.rawValue)
      }
    }
  }
}
