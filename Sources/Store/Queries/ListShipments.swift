package import Domain
package import Postgres

/// Shipments of an order, or of all orders.
package struct ListShipments: ReadQuery {
  package let request: ListRequest
  /// Nil is `-`: across all orders.
  package let order: ID<Order>?

  package init(_ request: ListRequest, of order: ID<Order>?) {
    self.request = request
    self.order = order
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Shipment> {
    var list = ShipmentTable.list
    if let order { list.conditions = ["order_id = \(bind: order.uuid)"] }
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    var lines: [ID<Shipment>: [Shipment.Line]] = [:]
    if request.isFull {
      let ids = try page.prefix(request.size).map { ID<Shipment>(try $0.uuid(0)) }
      lines = try ShipmentLineTable.read(
        try transaction.execute(ShipmentLineTable.select(ids, of: seller)))
    }
    return try page.listing(request, columns: ShipmentTable.columns.columnCount) {
      try ShipmentTable.read($0, lines)
    }
  }
}

extension ShipmentLineTable {
  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM shipment_lines WHERE seller_id = $1 AND shipment_id = ANY($2)
    ORDER BY shipment_id, position
    """)

  static func select(_ shipments: [ID<Shipment>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(shipments))
  }
}

extension ShipmentTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["orders/shipments"]), "shipment_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["orders/shipments"]), "shipment_id"),
        Field("shipment_number", .text, "shipment_number", sortable: true),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("ship_date", .date, "ship_date", sortable: true),
        Field("create_time", .time, "create_time", sortable: true),
      ], defaultOrder: [OrderTerm("name", descending: true)]),
    columns: Fragment(columns: columns), source: "shipments")
}
