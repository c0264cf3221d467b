/// What the commands of returns share.
extension Books {
  package func `return`(_ id: ID<Return>, for context: Context) throws(Rejection) -> Return {
    guard let found = returns[id], context.caller.sees(found.customer) else {
      throw .notFound("returns/\(id)")
    }
    return found
  }

  /// Takes the quantities of authorisations that have run out off the order's lines: they are
  /// returnable again. Only their count ends here; they ended by their date.
  mutating func endLapsedReturns(of order: inout Order, in context: Context) {
    for var lapsed in returns(of: order.id)
    where lapsed.isCounted && !lapsed.isInForce(at: context.now) {
      uncount(&lapsed, from: &order)
      lapsed.updateTime = context.now
      put(lapsed)
      recordReturn(.returnAuthorized, lapsed, in: context) {
        $0.member("state", lapsed.state.rawValue)
        $0.member("expired", true)
      }
    }
  }

  /// Puts the quantities of a return on the order's lines as on their way, or takes them off.
  func count(_ back: inout Return, on order: inout Order) {
    guard !back.isCounted else { return }
    back.isCounted = true
    for line in back.lines { order.change(line.orderLine) { $0.returning += line.quantity } }
  }

  func uncount(_ back: inout Return, from order: inout Order) {
    guard back.isCounted else { return }
    back.isCounted = false
    for line in back.lines { order.change(line.orderLine) { $0.returning -= line.quantity } }
  }

  /// What of a shipment's line may still come back: neither returned nor on its way.
  func returnable(of line: Shipment.Line, in shipment: Shipment, in context: Context) -> Quantity {
    var left = line.quantity
    for back in returns(of: shipment.order) {
      for other in back.lines
      where other.shipment == shipment.id && other.orderLine == line.orderLine {
        if back.state == .received { left -= other.received }
        if back.isInForce(at: context.now) { left -= other.quantity }
      }
    }
    return left
  }

  mutating func recordReturn(
    _ type: EventType, _ back: Return, in context: Context, _ write: (inout JSONText) -> Void
  ) {
    record(
      type, ResourceRef(.returned, back.id), version: returns[back.id]?.version ?? 1,
      customer: back.customer, in: context, write)
  }
}

extension Books {
  /// Tells what came of an order's goods: its shipments and returns have events of their own.
  mutating func recordFulfillment(
    _ order: Order, _ lines: some Sequence<Int32>, in context: Context
  ) {
    let numbers = Set(lines)
    record(.orderUpdated, order, in: context) {
      $0.member("fulfillment_state", order.fulfillmentState.rawValue)
      $0.member("lines", each: order.lines.filter { numbers.contains($0.number) }) { line, object in
        object.member("line", Int64(line.number))
        object.member("shipped", line.shipped.description)
        object.member("delivered", line.delivered.description)
        object.member("returning", line.returning.description)
        object.member("returned", line.returned.description)
      }
    }
  }
}

extension Order {
  mutating func change(_ number: Int32, _ body: (inout OrderLine) -> Void) {
    guard let index = lines.firstIndex(where: { $0.number == number }) else { return }
    body(&lines[index])
  }
}

extension Needs {
  /// A return with its order, the order's other returns and its shipments.
  static func of(_ back: ID<Return>) -> Needs {
    var needs = Needs()
    needs.returns.insert(back)
    return needs
  }
}
