internal import Domain
internal import Postgres

/// Rows of `credit_accounts`: the lock under which a customer's credit is decided.
enum CreditAccountTable {
  static let columns: StaticString = """
    customer_id, version, currency_code, limit_minor, temporary_limit_minor, temporary_until_date,
    open_orders_minor, unbilled_shipments_minor, open_items_minor, unapplied_cash_minor,
    update_time
    """

  private static let insertion = Statement(
    "INSERT INTO credit_accounts (seller_id, ", columns,
    """
    ) SELECT $1, v.* FROM unnest(
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS v
    """)

  static func insert(_ rows: [CreditAccount], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.customer }
    columns.int64 { $0.version }
    columns.text { $0.currency.code }
    columns.int64 { $0.limit }
    columns.int64(optional: { $0.temporaryLimit?.amount })
    columns.day(optional: { $0.temporaryLimit?.until })
    columns.int64 { $0.openOrders }
    columns.int64 { $0.unbilledShipments }
    columns.int64 { $0.openItems }
    columns.int64 { $0.unappliedCash }
    columns.instant { $0.updateTime }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change: Statement = """
    UPDATE credit_accounts t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      limit_minor = v.limit_minor, temporary_limit_minor = v.temporary_limit_minor,
      temporary_until_date = v.temporary_until_date, open_orders_minor = v.open_orders_minor,
      unbilled_shipments_minor = v.unbilled_shipments_minor,
      open_items_minor = v.open_items_minor, unapplied_cash_minor = v.unapplied_cash_minor,
      update_time = v.update_time
    FROM (SELECT u.* FROM unnest(
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        AS u LIMIT cardinality($2))
      AS v (
        customer_id, stored_version, version, limit_minor, temporary_limit_minor,
        temporary_until_date, open_orders_minor, unbilled_shipments_minor, open_items_minor,
        unapplied_cash_minor, update_time)
    WHERE t.seller_id = $1 AND t.customer_id = v.customer_id
    """

  static func update(_ changes: [Change<CreditAccount>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.customer }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.int64 { $0.row.limit }
    columns.int64(optional: { $0.row.temporaryLimit?.amount })
    columns.day(optional: { $0.row.temporaryLimit?.until })
    columns.int64 { $0.row.openOrders }
    columns.int64 { $0.row.unbilledShipments }
    columns.int64 { $0.row.openItems }
    columns.int64 { $0.row.unappliedCash }
    columns.instant { $0.row.updateTime }
    return columns.query(change)
  }

  static func read(_ row: Row, from column: Int = 0) throws(DecodeError) -> CreditAccount {
    var r = RowReader(row, from: column)
    let customer = try r.id(Customer.self)
    let version = try r.int64()
    var account = CreditAccount(
      customer: customer, currency: try r.currency(), at: Instant(microseconds: 0))
    account.version = version
    account.limit = try r.int64()
    let amount = try r.optionalInt64()
    let until = try r.optionalDay()
    if let amount, let until { account.temporaryLimit = .init(amount: amount, until: until) }
    account.openOrders = try r.int64()
    account.unbilledShipments = try r.int64()
    account.openItems = try r.int64()
    account.unappliedCash = try r.int64()
    account.updateTime = try r.instant()
    return account
  }
}
