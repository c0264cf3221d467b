/// Lets an order go that the credit rules stopped: the decision is OVERRIDDEN, exposure goes up,
/// and stock that lapsed meanwhile is taken again; what is short waits.
///
/// Checks, in this order: the order is there, its version, that it is held by credit, the
/// customer, and the releaser's authority for what goes over the limit.
package struct ReleaseCreditHold: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let note: String
  /// Until when the release counts at shipping; nil for as long as the order lives.
  package let validUntil: Instant?

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, note: String, validUntil: Instant? = nil
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.note = note
    self.validUntil = validUntil
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    var order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    guard order.state == .onHold, order.hasCreditHold else {
      throw .transition(
        "orders/\(order.id)", from: order.state.rawValue, requested: "ReleaseCreditHold",
        allowed: [Order.State.onHold.rawValue])
    }
    if let validUntil, validUntil <= context.now {
      throw .invalidField("valid_until_time", .fieldOutOfRange, "The time has passed already.")
    }
    let customer = try books.customer(order.customer, for: context)
    try customer.require(.orders)
    let account = books.creditAccount(of: order.customer)
    let held = order.exposure
    order.holds.removeAll { $0.kind == .credit }
    let state = order.holds.isEmpty ? order.stateWithoutHolds : .onHold
    order.state = state
    let added =
      order.exposure.openOrders + order.exposure.unbilledShipments - held.openOrders
      - held.unbilledShipments
    var decision = CreditCheck.decide(
      customer: customer, account: account, added: added, in: context)
    try context.caller.requireAuthority(
      "credit.release", for: Money(decision.passesIf, order.currency))
    if decision.result == .denied {
      decision.result = .overridden
      decision.validUntil = validUntil
    }
    order.credit = decision
    order.confirmTime = order.confirmTime ?? context.now
    order.reserveUntil = nil
    order.updateTime = context.now
    let taken = books.reserve(for: &order)
    books.put(order, in: context)

    books.recordDecision(
      decision, checkpoint: "RELEASE", order, account, added: added, in: context)
    books.record(.creditHoldReleased, order, in: context) { $0.member("note", note) }
    if state == .confirmed {
      books.record(.orderConfirmed, order, in: context) {
        $0.member("before", Order.State.onHold.rawValue)
        $0.member("state", state.rawValue)
      }
    }
    books.recordReserved(order, taken, in: context)
    books.recordBackordered(order, in: context)
    return books.orders[order.id] ?? order
  }
}
