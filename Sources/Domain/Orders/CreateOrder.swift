/// Drafts an order: priced and taxed, without credit decision or exposure. With a time for its
/// prices it is a quote; it holds stock until its time, if it has one.
package struct CreateOrder: Command {
  package let request: OrderRequest

  package init(_ request: OrderRequest) { self.request = request }

  package var needs: Needs { request.needs }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    var needs = request.debtorNeeds(on: books, in: context) ?? Needs()
    if request.reserveUntil != nil {
      needs.formUnion(books.lapsedNeeds(for: request.wanted(on: books), in: context))
    }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    var order = try OrderPricing(request: request, context: context).draft(on: &books)
    try QuoteTimes(
      priceValidUntil: request.priceValidUntil, reserveUntil: request.reserveUntil
    ).check(orderDate: order.orderDate, context)
    order.priceValidUntil = request.priceValidUntil
    order.reserveUntil = request.reserveUntil
    let taken = try books.hold(&order, in: context)
    order.number = books.takeNumber(
      SeriesKey(.order, year: order.orderDate.year), on: order.orderDate)
    books.put(order, in: context)
    let rules = books.pricingRules(on: context.today)
    books.record(.orderDrafted, order, in: context) {
      $0.summary(of: order)
      $0.pricing(rules, by: context.caller)
    }
    books.recordReserved(order, taken, in: context)
    return books.orders[order.id] ?? order
  }
}
