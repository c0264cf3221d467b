package import Domain
package import Postgres

/// An order with its lines; nil when it is not there, or not the caller's.
package struct GetOrder: ReadQuery {
  package let order: ID<Order>

  package init(_ order: ID<Order>) { self.order = order }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> OrderStanding? {
    let head = try OrderTable.list.query(id: order.uuid, of: seller, for: scope)
    let results = try transaction.pipeline([head, OrderLineTable.select([order], of: seller)])
    let lines = try OrderLineTable.read(results[1])
    guard let row = results[0].first else { return nil }
    var standing = try OrderTable.readStanding(row, lines)
    let dates = try ShipByDates(of: [standing.order], in: &transaction, of: seller)
    standing.shipBy = dates?.dates(of: standing.order) ?? [:]
    return standing
  }
}
