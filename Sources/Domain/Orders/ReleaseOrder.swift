/// Takes manual holds off an order. With the last hold it goes on: goods that it lacks are taken if
/// they are there, and it is complete where nothing is left to ship and to bill. A credit hold
/// stays with the credit desk.
///
/// Checks, in this order: the order is there, its version, its state, that such a hold is open.
package struct ReleaseOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  /// The reason of the hold that ends; empty ends all manual holds.
  package let reason: String
  package let note: String

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, reason: String = "", note: String = ""
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

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    books.orders[order].map { books.lapsedNeeds(for: $0, in: context) }
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> OrderStanding
  {
    var order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.release)
    let ends: (Order.Hold) -> Bool = {
      $0.kind == .manual && (reason.isEmpty || $0.reason == reason)
    }
    let ended = order.holds.filter(ends)
    guard !ended.isEmpty else { throw noSuchHold(order) }
    books.freeLapsed(for: &order, in: context)
    order.holds.removeAll(where: ends)
    if order.holds.isEmpty { order.state = order.stateWithoutHolds }
    let taken = order.state == .confirmed ? books.reserve(for: &order, in: context) : []
    order.updateTime = context.now
    books.put(order, in: context)
    books.record(.orderReleased, order, in: context) {
      $0.member("before", Order.State.onHold.rawValue)
      $0.member("state", order.state.rawValue)
      $0.member("reasons", ended.map(\.reason))
      if !note.isEmpty { $0.member("note", note) }
    }
    books.recordReserved(order, taken, in: context)
    if order.state == .completed {
      books.record(.orderCompleted, order, in: context) { $0.member("state", "COMPLETED") }
    }
    return books.standing(of: order)
  }

  private func noSuchHold(_ order: Order) -> Rejection {
    let kinds = order.holds.map(\.kind.rawValue).joined(separator: ",")
    return Rejection(
      .invalidStateTransition,
      reason.isEmpty
        ? "orders/\(order.id) is held by credit alone: ReleaseCreditHold frees it."
        : "orders/\(order.id) has no manual hold for \"\(reason)\".",
      metadata: [
        "resource": "orders/\(order.id)", "currentState": order.state.rawValue,
        "requested": OrderVerb.release.rawValue, "allowed": Order.State.onHold.rawValue,
        "holds": kinds,
      ])
  }
}
