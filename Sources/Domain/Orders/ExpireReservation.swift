/// Frees the stock of a draft or held order whose time has passed. A sweep sends it, one an order;
/// run again it finds nothing to do.
package struct ExpireReservation: Command {
  package let order: ID<Order>

  package init(order: ID<Order>) { self.order = order }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.waitingForProductsOfOrders.insert(order)
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    books.orders[order].map { books.waitingNeeds(forReleaseOf: $0) }
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    var order = try books.order(order, for: context)
    guard let until = order.reserveUntil, until <= context.now else { return order }
    let freed = books.release(from: &order)
    order.reserveUntil = nil
    order.updateTime = context.now
    books.put(order, in: context)
    books.record(.reservationExpired, order, in: context) { $0.quantities(freed) }
    books.serveBackorders(of: Set(order.lines.map(\.product)), in: context)
    return books.orders[order.id] ?? order
  }
}
