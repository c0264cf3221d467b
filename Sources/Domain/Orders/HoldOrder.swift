/// Stops an order by hand: nothing ships until it is released. Its stock and its share of the
/// exposure stay. Several holds may be open at once.
///
/// Checks, in this order: the order is there, its version, its state.
package struct HoldOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let reason: String
  package let note: String

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, reason: String, note: String = ""
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.reason = reason
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> OrderStanding
  {
    var order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.hold)
    let before = order.state
    order.holds.append(
      .init(
        kind: .manual, reason: reason, actor: context.caller.principal, note: note,
        since: context.now))
    order.state = .onHold
    order.updateTime = context.now
    books.put(order, in: context)
    books.record(.orderHeld, order, in: context) {
      $0.member("before", before.rawValue)
      $0.member("state", order.state.rawValue)
      $0.member("kind", Order.Hold.Kind.manual.rawValue)
      $0.member("reason", reason)
      if !note.isEmpty { $0.member("note", note) }
    }
    return books.standing(of: order)
  }
}

extension Books {
  /// The order as it is now, with what its invoices say of payment.
  func standing(of order: Order) -> OrderStanding {
    let order = orders[order.id] ?? order
    var standing = OrderStanding(
      order: order, paymentState: .init(of: openItems(of: order.id)))
    standing.shipBy = order.shipByDates(of: seller) { warehouses[$0] }
    return standing
  }
}
