/// Changes an order after it was placed: quantities, prices, discounts, dates, more lines. The order
/// gets a new revision, the old one is kept. What changed is priced, taxed and reserved again, and
/// credit sees the exposure after the change; a decrease is never denied.
///
/// Checks, in this order: the order is there, its version, its state, the changes and quantities,
/// invoiced prices, products, what is replaced, customer, prices, discounts, tax, totals, stock, credit. Where credit
/// denies, the order comes to be ON_HOLD at the new revision and takes no more stock until it is
/// released; what was reserved before stays. With `failOnHold` nothing happens.
package struct AmendOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let changes: [Change]
  package let addedLines: [OrderRequest.Line]
  /// Nil keeps it.
  package let requestedDate: CalendarDay?
  /// Nil keeps it; another place may have another tax.
  package let shipTo: Address?
  package let reason: String
  package let options: ConfirmationOptions
  /// Of the amounts that were given; all are to be the order's.
  package var amountCurrencies: [OrderRequest.AmountCurrency] = []

  /// Nil leaves as it is.
  package struct Change: Sendable {
    package var line: Int32
    /// Ordered in all, with what was cancelled and shipped.
    package var quantity: Quantity?
    package var unitPrice: UnitPrice?
    /// By hand, in place of those that were given by hand.
    package var discounts: [Discount]?
    package var promisedDate: CalendarDay?

    package init(
      line: Int32, quantity: Quantity? = nil, unitPrice: UnitPrice? = nil,
      discounts: [Discount]? = nil, promisedDate: CalendarDay? = nil
    ) {
      self.line = line
      self.quantity = quantity
      self.unitPrice = unitPrice
      self.discounts = discounts
      self.promisedDate = promisedDate
    }
  }

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, changes: [Change] = [],
    addedLines: [OrderRequest.Line] = [], requestedDate: CalendarDay? = nil,
    shipTo: Address? = nil, reason: String = "", options: ConfirmationOptions = .init()
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.changes = changes
    self.addedLines = addedLines
    self.requestedDate = requestedDate
    self.shipTo = shipTo
    self.reason = reason
    self.options = options
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.repricedOrders.insert(order)
    needs.waitingForProductsOfOrders.insert(order)
    needs.decidesCredit = true
    needs.policies = true
    for line in addedLines { needs.name(line) }
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let order = books.orders[order] else { return nil }
    var needs = books.waitingNeeds(forReleaseOf: order)
    needs.formUnion(order.replacementNeeds)
    needs.formUnion(books.lapsedNeeds(for: wanted(of: order, on: books), in: context))
    return needs
  }

  /// What the order will lack of its levels, when it is amended.
  private func wanted(of order: Order, on books: Books) -> [StockKey: Quantity] {
    var request = OrderRequest(customer: .id(order.customer), lines: [])
    request.lines = addedLines
    for line in order.lines where line.isStocked {
      let more = changes.first { $0.line == line.number }?.quantity.map { $0 - line.ordered }
      request.lines.append(
        .init(
          product: .id(line.product), quantity: line.backordered + (more ?? .zero).orZero,
          warehouse: line.warehouse))
    }
    return request.wanted(on: books)
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> OrderStanding
  {
    let before = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: before)
    try before.require(.amend)
    var after = try OrderAmendment(command: self, before: before, context: context)
      .amended(on: books)
    let confirmation = OrderConfirmation(options: options, context: context)
    try confirmation.expectedTotal(after, before: before)
    after.revision += 1
    after.updateTime = context.now

    books.freeLapsed(changing: &after, in: context)
    let freed = books.releaseSurplus(of: &after)
    try confirmation.stock(after, beyond: books.orders[order] ?? before, on: books)
    let credit = try confirmation.amend(&after, from: before, on: books)
    var taken: [(line: Int32, quantity: Quantity)] = []
    if after.holds.isEmpty { after.state = after.stateWithoutHolds }
    if !credit.isNewlyHeld { taken = books.reserve(for: &after, in: context) }
    books.revisions.append(
      OrderRevision(
        order: before, replacedBy: context.caller.principal, replaceTime: context.now,
        reason: reason))
    books.put(after, in: context)
    let rules = books.pricingRules(on: context.today)
    books.record(.orderAmended, after, in: context) {
      $0.amendment(before, after, reason)
      $0.pricing(rules, by: context.caller)
    }
    confirmation.record(credit, after, from: before, on: &books)
    books.recordReleased(after, freed, in: context)
    books.recordReserved(after, taken, in: context)
    if after.state == .confirmed, after.isBackordered(beyond: before) {
      books.recordBackordered(after, in: context)
    }
    if after.state == .completed {
      books.record(.orderCompleted, after, in: context) { $0.member("state", "COMPLETED") }
    }
    books.serveBackorders(of: after.products(of: freed), in: context)
    return books.standing(of: after)
  }
}

extension Order {
  package func line(_ number: Int32) -> OrderLine? { lines.first { $0.number == number } }

  /// The products of the lines that something was taken from.
  func products(of freed: [(line: Int32, quantity: Quantity)]) -> Set<ID<Product>> {
    Set(freed.compactMap { line($0.line)?.product })
  }

  /// Whether a line waits for more than it did.
  fileprivate func isBackordered(beyond before: Order) -> Bool {
    lines.contains { $0.backordered > before.line($0.number)?.backordered ?? .zero }
  }
}

extension Books {
  /// Gives back what a line holds beyond what is still open of it. The order is changed in hand.
  mutating func releaseSurplus(of order: inout Order) -> [(line: Int32, quantity: Quantity)] {
    var freed: [(line: Int32, quantity: Quantity)] = []
    for index in order.lines.indices {
      let line = order.lines[index]
      let surplus = line.reserved - min(line.reserved, line.open)
      guard surplus > .zero else { continue }
      release(surplus, from: &order.lines[index])
      freed.append((line.number, surplus))
    }
    return freed
  }

  mutating func recordReleased(
    _ order: Order, _ freed: [(line: Int32, quantity: Quantity)], in context: Context
  ) {
    guard !freed.isEmpty else { return }
    record(.stockReleased, order, in: context) { $0.quantities(freed) }
  }
}

extension JSONText {
  /// What an amendment changed: the lines that differ, before and after.
  mutating func amendment(_ before: Order, _ after: Order, _ reason: String) {
    member("revision", Int64(after.revision))
    member("before", before.state.rawValue)
    member("after", after.state.rawValue)
    if !reason.isEmpty { member("reason", reason) }
    member("gross_before_minor", before.totals.gross)
    member("gross_minor", after.totals.gross)
    // What credit decides on, where the change raised it.
    member("exposure_before_minor", before.fullExposure)
    member("exposure_minor", after.fullExposure)
    change(
      "requested_date", before.requestedDate?.description ?? "",
      after.requestedDate?.description ?? "")
    member("ship_to_changed", before.shipTo != after.shipTo)
    let changed = after.lines.filter { line in
      guard let old = before.line(line.number) else { return true }
      return old.ordered != line.ordered || old.cancelled != line.cancelled
        || old.unitPrice != line.unitPrice || old.netAmount != line.netAmount
        || old.promisedDate != line.promisedDate
    }
    member("lines", each: changed) { line, object in
      let old = before.line(line.number)
      object.member("line", Int64(line.number))
      object.member("sku", line.sku)
      object.member("quantity_before", old.map { ($0.ordered - $0.cancelled).description })
      object.member("quantity", (line.ordered - line.cancelled).description)
      object.member("unit_price_before", old?.unitPrice.description)
      object.member("unit_price", line.unitPrice.description)
      object.member("net_before_minor", old?.netAmount ?? 0)
      object.member("net_minor", line.netAmount)
      object.member("promised_date", line.promisedDate?.description)
      object.member("replacement_for", line.replacementFor.map { "returns/\($0)" })
    }
  }
}
