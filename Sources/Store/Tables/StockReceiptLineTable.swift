internal import Domain
internal import Postgres

/// Rows of `stock_receipt_lines`: those of a scheduled receipt change when it arrives.
enum StockReceiptLineTable {
  static let columns: StaticString = """
    receipt_id, position, product_id, quantity_e6, expected_e6
    """

  private static let insertion = Statement(insertInto: "stock_receipt_lines", columns)

  static func insert(
    _ rows: [(receipt: ID<StockReceipt>, position: Int32, line: StockReceipt.Line)],
    of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.receipt }
    columns.int32 { $0.position }
    columns.id { $0.line.product }
    columns.decimal { $0.line.quantity }
    columns.decimal(optional: { $0.line.expected })
    return columns.query(insertion)
  }

  private static let change = Statement(
    """
    UPDATE stock_receipt_lines t SET quantity_e6 = v.quantity_e6
    """,
    rows: """
      receipt_id, position, quantity_e6
      """,
    then: """
      WHERE t.seller_id = $1 AND t.receipt_id = v.receipt_id AND t.position = v.position
      """)

  static func update(
    _ rows: [(receipt: ID<StockReceipt>, position: Int32, line: StockReceipt.Line)],
    of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.receipt }
    columns.int32 { $0.position }
    columns.decimal { $0.line.quantity }
    return columns.query(change)
  }

  static func rows(
    of receipts: [StockReceipt]
  ) -> [(receipt: ID<StockReceipt>, position: Int32, line: StockReceipt.Line)] {
    receipts.flatMap { receipt in
      receipt.lines.enumerated().map { (receipt.id, Int32($0.offset), $0.element) }
    }
  }

  /// Rows in the order of their position.
  static func read(
    _ rows: ResultSet
  ) throws(DecodeError) -> [ID<StockReceipt>: [StockReceipt.Line]] {
    var lines: [ID<StockReceipt>: [StockReceipt.Line]] = [:]
    for row in rows {
      var r = RowReader(row)
      let receipt = try r.id(StockReceipt.self)
      _ = try r.int32()
      lines[receipt, default: []].append(
        .init(
          product: try r.id(), quantity: try r.decimal(), expected: try r.optionalDecimal()))
    }
    return lines
  }
}
