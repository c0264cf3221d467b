/// The one way in which an invoice is issued.
///
/// Checks, in this order: quantities or amounts still to bill, that a held order is not billed ahead
/// of its goods, seller and buyer data, tax categories, the issue date; the number is taken
/// last.
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
    if invoice.kind == .invoice { invoice.deliveryDate = order.lastShipDate }
    invoice.dropVATIDs()
    try stillFits(invoice, order)
    try parties(invoice)
    try invoice.checkCategories()
    let date = issueDate ?? context.today
    try self.date(date, invoice.kind, on: books)

    switch invoice.kind {
    case .invoice:
      invoice = try redrawn(invoice, order)
      draw(invoice, from: &order)
      order.deposits = DepositRecall(order: order, paid: books.paidDeposits(of: order))
        .recall(on: &invoice)
    case .deposit: break
    }
    let completes = order.state == .confirmed && order.isComplete
    if completes { order.state = .completed }
    order.updateTime = context.now

    let number = books.takeNumber(SeriesKey(invoice.kind.series, year: date.year), on: date)
    invoice.number = number
    invoice.state = .issued
    invoice.issueDate = date
    invoice.dueDate = invoice.paymentTerms.dueDate(from: date)
    if invoice.kind == .deposit {
      order.deposits.append(Deposit(of: invoice, number: number, on: date))
    }
    invoice.issueTime = context.now
    books.put(invoice)
    books.put(order, in: context)
    claim(invoice, number, on: date, on: &books)
    post(invoice, on: date, on: &books)
    record(invoice, order, completes, on: &books)
    return books.invoices[invoice.id] ?? invoice
  }

  /// What the order's lines and charges have given to invoices.
  private func draw(_ invoice: Invoice, from order: inout Order) {
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
  }

  /// What is payable, in an open item a due date.
  private func claim(
    _ invoice: Invoice, _ number: String, on date: CalendarDay, on books: inout Books
  ) {
    for part in invoice.paymentTerms.parts(of: invoice.payable, from: date) where part.amount != 0 {
      let item = OpenItem(
        id: books.makeID(in: context), customer: invoice.customer, invoice: invoice.id,
        order: invoice.order, documentNumber: number, documentDate: date, dueDate: part.due,
        currency: invoice.currency, original: part.amount, at: context.now)
      books.put(item, in: context)
    }
  }

  /// The claim against revenue, or against what is owed for a deposit; then what is recalled.
  private func post(_ invoice: Invoice, on date: CalendarDay, on books: inout Books) {
    let reference = ResourceRef(.invoice, invoice.id)
    let freight = invoice.charges.reduce(0) { $0 + ($1.isFreight ? $1.amount : 0) }
    let claim = JournalEntry.Posting(
      .receivables, invoice.totals.gross, customer: invoice.customer)
    let tax = JournalEntry.Posting(.outputTax, -invoice.totals.tax)
    let postings: [JournalEntry.Posting] =
      switch invoice.kind {
      case .invoice:
        [claim, .init(.revenue, freight - invoice.totals.net), .init(.freight, -freight), tax]
      case .deposit: [claim, .init(.deposits, -invoice.totals.net), tax]
      }
    books.post(postings, invoice.currency, on: date, for: reference, in: context)
    guard invoice.prepaid != 0 else { return }
    let recalled = invoice.prepayments.reduce((net: Int64(0), tax: Int64(0))) {
      ($0.net + $1.net, $0.tax + $1.tax)
    }
    books.post(
      [
        .init(.deposits, recalled.net), .init(.outputTax, recalled.tax),
        .init(.receivables, -invoice.prepaid, customer: invoice.customer),
      ],
      invoice.currency, on: date, for: reference, in: context)
  }

  /// The amounts of the lines as they follow from what is invoiced now: a draft may be older than
  /// another invoice of the same order.
  private func redrawn(_ invoice: Invoice, _ order: Order) throws(Rejection) -> Invoice {
    var result = invoice
    try InvoiceDrafting(order: order, quantities: invoice.quantities).fill(&result)
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
      if invoice.kind != .invoice { $0.member("kind", invoice.kind.rawValue) }
      if invoice.prepaid != 0 {
        $0.member("prepaid_minor", invoice.prepaid)
        $0.member("prepaid_tax_minor", invoice.prepayments.reduce(0) { $0 + $1.tax })
        $0.member("deposits", invoice.prepayments.map(\.number))
      }
    }
    books.record(.orderInvoiced, order, in: context) {
      $0.member("invoice", "invoices/\(invoice.id)")
      if invoice.kind == .deposit { $0.member("deposit_minor", invoice.totals.gross) }
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
