internal import Domain
internal import Postgres

/// Rows of `stock_levels`.
enum StockLevelTable {
  static let columns: StaticString = """
    product_id, warehouse_id, version, on_hand_e6, reserved_e6, lapsing_e6, incoming_e6,
    backordered_e6, plan
    """

  private static let insertion = Statement(insertInto: "stock_levels", columns)

  static func insert(_ rows: [StockLevel], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.key.product }
    columns.id { $0.key.warehouse }
    columns.int64 { $0.version }
    columns.decimal { $0.onHand }
    columns.decimal { $0.reserved }
    columns.decimal { $0.lapsing }
    columns.decimal { $0.incoming }
    columns.decimal { $0.backordered }
    columns.json { JSON($0.plan) }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE stock_levels t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      on_hand_e6 = v.on_hand_e6, reserved_e6 = v.reserved_e6, lapsing_e6 = v.lapsing_e6,
      incoming_e6 = v.incoming_e6, backordered_e6 = v.backordered_e6, plan = v.plan
    """,
    rows: """
      product_id, warehouse_id, stored_version, version, on_hand_e6, reserved_e6, lapsing_e6,
      incoming_e6, backordered_e6, plan
      """,
    then: """
      WHERE t.seller_id = $1 AND t.product_id = v.product_id AND t.warehouse_id = v.warehouse_id
      """)

  static func update(_ changes: [Change<StockLevel>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.key.product }
    columns.id { $0.row.key.warehouse }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.decimal { $0.row.onHand }
    columns.decimal { $0.row.reserved }
    columns.decimal { $0.row.lapsing }
    columns.decimal { $0.row.incoming }
    columns.decimal { $0.row.backordered }
    columns.json { JSON($0.row.plan) }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> StockLevel {
    var r = RowReader(row)
    let product = try r.id(Product.self)
    var level = StockLevel(key: StockKey(warehouse: try r.id(), product: product))
    level.version = try r.int64()
    level.onHand = try r.decimal()
    level.reserved = try r.decimal()
    level.lapsing = try r.decimal()
    // The sums follow from the plan.
    r.skip()
    r.skip()
    level.plan = (try r.json() ?? .null).stockPlan
    return level
  }
}
