/// Decides again on an order that the credit rules hold, and frees it when it passes all of them. The
/// system sends it when something came free; when the rules still deny, nothing changes and the
/// decision that holds the order stands.
package struct RedecideCredit: Command {
  package let order: ID<Order>

  package init(order: ID<Order>) { self.order = order }

  /// What became of it, and on which accounts: the next look compares with them.
  package struct Redecision: Sendable, Equatable {
    package var order: Order
    package var account: CreditAccount
    package var group: CreditAccount?
  }

  package var needs: Needs { .toDecideAgain(on: order) }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> Redecision {
    let order = try books.order(order, for: context)
    let account = books.creditAccount(of: order.debtor)
    var redecision = Redecision(
      order: order, account: account, group: account.group.flatMap { books.creditAccounts[$0] })
    guard order.state == .onHold, order.hasCreditHold else { return redecision }
    let freed = order.withoutCreditHold()
    let assessment = books.assessCredit(
      of: freed.order, at: .release, added: freed.added, in: context)
    guard assessment.decision.result == .approved else { return redecision }
    redecision.order = books.free(freed.order, by: assessment, note: "", in: context)
    return redecision
  }
}
