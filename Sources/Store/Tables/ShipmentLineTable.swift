internal import Domain
internal import Postgres

/// Rows of `shipment_lines`: written once. Their lots are `ShipmentLotTable`.
enum ShipmentLineTable {
  static let columns: StaticString = """
    shipment_id, position, order_line, product_id, warehouse_id, quantity_e6
    """

  private static let insertion = Statement(insertInto: "shipment_lines", columns)

  static func insert(
    _ rows: [(shipment: ID<Shipment>, position: Int32, line: Shipment.Line)], of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.shipment }
    columns.int32 { $0.position }
    columns.int32 { $0.line.orderLine }
    columns.id { $0.line.product }
    columns.id(optional: { $0.line.warehouse })
    columns.decimal { $0.line.quantity }
    return columns.query(insertion)
  }

  static func rows(
    of shipments: [Shipment]
  ) -> [(shipment: ID<Shipment>, position: Int32, line: Shipment.Line)] {
    shipments.flatMap { shipment in
      shipment.lines.enumerated().map { (shipment.id, Int32($0.offset), $0.element) }
    }
  }

  /// Rows in the order of their position.
  ///
  /// - Parameter lots: the rows of `ShipmentLotTable`, in the order of theirs.
  static func read(
    _ rows: ResultSet, lots: ResultSet?
  ) throws(DecodeError) -> [ID<Shipment>: [Shipment.Line]] {
    let lots = try lots.map(ShipmentLotTable.read) ?? [:]
    var lines: [ID<Shipment>: [Shipment.Line]] = [:]
    for row in rows {
      var r = RowReader(row)
      let shipment = try r.id(Shipment.self)
      let position = try r.int32()
      lines[shipment, default: []].append(
        .init(
          orderLine: try r.int32(), product: try r.id(), warehouse: try r.optionalID(),
          quantity: try r.decimal(), lots: lots[shipment]?[position] ?? []))
    }
    return lines
  }
}
