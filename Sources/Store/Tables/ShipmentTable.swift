internal import Domain
internal import Postgres

/// Rows of `shipments`; their lines are `ShipmentLineTable`.
enum ShipmentTable {
  static let columns: StaticString = """
    shipment_id, version, shipment_number, order_id, customer_id, carrier, tracking_number,
    ship_date, create_time
    """

  private static let insertion = Statement(
    "INSERT INTO shipments (seller_id, ", columns,
    """
    ) SELECT $1, v.* FROM unnest(
        $2, $3, $4, $5, $6, $7, $8, $9, $10) AS v
    """)

  static func insert(_ rows: [Shipment], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.number }
    columns.id { $0.order }
    columns.id { $0.customer }
    columns.text { $0.carrier }
    columns.text { $0.trackingNumber }
    columns.day { $0.shipDate }
    columns.instant { $0.createTime }
    return columns.query(insertion)
  }

  /// - Parameter lines: the rows of `ShipmentLineTable`, by shipment.
  static func read(
    _ row: Row, _ lines: [ID<Shipment>: [Shipment.Line]]
  ) throws(DecodeError) -> Shipment {
    var r = RowReader(row)
    let id = try r.id(Shipment.self)
    let version = try r.int64()
    var shipment = Shipment(
      id: id, number: try r.text(), order: try r.id(), customer: try r.id(), lines: lines[id] ?? [],
      carrier: try r.text(), trackingNumber: try r.text(), shipDate: try r.day(),
      at: try r.instant())
    shipment.version = version
    return shipment
  }
}
