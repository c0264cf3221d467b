/// Copies an order into a new draft: the same customer, place and lines at today's prices and tax, owed
/// by whom the order names, else by whom its customer names today.
/// Prices and discounts that were given by hand, dates and what has happened to the old order are
/// not copied.
///
/// Checks: the order is there, then those of drafting.
package struct DuplicateOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?

  package init(order: ID<Order>, expectedVersion: Int64? = nil) {
    self.order = order
    self.expectedVersion = expectedVersion
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.repricedOrders.insert(order)
    needs.series.insert(.order)
    needs.policies = true
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let payer = books.orders[order]?.payer, books.customers[payer] == nil else { return nil }
    var needs = Needs()
    needs.customers.insert(payer)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    let old = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: old)
    try old.require(.duplicate)
    var request = OrderRequest(askingAgainFor: old)
    request.orderDate = nil
    request.requestedDate = nil
    request.billTo = old.billTo.flatMap { books.isThere($0) ? $0 : nil }
    request.payer = old.payer.flatMap { books.isThere($0) ? $0 : nil }
    request.dropManualPrices()
    var draft = try OrderPricing(request: request, context: context).draft(on: &books)
    draft.copiedFrom = old.id
    draft.number = books.takeNumber(
      SeriesKey(.order, year: draft.orderDate.year), on: draft.orderDate)
    books.put(draft, in: context)
    let rules = books.pricingRules(on: context.today)
    books.record(.orderDrafted, draft, in: context) {
      $0.summary(of: draft)
      $0.pricing(rules, by: context.caller)
      $0.member("copied_from", "orders/\(old.id)")
    }
    return books.orders[draft.id] ?? draft
  }
}

extension Books {
  fileprivate func isThere(_ party: ID<Customer>) -> Bool { customers[party]?.isGone == false }
}
