internal import Domain
internal import Postgres

/// Rows of `return_lines`.
enum ReturnLineTable {
  static let columns: StaticString = """
    return_id, line_number, shipment_id, order_line, product_id, warehouse_id, quantity_e6,
    received_e6, reason_code, disposition, net_minor, replaced_e6
    """

  private static let insertion = Statement(insertInto: "return_lines", columns)

  typealias Placed = (back: ID<Return>, line: Return.Line)

  static func insert(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.back }
    columns.int32 { $0.line.number }
    columns.id { $0.line.shipment }
    columns.int32 { $0.line.orderLine }
    columns.id { $0.line.product }
    columns.id(optional: { $0.line.warehouse })
    columns.decimal { $0.line.quantity }
    columns.decimal { $0.line.received }
    columns.text { $0.line.reasonCode }
    columns.code { $0.line.disposition }
    columns.int64 { $0.line.netAmount }
    columns.decimal { $0.line.replaced }
    return columns.query(insertion)
  }

  private static let change = Statement(
    """
    UPDATE return_lines t SET received_e6 = v.received_e6, disposition = v.disposition,
      warehouse_id = v.warehouse_id, replaced_e6 = v.replaced_e6, quantity_e6 = v.quantity_e6,
      net_minor = v.net_minor
    """,
    rows: """
      return_id, line_number, received_e6, disposition, warehouse_id, replaced_e6,
      quantity_e6, net_minor
      """,
    then: """
      WHERE t.seller_id = $1 AND t.return_id = v.return_id AND t.line_number = v.line_number
      """)

  static func update(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.back }
    columns.int32 { $0.line.number }
    columns.decimal { $0.line.received }
    columns.code { $0.line.disposition }
    columns.id(optional: { $0.line.warehouse })
    columns.decimal { $0.line.replaced }
    columns.decimal { $0.line.quantity }
    columns.int64 { $0.line.netAmount }
    return columns.query(change)
  }

  /// Rows in the order of their number.
  static func read(_ rows: ResultSet) throws(DecodeError) -> [ID<Return>: [Return.Line]] {
    var lines: [ID<Return>: [Return.Line]] = [:]
    for row in rows {
      var r = RowReader(row)
      let back = try r.id(Return.self)
      let number = try r.int32()
      let shipment = try r.id(Shipment.self)
      let orderLine = try r.int32()
      let product = try r.id(Product.self)
      let warehouse = try r.optionalID(Warehouse.self)
      let quantity: Quantity = try r.decimal()
      let received: Quantity = try r.decimal()
      var line = Return.Line(
        number: number, shipment: shipment, orderLine: orderLine, product: product,
        warehouse: warehouse, quantity: quantity, reasonCode: try r.text(),
        disposition: try r.code())
      line.received = received
      line.netAmount = try r.int64()
      line.replaced = try r.decimal()
      lines[back, default: []].append(line)
    }
    return lines
  }

  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM return_lines WHERE seller_id = $1 AND return_id = ANY($2)
    ORDER BY return_id, line_number
    """)

  static func select(_ returns: [ID<Return>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(returns))
  }
}
