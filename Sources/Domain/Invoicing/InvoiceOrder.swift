/// Invoices what was shipped of an order and is not yet invoiced to who owes it, and issues the invoice
/// unless only a draft is wanted. Who may see the order and not its debtor does not invoice it.
///
/// Checks, in this order: the order is there, its version, its state, its debtor, the lines, that something is
/// to invoice, then those of issuing.
package struct InvoiceOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  /// Empty: everything to bill.
  package let lines: [Line]
  package let issueDate: CalendarDay?
  package let draftOnly: Bool

  package struct Line: Sendable {
    package var number: Int32
    package var quantity: Quantity
    package init(number: Int32, quantity: Quantity) {
      self.number = number
      self.quantity = quantity
    }
  }

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, lines: [Line] = [],
    issueDate: CalendarDay? = nil, draftOnly: Bool = false
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.lines = lines
    self.issueDate = issueDate
    self.draftOnly = draftOnly
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    if !draftOnly { needs.formUnion(.issuing) }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Invoice {
    let order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.invoice)
    let customer = try books.customer(order.customer, for: context)
    let debtor = try books.customer(order.debtor, for: context)
    let drafting = InvoiceDrafting(order: order, quantities: try quantities(order))
    var draft = Invoice(
      id: books.makeID(in: context), state: .draft, customer: debtor.id, order: order.id,
      seller: books.seller.party, buyer: debtor.party,
      deliverTo: order.shipTo ?? customer.defaultShipTo, currency: order.currency,
      paymentTerms: order.paymentTerms, buyerReference: debtor.buyerReference,
      purchaseOrderReference: order.purchaseOrderReference, lines: [], taxes: [],
      totals: .init(net: 0, tax: 0, gross: 0), roundingMode: order.roundingMode,
      taxLevel: order.taxLevel, at: context.now)
    try drafting.fill(&draft)
    books.put(draft)
    books.record(
      .invoiceCreated, ResourceRef(.invoice, draft.id), version: 1, customer: debtor.id,
      in: context
    ) {
      $0.member("order", "orders/\(order.id)")
      $0.member("gross_minor", draft.totals.gross)
      $0.member("currency", order.currency.code)
    }
    guard !draftOnly else { return books.invoices[draft.id] ?? draft }
    return try InvoiceIssue(issueDate: issueDate, context: context).issue(draft, on: &books)
  }

  private func quantities(_ order: Order) throws(Rejection) -> [Int32: Quantity] {
    var wanted: [Int32: Quantity] = [:]
    if lines.isEmpty {
      for line in order.lines where line.toBill > .zero { wanted[line.number] = line.toBill }
    }
    var faults = Faults()
    var excess = Faults()
    for (index, asked) in lines.enumerated() {
      let path = "lines[\(index)]"
      guard let line = order.lines.first(where: { $0.number == asked.number }) else {
        faults.add("\(path).line_id", .referenceNotFound, "The order has no such line.")
        continue
      }
      if wanted[asked.number] != nil {
        faults.add("\(path).line_id", .fieldInvalid, "The line is named twice.")
      }
      if asked.quantity > line.toBill {
        excess.add(
          "\(path).quantity", .nothingToInvoice,
          "Line \(line.number) has \(line.toBill) to invoice, not \(asked.quantity).")
      }
      wanted[asked.number] = asked.quantity
    }
    try faults.check()
    try excess.check(.nothingToInvoice, "More is to be invoiced than was shipped.")
    guard !wanted.isEmpty else {
      throw Rejection(
        .nothingToInvoice, "Nothing of orders/\(order.id) was shipped and is not yet invoiced.",
        metadata: ["resource": "orders/\(order.id)"])
    }
    return wanted
  }
}

extension Needs {
  /// What issuing any invoice needs beside the order.
  static let issuing: Needs = {
    var needs = Needs()
    needs.series.insert(.invoice)
    needs.accounts = [.receivables, .revenue, .freight, .outputTax]
    return needs
  }()
}
