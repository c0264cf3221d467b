/// Records what became of a shipment on its way: it arrived, or it was lost at the seller's risk.
///
/// What was lost is open again and takes from stock anew; on an order that is complete it counts as
/// cancelled, since nothing opens there any more. What was invoiced of it is to credit.
///
/// Checks, in this order: the shipment is there, its version, its state, the time; that
/// nothing of what was lost came back.
package struct ConfirmDelivery: Command {
  package let order: ID<Order>
  package let shipment: ID<Shipment>
  package let expectedVersion: Int64?
  /// Nil: now.
  package let deliveredTime: Instant?
  /// Its date in the seller's time zone; nil: today.
  package let deliveredDate: CalendarDay?
  package let recipient: String
  package let isLost: Bool
  package let note: String

  package init(
    order: ID<Order>, shipment: ID<Shipment>, expectedVersion: Int64? = nil,
    deliveredTime: Instant? = nil, deliveredDate: CalendarDay? = nil, recipient: String = "",
    isLost: Bool = false, note: String = ""
  ) {
    self.order = order
    self.shipment = shipment
    self.expectedVersion = expectedVersion
    self.deliveredTime = deliveredTime
    self.deliveredDate = deliveredDate
    self.recipient = recipient
    self.isLost = isLost
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.shipmentsOfOrders.insert(order)
    needs.returnsOfOrders.insert(order)
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    isLost ? books.orders[order]?.replacementNeeds : nil
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Shipment {
    let name = "orders/\(order)/shipments/\(shipment)"
    guard var shipment = books.shipments[shipment], shipment.order == order,
      context.caller.sees(shipment.customer), var order = books.orders[order]
    else { throw .notFound(name) }
    try requireVersion(expectedVersion, of: shipment)
    guard shipment.state == .shipped else {
      throw .transition(
        name, from: shipment.state.rawValue, requested: "ConfirmDelivery",
        allowed: [Shipment.State.shipped.rawValue])
    }
    shipment.updateTime = context.now
    order.updateTime = context.now
    if isLost {
      books.endLapsedReturns(of: &order, in: context)
      try stayedAway(shipment, on: books)
      shipment.state = .lost
      lose(shipment, of: &order, on: &books, in: context)
    } else {
      let time = deliveredTime ?? context.now
      let date = deliveredDate ?? context.today
      if time > context.now {
        throw .invalidField("delivered_time", .fieldOutOfRange, "The time is in the future.")
      }
      if date < shipment.shipDate {
        throw .invalidField("delivered_time", .fieldOutOfRange, "The goods left later than that.")
      }
      shipment.state = .delivered
      shipment.deliveredTime = time
      shipment.deliveredDate = date
      shipment.recipient = recipient
      for line in shipment.lines { order.change(line.orderLine) { $0.delivered += line.quantity } }
      books.put(order, in: context)
      books.put(shipment)
      books.record(
        .shipmentDelivered, ResourceRef(.shipment, shipment.id),
        version: books.shipments[shipment.id]?.version ?? 1, customer: shipment.customer,
        in: context
      ) {
        $0.member("order", "orders/\(order.id)")
        $0.member("before", Shipment.State.shipped.rawValue)
        $0.member("state", shipment.state.rawValue)
        $0.member("delivered_time", time.description)
        $0.member("recipient", recipient)
        if !note.isEmpty { $0.member("note", note) }
      }
      books.recordFulfillment(order, shipment.lines.map(\.orderLine), in: context)
    }
    return books.shipments[shipment.id] ?? shipment
  }

  /// What came back, or may come back, did arrive.
  private func stayedAway(_ shipment: Shipment, on books: Books) throws(Rejection) {
    let back = books.returns(of: shipment.order).first { back in
      (back.isCounted || back.state == .received)
        && back.lines.contains { $0.shipment == shipment.id }
    }
    guard let back else { return }
    throw Rejection(
      .resourceInUse, "Goods of the shipment came back or are to: it was not lost.",
      metadata: [
        "resource": "orders/\(shipment.order)/shipments/\(shipment.id)",
        "usedBy": "returns/\(back.id)",
      ])
  }

  private func lose(
    _ shipment: Shipment, of order: inout Order, on books: inout Books, in context: Context
  ) {
    let isOver = order.state == .completed
    for line in shipment.lines {
      order.change(line.orderLine) {
        $0.shipped -= line.quantity
        if isOver { $0.cancelled += line.quantity }
      }
    }
    let taken = order.state == .confirmed ? books.reserve(for: &order, in: context) : []
    books.put(order, in: context)
    books.put(shipment)
    books.record(
      .shipmentLost, ResourceRef(.shipment, shipment.id),
      version: books.shipments[shipment.id]?.version ?? 1, customer: shipment.customer, in: context
    ) {
      $0.member("order", "orders/\(order.id)")
      $0.member("before", Shipment.State.shipped.rawValue)
      $0.member("state", shipment.state.rawValue)
      if !note.isEmpty { $0.member("note", note) }
      $0.quantities(shipment.lines.map { (line: $0.orderLine, quantity: $0.quantity) })
    }
    books.recordFulfillment(order, shipment.lines.map(\.orderLine), in: context)
    books.recordReserved(order, taken, in: context)
    if order.state == .confirmed { books.recordBackordered(order, in: context) }
  }
}
