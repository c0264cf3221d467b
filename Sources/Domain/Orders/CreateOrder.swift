/// Drafts an order: priced and taxed, without stock, credit decision or exposure.
package struct CreateOrder: Command {
  package let request: OrderRequest

  package init(_ request: OrderRequest) { self.request = request }

  package var needs: Needs { request.needs }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    var order = try OrderPricing(request: request, context: context).draft(on: &books)
    order.priceValidUntil = request.priceValidUntil
    order.number = books.takeNumber(
      SeriesKey(.order, year: order.orderDate.year), on: order.orderDate)
    books.put(order, in: context)
    books.record(.orderDrafted, order, in: context) { $0.summary(of: order) }
    return books.orders[order.id] ?? order
  }
}
