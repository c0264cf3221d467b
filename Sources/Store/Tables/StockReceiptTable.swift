internal import Domain
internal import Postgres

/// Rows of `stock_receipts`; their lines are `StockReceiptLineTable`.
enum StockReceiptTable {
  static let columns: StaticString = """
    receipt_id, version, warehouse_id, reference, receipt_date, create_time, state,
    expected_date
    """

  private static let insertion = Statement(insertInto: "stock_receipts", columns)

  static func insert(_ rows: [StockReceipt], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.id { $0.warehouse }
    columns.text { $0.reference }
    columns.day(optional: { $0.receiptDate })
    columns.instant { $0.createTime }
    columns.code { $0.state }
    columns.day(optional: { $0.expectedDate })
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE stock_receipts t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      reference = v.reference, receipt_date = v.receipt_date, state = v.state
    """,
    rows: """
      receipt_id, stored_version, version, reference, receipt_date, state
      """,
    then: """
      WHERE t.seller_id = $1 AND t.receipt_id = v.receipt_id
      """)

  static func update(_ changes: [Change<StockReceipt>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.text { $0.row.reference }
    columns.day(optional: { $0.row.receiptDate })
    columns.code { $0.row.state }
    return columns.query(change)
  }

  /// - Parameter lines: the rows of `StockReceiptLineTable`, by receipt.
  static func read(
    _ row: Row, _ lines: [ID<StockReceipt>: [StockReceipt.Line]]
  ) throws(DecodeError) -> StockReceipt {
    var r = RowReader(row)
    let id = try r.id(StockReceipt.self)
    let version = try r.int64()
    var receipt = StockReceipt(
      id: id, warehouse: try r.id(), reference: try r.text(), receiptDate: try r.optionalDay(),
      lines: lines[id] ?? [], at: try r.instant())
    receipt.version = version
    receipt.state = try r.code()
    receipt.expectedDate = try r.optionalDay()
    return receipt
  }
}
