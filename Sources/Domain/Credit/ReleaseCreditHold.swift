/// Lets an order go that the credit rules stopped: the decision is OVERRIDDEN, exposure goes up,
/// and stock that lapsed meanwhile is taken again; what is short waits.
///
/// The release is bound to the order's revision and amount, and to a time if one is given.
///
/// Checks, in this order: the order is there, its version, that it is held by credit, the
/// customer, and the releaser's authority for what goes over the limit.
package struct ReleaseCreditHold: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let note: String
  /// Until when the release counts at shipping; nil for as long as the revision lives.
  package let validUntil: Instant?

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, note: String, validUntil: Instant? = nil
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.note = note
    self.validUntil = validUntil
  }

  package var needs: Needs { .toDecideAgain(on: order) }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    books.orders[order].map { books.lapsedNeeds(for: $0, in: context) }
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
    books.freeLapsed(for: &order, in: context)
    var freed = order.withoutCreditHold()
    var assessment = books.assessCredit(
      of: freed.order, at: .release, added: freed.added, in: context)
    try context.caller.requireAuthority(
      "credit.release", for: Money(assessment.decision.excess, order.currency))
    if assessment.decision.result == .denied {
      assessment.decision.result = .overridden
      assessment.decision.validUntil = validUntil
      assessment.decision.amount = order.totals.gross
    }
    freed.order.approval = nil
    return books.free(freed.order, by: assessment, note: note, in: context)
  }
}
