internal import Domain
internal import Postgres

/// Rows of `sellers`; the id of the row is the seller id itself.
enum SellerTable {
  static let columns: StaticString = """
    version, display_name, party, currency_code, time_zone, rounding_mode, tax_level,
    payment_terms, default_warehouse_id, bank_accounts, create_time, update_time, approval_id,
    stock_settings
    """

  private static let insertion = Statement(insertInto: "sellers", columns)

  static func insert(_ rows: [Seller], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.int64 { $0.version }
    columns.text { $0.displayName }
    columns.json(optional: { JSON($0.party) })
    columns.text { $0.currency.code }
    columns.text { $0.timeZone }
    columns.code { $0.roundingMode }
    columns.code { $0.taxLevel }
    columns.text { $0.paymentTerms.description }
    columns.id(optional: { $0.defaultWarehouse })
    columns.json { .array($0.bankAccounts.map { JSON($0) }) }
    columns.instant { $0.createTime }
    columns.instant { $0.updateTime }
    columns.id(optional: { $0.approval })
    columns.json { JSON($0.stock) }
    return columns.query(insertion)
  }

  static func read(_ row: Row, _ id: ID<Seller>) throws(DecodeError) -> Seller {
    var r = RowReader(row)
    let version = try r.int64()
    let displayName = try r.text()
    let party = (try r.json() ?? .null).party
    var seller = Seller(
      id: id, displayName: displayName, party: party, currency: try r.currency(),
      timeZone: try r.text(), paymentTerms: .net30, at: Instant(microseconds: 0))
    seller.version = version
    seller.roundingMode = try r.code()
    seller.taxLevel = try r.code()
    seller.paymentTerms = try r.terms()
    seller.defaultWarehouse = try r.optionalID()
    seller.bankAccounts = (try r.json() ?? .null).elements.map(\.bankAccount)
    seller.createTime = try r.instant()
    seller.updateTime = try r.instant()
    seller.approval = try r.optionalID()
    seller.stock = (try r.json() ?? .null).stockSettings
    return seller
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change: Statement = """
    UPDATE sellers SET
      version = CASE WHEN version = $2 THEN $3 END, display_name = $4, party = $5,
      currency_code = $6, time_zone = $7, rounding_mode = $8, tax_level = $9, payment_terms = $10,
      default_warehouse_id = $11, bank_accounts = $12, update_time = $13,
      approval_id = $14, stock_settings = $15
    WHERE seller_id = $1
    """

  static func update(_ change: Change<Seller>) -> Query {
    let row = change.row
    return Query(
      Self.change,
      [
        .id(row.id), .int64(change.stored.version), .int64(row.version), .text(row.displayName),
        .jsonb(JSON(row.party).encoded), .text(row.currency.code), .text(row.timeZone),
        .text(row.roundingMode.rawValue), .text(row.taxLevel.rawValue),
        .text(row.paymentTerms.description), .uuid(row.defaultWarehouse?.uuid),
        Parameter(JSON.array(row.bankAccounts.map { JSON($0) }).column),
        .timestamp(row.updateTime.microseconds), .uuid(row.approval?.uuid),
        Parameter(JSON(row.stock).column),
      ])
  }
}
