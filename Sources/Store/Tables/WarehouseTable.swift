internal import Domain
internal import Postgres

/// Rows of `warehouses`.
enum WarehouseTable {
  static let columns: StaticString = """
    warehouse_id, version, code, display_name, address, create_time, handling_days,
    working_days
    """

  private static let insertion = Statement(insertInto: "warehouses", columns)

  static func insert(_ rows: [Warehouse], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.code }
    columns.text { $0.displayName }
    columns.json { JSON($0.address) }
    columns.instant { $0.createTime }
    columns.int32 { $0.handlingDays }
    columns.int32 { Int32($0.workingDays.mask) }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE warehouses t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END, code = v.code,
      display_name = v.display_name, address = v.address, handling_days = v.handling_days,
      working_days = v.working_days
    """,
    rows: """
      warehouse_id, stored_version, version, code, display_name, address, handling_days,
      working_days
      """,
    then: """
      WHERE t.seller_id = $1 AND t.warehouse_id = v.warehouse_id
      """)

  static func update(_ changes: [Change<Warehouse>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.text { $0.row.code }
    columns.text { $0.row.displayName }
    columns.json { JSON($0.row.address) }
    columns.int32 { $0.row.handlingDays }
    columns.int32 { Int32($0.row.workingDays.mask) }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Warehouse {
    var r = RowReader(row)
    let id = try r.id(Warehouse.self)
    let version = try r.int64()
    var warehouse = Warehouse(
      id: id, code: try r.text(), displayName: try r.text(),
      address: (try r.json() ?? .null).address, at: try r.instant())
    warehouse.version = version
    warehouse.handlingDays = try r.int32()
    warehouse.workingDays = WorkingDays(mask: UInt8(truncatingIfNeeded: try r.int32()))
    return warehouse
  }
}
