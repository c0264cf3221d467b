internal import Domain
internal import Postgres

/// Rows of `account_balances`.
enum AccountBalanceTable {
  static let columns: StaticString = """
    account, currency_code, version, balance_minor
    """

  private static let insertion = Statement(insertInto: "account_balances", columns)

  static func insert(_ rows: [AccountBalance], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.int32 { $0.key.account.rawValue }
    columns.text { $0.key.currency.code }
    columns.int64 { $0.version }
    columns.int64 { $0.balance }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE account_balances t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      balance_minor = v.balance_minor
    """,
    rows: """
      account, currency_code, stored_version, version, balance_minor
      """,
    then: """
      WHERE t.seller_id = $1 AND t.account = v.account AND t.currency_code = v.currency_code
      """)

  static func update(_ changes: [Change<AccountBalance>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.int32 { $0.row.key.account.rawValue }
    columns.text { $0.row.key.currency.code }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.int64 { $0.row.balance }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> AccountBalance {
    var r = RowReader(row)
    let account = try r.account()
    var balance = AccountBalance(key: AccountKey(account, try r.currency()))
    balance.version = try r.int64()
    balance.balance = try r.int64()
    return balance
  }
}

extension RowReader {
  mutating func account() throws(DecodeError) -> Account {
    let column = column
    guard let account = Account(rawValue: try int32()) else {
      throw .malformed(column: column, type: .int4)
    }
    return account
  }
}
