internal import Domain
internal import Postgres

/// Rows of `shipment_lots`: written once, none for lines that name no lots.
enum ShipmentLotTable {
  static let columns: StaticString = """
    shipment_id, line_position, position, lot_number, quantity_e6
    """

  private static let insertion = Statement(insertInto: "shipment_lots", columns)

  typealias Placed = (shipment: ID<Shipment>, line: Int32, position: Int32, lot: Shipment.Lot)

  static func insert(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.shipment }
    columns.int32 { $0.line }
    columns.int32 { $0.position }
    columns.text { $0.lot.number }
    columns.decimal { $0.lot.quantity }
    return columns.query(insertion)
  }

  static func rows(of shipments: [Shipment]) -> [Placed] {
    var rows: [Placed] = []
    for shipment in shipments {
      for (line, content) in shipment.lines.enumerated() where !content.lots.isEmpty {
        rows += content.lots.enumerated().map {
          (shipment.id, Int32(line), Int32($0.offset), $0.element)
        }
      }
    }
    return rows
  }

  /// By shipment and the position of the line. Rows in the order of their position.
  static func read(
    _ rows: ResultSet
  ) throws(DecodeError) -> [ID<Shipment>: [Int32: [Shipment.Lot]]] {
    var lots: [ID<Shipment>: [Int32: [Shipment.Lot]]] = [:]
    for row in rows {
      var r = RowReader(row)
      let shipment = try r.id(Shipment.self)
      let line = try r.int32()
      _ = try r.int32()
      lots[shipment, default: [:]][line, default: []].append(
        .init(number: try r.text(), quantity: try r.decimal()))
    }
    return lots
  }

  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM shipment_lots WHERE seller_id = $1 AND shipment_id = ANY($2)
    ORDER BY shipment_id, line_position, position
    """)

  static func select(_ shipments: [ID<Shipment>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(shipments))
  }
}
