internal import Domain
internal import Postgres

/// Rows of `stock_receipts`; their lines are `StockReceiptLineTable`.
enum StockReceiptTable {
  static let columns: StaticString = """
    receipt_id, version, warehouse_id, reference, receipt_date, create_time
    """

  private static let insertion = Statement(
    "INSERT INTO stock_receipts (seller_id, ", columns,
    """
    ) SELECT $1, v.* FROM unnest(
        $2, $3, $4, $5, $6, $7) AS v
    """)

  static func insert(_ rows: [StockReceipt], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.id { $0.warehouse }
    columns.text { $0.reference }
    columns.day { $0.receiptDate }
    columns.instant { $0.createTime }
    return columns.query(insertion)
  }

  /// - Parameter lines: the rows of `StockReceiptLineTable`, by receipt.
  static func read(
    _ row: Row, _ lines: [ID<StockReceipt>: [StockReceipt.Line]]
  ) throws(DecodeError) -> StockReceipt {
    var r = RowReader(row)
    let id = try r.id(StockReceipt.self)
    let version = try r.int64()
    var receipt = StockReceipt(
      id: id, warehouse: try r.id(), reference: try r.text(), receiptDate: try r.day(),
      lines: lines[id] ?? [], at: try r.instant())
    receipt.version = version
    return receipt
  }
}
