/// Invoices what is to bill of an order, by its trigger or as the scope says, to who owes it, and
/// issues the invoice unless only a draft is wanted. Who may see the order and not its debtor does not
/// invoice it.
///
/// Checks, in this order: the order is there, its version, its state, its debtor, what is asked fits
/// together, the lines, that something is to invoice, that a held order is not billed ahead of its
/// goods, then those of issuing.
package struct InvoiceOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  /// Empty: everything to bill.
  package let lines: [Line]
  package let scope: Invoice.Scope
  /// Of a deposit: a percentage of what no invoice bills yet; nil is all that no deposit asks for.
  package let depositPercent: Percent?
  /// Of a deposit, instead of a percentage: exactly so much, tax included.
  package let depositAmount: Money?
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
    scope: Invoice.Scope = .due, depositPercent: Percent? = nil, depositAmount: Money? = nil,
    issueDate: CalendarDay? = nil, draftOnly: Bool = false
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.lines = lines
    self.scope = scope
    self.depositPercent = depositPercent
    self.depositAmount = depositAmount
    self.issueDate = issueDate
    self.draftOnly = draftOnly
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    if !draftOnly { needs.formUnion(.issuing(scope == .deposit ? [.deposit] : [.invoice])) }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Invoice {
    let order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.invoice)
    let customer = try books.customer(order.customer, for: context)
    let debtor = try books.customer(order.debtor, for: context)
    try shape(order)
    var draft = Invoice(
      id: books.makeID(in: context), state: .draft, customer: debtor.id, order: order.id,
      seller: books.seller.party, buyer: debtor.party,
      deliverTo: order.shipTo ?? customer.defaultShipTo, currency: order.currency,
      paymentTerms: order.paymentTerms, buyerReference: debtor.buyerReference,
      purchaseOrderReference: order.purchaseOrderReference, lines: [], taxes: [],
      totals: .init(net: 0, tax: 0, gross: 0), roundingMode: order.roundingMode,
      taxLevel: order.taxLevel, at: context.now)
    draft.scope = scope
    if scope == .deposit {
      draft.kind = .deposit
      draft.paymentTerms = PaymentTerms(discounts: [], due: .onReceipt)
      try DepositDrafting(order: order).fill(&draft, try deposit(order))
    } else {
      try InvoiceDrafting(order: order, quantities: try quantities(order)).fill(&draft)
    }
    books.put(draft)
    books.record(
      .invoiceCreated, ResourceRef(.invoice, draft.id), version: 1, customer: debtor.id,
      in: context
    ) {
      $0.member("order", "orders/\(order.id)")
      if draft.kind != .invoice { $0.member("kind", draft.kind.rawValue) }
      $0.member("gross_minor", draft.totals.gross)
      $0.member("currency", order.currency.code)
    }
    guard !draftOnly else { return books.invoices[draft.id] ?? draft }
    return try InvoiceIssue(issueDate: issueDate, context: context).issue(draft, on: &books)
  }

  private func shape(_ order: Order) throws(Rejection) {
    var faults = Faults()
    if scope == .deposit, !lines.isEmpty {
      faults.add("lines", .fieldInvalid, "A deposit is asked for the order, not for lines of it.")
    }
    if let depositPercent {
      if scope != .deposit {
        faults.add("deposit_percent", .fieldInvalid, "It goes with scope DEPOSIT.")
      }
      if depositPercent <= .zero || depositPercent > Percent(whole: 100) {
        faults.add("deposit_percent", .fieldOutOfRange, "A percentage above 0, at most 100.")
      }
    }
    if let depositAmount {
      if scope != .deposit {
        faults.add("deposit_amount", .fieldInvalid, "It goes with scope DEPOSIT.")
      }
      if depositPercent != nil {
        faults.add("deposit_amount", .fieldInvalid, "Either a percentage or an amount.")
      }
      if depositAmount.minorUnits <= 0 {
        faults.add("deposit_amount", .fieldOutOfRange, "An amount above 0.")
      }
      if depositAmount.currency != order.currency {
        faults.add(
          "deposit_amount.currency_code", .currencyMismatch,
          "The order is in \(order.currency).")
      }
    }
    try faults.check()
  }

  private func deposit(_ order: Order) throws(Rejection) -> [TaxTotal] {
    let drafting = DepositDrafting(order: order)
    let groups =
      if let depositAmount { try drafting.groups(of: depositAmount.minorUnits) } else {
        try drafting.groups(depositPercent)
      }
    guard !groups.isEmpty else {
      throw Rejection(
        .nothingToInvoice,
        "All of orders/\(order.id) is invoiced, or asked for by a deposit.",
        metadata: ["resource": "orders/\(order.id)"])
    }
    return groups
  }

  private func quantities(_ order: Order) throws(Rejection) -> [Int32: Quantity] {
    var wanted: [Int32: Quantity] = [:]
    if lines.isEmpty {
      for line in order.lines {
        let billable = order.billable(line, scope)
        if billable > .zero { wanted[line.number] = billable }
      }
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
      let billable = order.billable(line, scope)
      if asked.quantity > billable {
        excess.add(
          "\(path).quantity", .nothingToInvoice,
          "Line \(line.number) has \(billable) to invoice, not \(asked.quantity).")
      }
      wanted[asked.number] = asked.quantity
    }
    try faults.check()
    try excess.check(.nothingToInvoice, "More is to be invoiced than is to bill.")
    guard !wanted.isEmpty else {
      throw Rejection(
        .nothingToInvoice, nothing(order.invoiceTrigger, order),
        metadata: ["resource": "orders/\(order.id)"])
    }
    try order.requireShipped(wanted)
    return wanted
  }

  private func nothing(_ trigger: InvoiceTrigger, _ order: Order) -> String {
    let wanted =
      switch (scope, trigger) {
      case (.all, _), (.due, .onOrder): "is not yet invoiced"
      case (.due, .onDelivery): "has arrived and is not yet invoiced"
      case (.shipped, _), (.deposit, _), (.due, .onShipment), (.due, .manual):
        "was shipped and is not yet invoiced"
      }
    return "Nothing of orders/\(order.id) \(wanted)."
  }
}

extension Needs {
  /// What issuing an invoice of one of these series needs beside the order.
  static func issuing(_ series: Set<SeriesKey.Kind>) -> Needs {
    var needs = Needs()
    needs.series = series
    needs.accounts = [.receivables, .deposits, .revenue, .freight, .outputTax]
    return needs
  }
}
