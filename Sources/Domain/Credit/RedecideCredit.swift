/// Decides again on an order that the credit rules hold, and frees it when it passes all of them. The
/// system sends it when something came free; when the rules still deny, nothing changes and the
/// decision that holds the order stands.
package struct RedecideCredit: Command {
  package let order: ID<Order>

  package init(order: ID<Order>) { self.order = order }

  package var needs: Needs { .toDecideAgain(on: order) }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    let order = try books.order(order, for: context)
    guard order.state == .onHold, order.hasCreditHold else { return order }
    let freed = order.withoutCreditHold()
    let assessment = books.assessCredit(
      of: freed.order, at: .release, added: freed.added, in: context)
    guard assessment.decision.result == .approved else { return order }
    return books.free(freed.order, by: assessment, note: "", in: context)
  }
}
