/// How an order leaves its credit hold, by hand or by the system.
extension Order {
  /// The order as it would be without the hold, and what that adds to the exposure.
  func withoutCreditHold() -> (order: Order, added: Int64) {
    let held = exposure
    var order = self
    order.holds.removeAll { $0.kind == .credit }
    order.state = order.holds.isEmpty ? stateWithoutHolds : .onHold
    let free = order.exposure
    return (
      order,
      free.openOrders + free.unbilledShipments - held.openOrders - held.unbilledShipments
    )
  }
}

extension Needs {
  static func toDecideAgain(on order: ID<Order>) -> Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.decidesCredit = true
    needs.policies = true
    return needs
  }
}

extension Books {
  /// Puts an order without its credit hold: stock that lapsed is taken again, the short part waits.
  mutating func free(
    _ order: Order, by assessment: CreditAssessment, note: String, in context: Context
  ) -> Order {
    var order = order
    order.credit = assessment.decision
    order.confirmTime = order.confirmTime ?? context.now
    order.reserveUntil = nil
    order.updateTime = context.now
    let taken = reserve(for: &order, in: context)
    put(order, in: context)

    recordDecision(assessment, on: order, in: context)
    record(.creditHoldReleased, order, in: context) { $0.member("note", note) }
    if order.state == .confirmed {
      record(.orderConfirmed, order, in: context) {
        $0.member("before", Order.State.onHold.rawValue)
        $0.member("state", order.state.rawValue)
      }
    }
    recordReserved(order, taken, in: context)
    recordBackordered(order, in: context)
    return orders[order.id] ?? order
  }
}
