/// Confirms a draft at the prices it was drafted with: stock and credit are those of the moment.
///
/// Checks, in this order: the order is there, its version, its state, its prices, then those of placing.
package struct ConfirmOrder: Command {
  package let order: ID<Order>
  package let expectedVersion: Int64?
  package let options: ConfirmationOptions

  package init(
    order: ID<Order>, expectedVersion: Int64? = nil, options: ConfirmationOptions = .init()
  ) {
    self.order = order
    self.expectedVersion = expectedVersion
    self.options = options
  }

  package var needs: Needs {
    var needs = Needs()
    needs.orders.insert(order)
    needs.decidesCredit = true
    needs.policies = true
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    books.orders[order].map { books.lapsedNeeds(for: $0, in: context) }
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Order {
    let order = try books.order(order, for: context)
    try requireVersion(expectedVersion, of: order)
    try order.require(.confirm)
    if let until = order.priceValidUntil, until < context.now {
      throw Rejection(
        .priceExpired, "The prices of this draft were good until \(until). Draft it again.",
        metadata: ["resource": "orders/\(order.id)", "priceValidUntilTime": until.description])
    }
    let customer = try books.customer(order.customer, for: context)
    try customer.require(.orders)
    return try OrderConfirmation(options: options, context: context)
      .confirm(order, as: .orderPlaced, on: &books)
  }
}
