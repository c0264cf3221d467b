/// Changes the named fields of a draft. New lines, another place, discounts, charges or who is invoiced
/// price it anew at its order date; else its prices stay. Stock is held until `reserveUntil`, if it has one.
///
/// Checks, in this order: the order is there, its version (which must be given), its state, fields
/// that never change, times, then those of drafting, then stock.
package struct UpdateOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64
  package let fields: Fields

  /// Nil leaves a field as it is; a nil inside clears it.
  package struct Fields: Sendable {
    package var customer: CustomerReference?
    package var externalID: String?
    package var currency: Currency?
    package var orderDate: CalendarDay?
    /// `.some(nil)` asks the customer again.
    package var billTo: ID<Customer>??
    package var payer: ID<Customer>??
    package var purchaseOrderReference: String?
    package var paymentTerms: PaymentTerms?
    package var requestedDate: CalendarDay??
    package var shipTo: Address??
    package var priceValidUntil: Instant??
    package var reserveUntil: Instant??
    package var annotations: [String: String]?
    /// All lines; they keep their number where they name it and their product.
    package var lines: [OrderRequest.Line]?
    package var discounts: [Discount]?
    package var charges: [Charge]?
    /// Of the amounts that were given; all are to be the draft's.
    package var amountCurrencies: [OrderRequest.AmountCurrency] = []

    package init() {}

    var isPriced: Bool {
      lines != nil || discounts != nil || charges != nil || shipTo != nil
    }
  }

  package init(order: ID<Order>, expectedVersion: Int64, fields: Fields) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.fields = fields
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.repricedOrders.insert(order)
    needs.waitingForProductsOfOrders.insert(order)
    needs.policies = fields.isPriced
    for line in fields.lines ?? [] { needs.name(line) }
    if case .some(.some(let id)) = fields.billTo { needs.customers.insert(id) }
    if case .some(.some(let id)) = fields.payer { needs.customers.insert(id) }
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let order = books.orders[order] else { return nil }
    var needs = books.waitingNeeds(forReleaseOf: order)
    needs.formUnion(order.replacementNeeds)
    if fields.reserveUntil ?? order.reserveUntil != nil {
      var request = OrderRequest(askingAgainFor: order)
      if let lines = fields.lines { request.lines = lines }
      needs.formUnion(books.lapsedNeeds(for: request.wanted(on: books), in: context))
    }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    let before = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: before)
    try before.require(.update)
    try immutables(before, on: books, in: context)
    let customer = try books.customer(before.customer, for: context)
    let request = request(for: before)
    let parties = OrderParties(billTo: request.billTo, payer: request.payer, for: customer)
    // Who is invoiced decides on the tax.
    var after =
      fields.isPriced || parties.debtor != before.debtor
      ? try priced(before, request, on: &books, in: context) : before
    if fields.payer != nil {
      var faults = Faults()
      after.settle(books.parties(of: request, for: customer, in: context, &faults).parties)
      try faults.check()
    }
    if let reference = fields.purchaseOrderReference { after.purchaseOrderReference = reference }
    if let terms = fields.paymentTerms { after.paymentTerms = terms }
    if let day = fields.requestedDate { after.requestedDate = day }
    if let until = fields.priceValidUntil { after.priceValidUntil = until }
    if let until = fields.reserveUntil { after.reserveUntil = until }
    if let annotations = fields.annotations { after.annotations = annotations }
    try QuoteTimes(
      requestedDate: fields.requestedDate ?? nil, priceValidUntil: fields.priceValidUntil ?? nil,
      reserveUntil: fields.reserveUntil ?? nil
    ).check(orderDate: after.orderDate, context)
    let stock = try hold(&after, before, on: &books, in: context)
    guard after != before else { return before }
    after.updateTime = context.now
    books.put(after, in: context)
    let rules = fields.isPriced ? books.pricingRules(on: context.today) : nil
    books.record(.orderUpdated, after, in: context) {
      $0.update(before, after)
      $0.pricing(rules, by: context.caller)
    }
    books.recordReleased(after, stock.freed, in: context)
    books.recordReserved(after, stock.taken, in: context)
    books.serveBackorders(of: before.products(of: stock.freed), in: context)
    return books.orders[after.id] ?? after
  }

  private func immutables(
    _ order: Order, on books: Books, in context: Context
  ) throws(Rejection) {
    var faults = Faults()
    if let reference = fields.customer, books.find(reference, for: context)?.id != order.customer {
      faults.add(
        "order.customer", .fieldImmutable, "The draft is for customers/\(order.customer).")
    }
    if let number = fields.externalID, number != order.externalID ?? "" {
      faults.add("order.external_id", .fieldImmutable, "It was given when the draft was made.")
    }
    if let currency = fields.currency, currency != order.currency {
      faults.add("order.currency_code", .fieldImmutable, "The draft is in \(order.currency).")
    }
    if let day = fields.orderDate, day != order.orderDate {
      faults.add("order.order_date", .fieldImmutable, "The draft is of \(order.orderDate).")
    }
    try faults.check()
  }

  /// What would be asked to get the draft again, owed and paid by whom the fields say.
  private func request(for before: Order) -> OrderRequest {
    var request = OrderRequest(askingAgainFor: before)
    if let billTo = fields.billTo {
      request.billTo = billTo
      if before.payer == nil { request.payer = nil }
    }
    if let payer = fields.payer { request.payer = payer }
    return request
  }

  /// The draft drafted again, with what it was before.
  private func priced(
    _ before: Order, _ asked: OrderRequest, on books: inout Books, in context: Context
  ) throws(Rejection) -> Order {
    var request = asked
    if let lines = fields.lines {
      request.lines = lines.map { $0.withoutPriceReadBack(from: before) }
    }
    if let discounts = fields.discounts { request.discounts = discounts }
    if let charges = fields.charges { request.charges = charges }
    if let place = fields.shipTo { request.shipTo = place }
    request.amountCurrencies = fields.amountCurrencies
    let drafted = try OrderPricing(request: request, context: context).draft(on: &books)
    var after = before
    after.shipTo = request.shipTo
    after.billTo = drafted.billTo
    after.payer = drafted.payer
    after.discounts = drafted.discounts
    after.charges = drafted.charges
    after.taxes = drafted.taxes
    after.totals = drafted.totals
    after.lines = numbered(drafted.lines, asked: request.lines, before)
    after.lastLine = max(before.lastLine, after.lines.reduce(0) { max($0, $1.number) })
    return after
  }

  /// Lines keep the number that they name, where its product is theirs; without numbers, the next
  /// line of their product gives its own. Others get new ones, and all are put in their order.
  private func numbered(
    _ lines: [OrderLine], asked: [OrderRequest.Line], _ before: Order
  ) -> [OrderLine] {
    var free = before.lines
    var last = before.lastLine
    let numbered = zip(asked, lines).map { asked, line in
      var line = line
      let place = free.firstIndex {
        (asked.number ?? $0.number) == $0.number && $0.isOfTheSameThing(as: line)
      }
      if let place {
        let old = free.remove(at: place)
        line.number = old.number
        line.reserved = old.reserved
        line.promisedDate = old.promisedDate
      } else {
        last += 1
        line.number = last
      }
      return line
    }
    return numbered.sorted { $0.number < $1.number }
  }

  /// Holds the stock of a draft that wants it held, and gives back what it wants no more.
  private func hold(
    _ after: inout Order, _ before: Order, on books: inout Books, in context: Context
  ) throws(Rejection) -> DraftStock {
    let isSame =
      after.reserveUntil == before.reserveUntil
      && after.lines.map(\.demand) == before.lines.map(\.demand)
    if isSame { return DraftStock() }
    var stock = DraftStock()
    var before = before
    books.freeLapsed(of: &before, in: context)
    for index in after.lines.indices { after.lines[index].reserved = .zero }
    for line in before.lines where line.reserved > .zero {
      guard let key = line.stockKey else { continue }
      let place = after.lines.firstIndex { $0.number == line.number && $0.stockKey == key }
      let kept =
        after.reserveUntil == nil ? nil : place.map { min(line.reserved, after.lines[$0].open) }
      if let place { after.lines[place].reserved = kept ?? .zero }
      let freed = line.reserved - (kept ?? .zero)
      guard freed > .zero else { continue }
      var level = books.stockLevel(key)
      level.reserved -= freed
      books.put(level)
      stock.freed.append((line.number, freed))
    }
    stock.taken = try books.hold(&after, in: context)
    return stock
  }

  private struct DraftStock {
    var freed: [(line: Int32, quantity: Quantity)] = []
    var taken: [(line: Int32, quantity: Quantity)] = []
  }
}

extension OrderLine {
  /// What it wants of which level.
  fileprivate struct Demand: Equatable {
    var number: Int32
    var key: StockKey?
    var ordered: Quantity
  }

  fileprivate var demand: Demand { Demand(number: number, key: stockKey, ordered: ordered) }

  fileprivate func isOfTheSameThing(as other: OrderLine) -> Bool {
    product == other.product && sku == other.sku && description == other.description
      && unitCode == other.unitCode && isStocked == other.isStocked && cancelled.isZero
      && replacementFor == other.replacementFor
  }
}

extension JSONText {
  fileprivate mutating func update(_ before: Order, _ after: Order) {
    member("gross_before_minor", before.totals.gross)
    member("gross_minor", after.totals.gross)
    change(
      "purchase_order_reference", before.purchaseOrderReference, after.purchaseOrderReference)
    func name(_ id: ID<Customer>?) -> String { id.map { "customers/\($0)" } ?? "" }
    change("bill_to", name(before.billTo), name(after.billTo))
    change("payer", name(before.payer), name(after.payer))
    change("payment_terms", before.paymentTerms.description, after.paymentTerms.description)
    change(
      "requested_date", before.requestedDate?.description ?? "",
      after.requestedDate?.description ?? "")
    change(
      "price_valid_until_time", before.priceValidUntil?.description ?? "",
      after.priceValidUntil?.description ?? "")
    change(
      "reserve_until_time", before.reserveUntil?.description ?? "",
      after.reserveUntil?.description ?? "")
    member("ship_to_changed", before.shipTo != after.shipTo)
    member("annotations_changed", before.annotations != after.annotations)
    guard before.lines != after.lines else { return }
    member("lines", each: after.lines) { line, object in
      object.member("line", Int64(line.number))
      object.member("sku", line.sku)
      object.member("quantity", line.ordered.description)
      object.member("unit_price", line.unitPrice.description)
      object.member("net_minor", line.netAmount)
    }
  }
}
