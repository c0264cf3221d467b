/// Records that goods left for an order: stock and reservation go down, shipped goes up.
///
/// Checks, in this order: the order is there, its version, its state and holds, the customer, the
/// ship date, the lines and their lots, that something is to ship, quantities, stock, credit when the
/// approval is older than seven days or more is ordered by the shipment. Above what is reserved a line
/// takes from what is available; above what is open it is ordered, as far as the tolerance goes.
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
    /// Which lots leave; empty where nobody says.
    package var lots: [Shipment.Lot]
    package init(number: Int32, quantity: Quantity, lots: [Shipment.Lot] = []) {
      self.number = number
      self.quantity = quantity
      self.lots = lots
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
    let mayClose = order.lines.contains { books.tolerance(of: $0, in: order).under > .zero }
    if mayClose { needs.formUnion(books.waitingNeeds(forReleaseOf: order)) }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Shipment {
    let before = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: before)
    try before.require(.ship)
    let customer = try books.customer(before.customer, for: context)
    try customer.require(.shipments)
    let date = try shipDate(before, in: context)
    let wanted = try quantities(before, on: books)
    freeLapsed(wanted, before, on: &books, in: context)
    // It may be among those who were given what came free.
    var after = books.orders[before.id] ?? before
    try stock(wanted, after, on: books)
    let isRaised = try raise(&after, to: wanted)
    let consumed = ship(wanted, of: &after, on: &books)
    let closed = closeRests(of: &after, shipping: wanted, on: &books)
    after.lastShipDate = max(date, after.lastShipDate ?? date)
    after.updateTime = context.now
    // What takes the place of returned goods may be billed already: then nothing is left.
    if after.isComplete { after.state = .completed }
    let assessment = try credit(&after, from: before, on: books, in: context)

    let shipment = issue(wanted, of: after, on: date, from: &books, in: context)
    books.put(after, in: context)
    books.put(shipment)
    if isRaised { record(raised: after, from: before, on: &books, in: context) }
    if let assessment { books.recordDecision(assessment, on: after, in: context) }
    record(shipment, after, consumed, on: &books, in: context)
    record(closed, of: after, from: before, on: &books, in: context)
    if after.state == .completed {
      books.record(.orderCompleted, after, in: context) { $0.member("state", "COMPLETED") }
    }
    return books.shipments[shipment.id] ?? shipment
  }

  /// Shipped goes up, and what was reserved for it is consumed. The order is changed in hand.
  ///
  /// - Returns: what came from the lines' own reservations.
  private func ship(
    _ wanted: [Int32: Quantity], of order: inout Order, on books: inout Books
  ) -> [Int32: Quantity] {
    var consumed: [Int32: Quantity] = [:]
    for index in order.lines.indices {
      let line = order.lines[index]
      guard let quantity = wanted[line.number] else { continue }
      order.lines[index].shipped += quantity
      guard line.stockKey != nil else { continue }
      let reserved = min(line.reserved, quantity)
      consumed[line.number] = reserved
      books.release(reserved, from: &order.lines[index])
    }
    return consumed
  }

  /// The goods leave their warehouses.
  private func issue(
    _ wanted: [Int32: Quantity], of order: Order, on date: CalendarDay, from books: inout Books,
    in context: Context
  ) -> Shipment {
    let id = books.makeID(Shipment.self, in: context)
    let lots = lotsByLine
    var shipped: [Shipment.Line] = []
    for line in order.lines {
      guard let quantity = wanted[line.number] else { continue }
      if let key = line.stockKey {
        books.move(
          .zero - quantity, at: key, .issue, for: ResourceRef(.shipment, id), on: date,
          in: context)
      }
      shipped.append(
        .init(
          orderLine: line.number, product: line.product, warehouse: line.warehouse,
          quantity: quantity, lots: lots[line.number] ?? []))
    }
    return Shipment(
      id: id, number: books.takeNumber(SeriesKey(.shipment, year: date.year), on: date),
      order: order.id, customer: order.customer, lines: shipped, carrier: carrier,
      trackingNumber: trackingNumber, shipDate: date, at: context.now)
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
    var metadata: [String: String] = [:]
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
      check(asked.lots, of: asked.quantity, "\(path).lots", &faults)
      let most = most(of: line, in: order, on: books)
      if asked.quantity > most {
        if metadata.isEmpty {
          metadata = [
            "line": String(line.number), "ordered": line.ordered.description,
            "shipped": line.shipped.description, "most": most.description,
          ]
        }
        excess.add(
          "\(path).quantity", .overShipment,
          "Line \(line.number) has \(line.open) open, not \(asked.quantity)"
            + (most > line.open ? "; with its tolerance \(most) may leave." : "."))
      }
      wanted[asked.number] = asked.quantity
    }
    try faults.check()
    try excess.check(.overShipment, "More is to be shipped than is open.", metadata)
    guard !wanted.isEmpty else {
      throw Rejection(
        .nothingToShip, "Nothing of orders/\(order.id) is ready to ship.",
        metadata: ["resource": "orders/\(order.id)"])
    }
    return wanted
  }

  /// Where less is available than is asked above the lines' own reservations, what has lapsed is
  /// freed first.
  private func freeLapsed(
    _ wanted: [Int32: Quantity], _ order: Order, on books: inout Books, in context: Context
  ) {
    var above: [StockKey: Quantity] = [:]
    for line in order.lines {
      guard let quantity = wanted[line.number], let key = line.stockKey,
        quantity > line.reserved
      else { continue }
      above[key, default: .zero] += quantity - line.reserved
    }
    for (key, quantity) in above.sorted(by: { $0.key < $1.key })
    where quantity > books.stockLevel(key).available {
      books.freeLapsed(at: key, in: context)
    }
  }

  /// What is asked above the line's own reservation must be available.
  private func stock(
    _ wanted: [Int32: Quantity], _ order: Order, on books: Books
  ) throws(Rejection) {
    var faults = Faults()
    var metadata: [String: String] = [:]
    var left: [StockKey: Quantity] = [:]
    for line in order.lines {
      guard let quantity = wanted[line.number], let key = line.stockKey else { continue }
      let above = quantity - min(line.reserved, quantity)
      guard above > .zero else { continue }
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

  /// A recent approval, or a release that still holds, is enough, unless the account is blocked or
  /// a deposit is open again on an order that was to be paid for in advance; else the rules of shipping
  /// are asked again. Shipping moves value inside the exposure; what it orders by the tolerance comes
  /// on top and is always asked for. The decision counts for the revision that it made.
  ///
  /// - Returns: nil when nothing new had to be decided.
  private func credit(
    _ after: inout Order, from before: Order, on books: Books, in context: Context
  ) throws(Rejection) -> CreditAssessment? {
    let added = after.presentExposure - before.presentExposure
    let isCovered = before.credit?.covers(before, at: context.now) ?? false
    if isCovered, added <= 0, !books.isCreditBlocked(before.debtor),
      !books.lacksPrepayment(after)
    {
      after.credit?.revision = after.revision
      return nil
    }
    let assessment = books.assessCredit(of: after, at: .ship, added: added, in: context)
    if assessment.decision.result == .denied {
      throw assessment.decision.rejection(of: before, in: context)
    }
    if after.revision != before.revision { after.credit = assessment.decision }
    return assessment
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
      $0.lots(of: shipment)
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
