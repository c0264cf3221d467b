internal import Domain
internal import Postgres

/// Rows of `shipments`; their lines are `ShipmentLineTable`.
enum ShipmentTable {
  static let columns: StaticString = """
    shipment_id, version, shipment_number, order_id, customer_id, carrier, tracking_number,
    ship_date, create_time, state, delivered_time, delivered_date, recipient, update_time
    """

  private static let insertion = Statement(insertInto: "shipments", columns)

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
    columns.code { $0.state }
    columns.instant(optional: { $0.deliveredTime })
    columns.day(optional: { $0.deliveredDate })
    columns.text { $0.recipient }
    columns.instant { $0.updateTime }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE shipments t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END, state = v.state,
      delivered_time = v.delivered_time, delivered_date = v.delivered_date,
      recipient = v.recipient, update_time = v.update_time, customer_id = v.customer_id
    """,
    rows: """
      shipment_id, stored_version, version, state, delivered_time, delivered_date, recipient,
      update_time, customer_id
      """,
    then: """
      WHERE t.seller_id = $1 AND t.shipment_id = v.shipment_id
      """)

  static func update(_ changes: [Change<Shipment>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.code { $0.row.state }
    columns.instant(optional: { $0.row.deliveredTime })
    columns.day(optional: { $0.row.deliveredDate })
    columns.text { $0.row.recipient }
    columns.instant { $0.row.updateTime }
    columns.id { $0.row.customer }
    return columns.query(change)
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
    shipment.state = try r.code()
    shipment.deliveredTime = try r.optionalInstant()
    shipment.deliveredDate = try r.optionalDay()
    shipment.recipient = try r.text()
    shipment.updateTime = try r.instant()
    return shipment
  }
}
