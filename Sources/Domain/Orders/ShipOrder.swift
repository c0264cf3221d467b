/// Records that goods left for an order: stock and reservation go down, shipped goes up.
///
/// Checks, in this order: the order is there, its version, its state and holds, the customer, the
/// ship date, the lines, that something is to ship, quantities, stock, credit when the approval is
/// older than seven days. Above what is reserved a line takes from what is available.
package struct ShipOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  /// Empty: all that is reserved, and the open services.
  package let lines: [Line]
  /// Only lines that leave from here; nil for any.
  package let warehouse: ID<Warehouse>?
  package let carrier: String
  package let trackingNumber: String
  package let shipDate: CalendarDay?

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
    warehouse: ID<Warehouse>? = nil, carrier: String = "", trackingNumber: String = "",
    shipDate: CalendarDay? = nil
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.lines = lines
    self.warehouse = warehouse
    self.carrier = carrier
    self.trackingNumber = trackingNumber
    self.shipDate = shipDate
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.series.insert(.shipment)
    needs.decidesCredit = true
    needs.policies = true
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let order = books.orders[order] else { return nil }
    var needs = Needs()
    if !lines.isEmpty { needs = books.lapsedNeeds(for: order, in: context) }
    let mayClose = order.lines.contains { books.tolerance(of: $0).under > .zero }
    if mayClose { needs.formUnion(books.waitingNeeds(forReleaseOf: order)) }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Shipment {
    var order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.ship)
    let customer = try books.customer(order.customer, for: context)
    try customer.require(.shipments)
    let date = try shipDate(order, in: context)
    let wanted = try quantities(order, on: books)
    try stock(wanted, order, on: &books, in: context)
    let assessment = try credit(order, on: books, in: context)

    let shipmentID = books.makeID(Shipment.self, in: context)
    var shipped: [Shipment.Line] = []
    var consumed: [Int32: Quantity] = [:]
    for index in order.lines.indices {
      let line = order.lines[index]
      guard let quantity = wanted[line.number] else { continue }
      order.lines[index].shipped += quantity
      if let key = line.stockKey {
        let reserved = min(line.reserved, quantity)
        consumed[line.number] = reserved
        books.release(reserved, from: &order.lines[index])
        books.move(
          .zero - quantity, at: key, .issue, for: ResourceRef(.shipment, shipmentID), on: date,
          in: context)
      }
      shipped.append(
        .init(
          orderLine: line.number, product: line.product, warehouse: line.warehouse,
          quantity: quantity))
    }
    let closed = closeRests(of: &order, shipping: wanted, on: &books)
    order.lastShipDate = max(date, order.lastShipDate ?? date)
    order.updateTime = context.now
    // What takes the place of returned goods may be billed already: then nothing is left.
    if order.isComplete { order.state = .completed }
    books.put(order, in: context)
    let shipment = Shipment(
      id: shipmentID, number: books.takeNumber(SeriesKey(.shipment, year: date.year), on: date),
      order: order.id, customer: order.customer, lines: shipped, carrier: carrier,
      trackingNumber: trackingNumber, shipDate: date, at: context.now)
    books.put(shipment)
    if let assessment { books.recordDecision(assessment, on: order, in: context) }
    record(shipment, order, consumed, on: &books, in: context)
    record(closed, of: order, on: &books, in: context)
    if order.state == .completed {
      books.record(.orderCompleted, order, in: context) { $0.member("state", "COMPLETED") }
    }
    return books.shipments[shipment.id] ?? shipment
  }

  private func shipDate(_ order: Order, in context: Context) throws(Rejection) -> CalendarDay {
    let date = shipDate ?? context.today
    if date > context.today {
      throw .invalidField("ship_date", .fieldOutOfRange, "The ship date is in the future.")
    }
    if date < order.orderDate {
      throw .invalidField("ship_date", .fieldOutOfRange, "The ship date is before the order date.")
    }
    return date
  }

  private func quantities(
    _ order: Order, on books: Books
  ) throws(Rejection) -> [Int32: Quantity] {
    var faults = Faults()
    var excess = Faults()
    var wanted: [Int32: Quantity] = [:]
    if let warehouse, books.warehouses[warehouse] == nil {
      faults.add("warehouse", .referenceNotFound, "There is no such warehouse.")
    }
    if lines.isEmpty {
      for line in order.lines where warehouse == nil || line.warehouse == warehouse {
        let quantity = line.isStocked ? line.reserved : line.open
        if quantity > .zero { wanted[line.number] = quantity }
      }
    }
    for (index, asked) in lines.enumerated() {
      let path = "lines[\(index)]"
      guard let line = order.lines.first(where: { $0.number == asked.number }) else {
        faults.add("\(path).line_id", .referenceNotFound, "The order has no such line.")
        continue
      }
      if wanted[asked.number] != nil {
        faults.add("\(path).line_id", .fieldInvalid, "The line is named twice.")
      }
      if let warehouse, line.isStocked, line.warehouse != warehouse {
        faults.add("\(path).line_id", .fieldInvalid, "The line leaves from another warehouse.")
      }
      if asked.quantity > line.open {
        excess.add(
          "\(path).quantity", .overShipment,
          "Line \(line.number) has \(line.open) open, not \(asked.quantity).")
      }
      wanted[asked.number] = asked.quantity
    }
    try faults.check()
    try excess.check(.overShipment, "More is to be shipped than is open.")
    guard !wanted.isEmpty else {
      throw Rejection(
        .nothingToShip, "Nothing of orders/\(order.id) is ready to ship.",
        metadata: ["resource": "orders/\(order.id)"])
    }
    return wanted
  }

  /// What is asked above the line's own reservation must be available.
  private func stock(
    _ wanted: [Int32: Quantity], _ order: Order, on books: inout Books, in context: Context
  ) throws(Rejection) {
    var faults = Faults()
    var metadata: [String: String] = [:]
    var left: [StockKey: Quantity] = [:]
    for line in order.lines {
      guard let quantity = wanted[line.number], let key = line.stockKey else { continue }
      let above = quantity - min(line.reserved, quantity)
      guard above > .zero else { continue }
      if above > books.stockLevel(key).available { books.freeLapsed(at: key, in: context) }
      let available = left[key] ?? books.stockLevel(key).available
      left[key] = available - min(available, above)
      guard above > available else { continue }
      if metadata.isEmpty {
        metadata = [
          "line": String(line.number), "product": "products/\(line.product)",
          "requested": quantity.description, "available": (line.reserved + available).description,
        ]
      }
      faults.add(
        "lines[\(line.number)].quantity", .insufficientStock,
        "\(line.sku): \(quantity) wanted, \(line.reserved + available) there for it.")
    }
    try faults.check(.insufficientStock, "There is not enough stock to ship that.", metadata)
  }

  /// A recent approval, or a release that still holds, is enough, unless the account is blocked;
  /// else the rules of shipping are asked again. Shipping moves value inside the exposure, so nothing
  /// is added. Nil when nothing new had to be decided.
  private func credit(
    _ order: Order, on books: Books, in context: Context
  ) throws(Rejection) -> CreditAssessment? {
    let isCovered = order.credit?.covers(order, at: context.now) ?? false
    if isCovered, !books.isCreditBlocked(order.debtor) { return nil }
    let assessment = books.assessCredit(of: order, at: .ship, added: 0, in: context)
    guard assessment.decision.result == .denied else { return assessment }
    throw assessment.decision.rejection(of: order, in: context)
  }

  private func record(
    _ shipment: Shipment, _ order: Order, _ consumed: [Int32: Quantity], on books: inout Books,
    in context: Context
  ) {
    let lines = shipment.lines.map { (line: $0.orderLine, quantity: $0.quantity) }
    books.record(
      .shipmentShipped, ResourceRef(.shipment, shipment.id), version: 1,
      customer: order.customer, in: context
    ) {
      $0.member("number", shipment.number)
      $0.member("order", "orders/\(order.id)")
      $0.member("ship_date", shipment.shipDate.description)
      $0.quantities(lines)
    }
    books.record(.orderShipped, order, in: context) {
      $0.member("shipment", "orders/\(order.id)/shipments/\(shipment.id)")
      $0.member("fulfillment_state", order.fulfillmentState.rawValue)
    }
    books.record(.stockIssued, order, in: context) {
      $0.member("lines", each: lines) { line, object in
        object.member("line", Int64(line.line))
        object.member("quantity", line.quantity.description)
        // What came from the line's own reservation; services have none.
        object.member("consumed", consumed[line.line]?.description)
      }
    }
  }
}
