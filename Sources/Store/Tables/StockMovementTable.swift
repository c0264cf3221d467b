internal import Domain
internal import Postgres

/// Rows of `stock_movements`: written once.
enum StockMovementTable {
  static let columns: StaticString = """
    movement_id, product_id, warehouse_id, kind, quantity_e6, document_kind, document_id,
    business_date, request_id, record_time
    """

  private static let insertion = Statement(insertInto: "stock_movements", columns)

  static func insert(_ rows: [StockMovement], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.id { $0.key.product }
    columns.id { $0.key.warehouse }
    columns.code { $0.kind }
    columns.decimal { $0.quantity }
    columns.code { $0.document.kind }
    columns.id { $0.document.id }
    columns.day { $0.businessDate }
    columns.id { $0.requestID }
    columns.instant { $0.recordTime }
    return columns.query(insertion)
  }
}
