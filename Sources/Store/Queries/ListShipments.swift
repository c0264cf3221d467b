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
  ) throws -> Listing<ShipmentStanding> {
    var list = ShipmentTable.list
    if let order { list.conditions = ["order_id = \(bind: order.uuid)"] }
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    var lines: [ID<Shipment>: [Shipment.Line]] = [:]
    var returned: [ID<Shipment>: [Int32: Quantity]] = [:]
    if request.isFull {
      let ids = try page.prefix(request.size).map { ID<Shipment>(try $0.uuid(0)) }
      let results = try transaction.pipeline([
        ShipmentLineTable.select(ids, of: seller),
        ShipmentLineTable.selectReturned(ids, of: seller),
        ShipmentLotTable.select(ids, of: seller),
      ])
      lines = try ShipmentLineTable.read(results[0], lots: results[2])
      returned = try ShipmentLineTable.readReturned(results[1])
    }
    return try page.listing(request, columns: ShipmentTable.columns.columnCount) {
      let shipment = try ShipmentTable.read($0, lines)
      return ShipmentStanding(shipment: shipment, returned: returned[shipment.id] ?? [:])
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

  /// What was accepted of the returns of their orders.
  private static let returned: Statement = """
    SELECT l.shipment_id, l.order_line, sum(l.received_e6)::bigint
    FROM returns b
      JOIN return_lines l ON l.seller_id = b.seller_id AND l.return_id = b.return_id
    WHERE b.seller_id = $1 AND b.state = 'RECEIVED' AND l.shipment_id = ANY($2)
      AND b.order_id IN (SELECT s.order_id FROM shipments s
        WHERE s.seller_id = $1 AND s.shipment_id = ANY($2))
    GROUP BY l.shipment_id, l.order_line
    """

  static func selectReturned(_ shipments: [ID<Shipment>], of seller: ID<Seller>) -> Query {
    Query(returned, .id(seller), .ids(shipments))
  }

  static func readReturned(
    _ rows: ResultSet
  ) throws(DecodeError) -> [ID<Shipment>: [Int32: Quantity]] {
    var returned: [ID<Shipment>: [Int32: Quantity]] = [:]
    for row in rows {
      var r = RowReader(row)
      let shipment = try r.id(Shipment.self)
      let line = try r.int32()
      returned[shipment, default: [:]][line] = try r.decimal()
    }
    return returned
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
        Field(
          "lines.lots.lot_number", .special(lot),
          """
          (SELECT l.lot_number FROM shipment_lots l
            WHERE l.seller_id = shipments.seller_id AND l.shipment_id = shipments.shipment_id
            LIMIT 1)
          """),
        Field("ship_date", .date, "ship_date", sortable: true),
        Field("create_time", .time, "create_time", sortable: true),
      ], defaultOrder: [OrderTerm("name", descending: true)]),
    columns: Fragment(columns: columns), source: "shipments")

  /// Goods of the lot left with it. The shipments are looked up by the lot, not the other way round.
  @Sendable private static func lot(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    let path = "lines.lots.lot_number"
    let number: String
    switch (comparison, value.form) {
    case (nil, .text(let text)), (nil, .word(let text)), (nil, .number(let text)): number = text
    default:
      throw .filter("write \(path) : \"L-2026-07\"", field: path, column: value.column)
    }
    return """
      shipment_id IN (SELECT l.shipment_id FROM shipment_lots l
        WHERE l.seller_id = (SELECT current_setting('app.seller')::uuid)
          AND l.lot_number = \(bind: number))
      """
  }
}
