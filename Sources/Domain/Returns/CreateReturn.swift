/// Asks to send goods back.
///
/// Checks, in this order: the order is there, its state, the lines and shipments, that so much was
/// shipped and is neither back nor on its way, and the time since delivery.
package struct CreateReturn: Command {
  package let order: ID<Order>
  package let lines: [Line]
  package let note: String

  package struct Line: Sendable {
    package var orderLine: Int32
    /// Which shipment it came with; nil for the last ones.
    package var shipment: ID<Shipment>?
    package var quantity: Quantity
    package var reasonCode: String
    package var disposition: Return.Disposition?

    package init(
      orderLine: Int32, shipment: ID<Shipment>? = nil, quantity: Quantity,
      reasonCode: String = "", disposition: Return.Disposition? = nil
    ) {
      self.orderLine = orderLine
      self.shipment = shipment
      self.quantity = quantity
      self.reasonCode = reasonCode
      self.disposition = disposition
    }
  }

  package init(order: ID<Order>, lines: [Line], note: String = "") {
    self.order = order
    self.lines = lines
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.shipmentsOfOrders.insert(order)
    needs.returnsOfOrders.insert(order)
    needs.series.insert(.returned)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Return {
    var order = try books.order(order, for: context)
    switch order.state {
    case .confirmed, .onHold, .completed: break
    case .draft, .cancelled:
      throw .transition(
        "orders/\(order.id)", from: order.state.rawValue, requested: "CreateReturn",
        allowed: [Order.State.confirmed, .onHold, .completed].map(\.rawValue))
    }
    let before = order
    books.endLapsedReturns(of: &order, in: context)
    let resolved = try ReturnLines(order: order, lines: lines, context: context)
      .resolved(on: books)
    if order != before {
      order.updateTime = context.now
      books.put(order, in: context)
      books.recordFulfillment(order, order.lines.map(\.number), in: context)
    }
    let back = Return(
      id: books.makeID(in: context),
      number: books.takeNumber(SeriesKey(.returned, year: context.today.year), on: context.today),
      order: order.id, customer: order.customer, state: .requested, currency: order.currency,
      lines: resolved, note: note,
      at: context.now)
    books.put(back)
    books.recordReturn(.returnRequested, back, in: context) {
      $0.member("number", back.number)
      $0.member("order", "orders/\(order.id)")
      $0.member("lines", each: back.lines) { line, object in
        object.member("line", Int64(line.orderLine))
        object.member("shipment", "orders/\(order.id)/shipments/\(line.shipment)")
        object.member("quantity", line.quantity.description)
        object.member("reason_code", line.reasonCode)
      }
    }
    return books.returns[back.id] ?? back
  }
}
