internal import Domain
internal import Postgres

/// Rows of `open_items`.
enum OpenItemTable {
  static let columns: StaticString = """
    item_id, version, customer_id, invoice_id, order_id, document_number, document_date, due_date,
    currency_code, original_minor, open_minor, create_time, disputed_minor, dunning_level
    """

  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  private static let insertion = Statement(insertInto: "open_items", columns)

  static func insert(_ rows: [OpenItem], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.id { $0.customer }
    columns.id { $0.invoice }
    columns.id { $0.order }
    columns.text { $0.documentNumber }
    columns.day { $0.documentDate }
    columns.day { $0.dueDate }
    columns.text { $0.currency.code }
    columns.int64 { $0.original }
    columns.int64 { $0.open }
    columns.instant { $0.createTime }
    columns.int64 { $0.disputed }
    columns.int32 { $0.dunningLevel }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE open_items t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      customer_id = v.customer_id, open_minor = v.open_minor,
      disputed_minor = v.disputed_minor, dunning_level = v.dunning_level
    """,
    rows: """
      item_id, stored_version, version, customer_id, open_minor, disputed_minor, dunning_level
      """,
    then: """
      WHERE t.seller_id = $1 AND t.item_id = v.item_id
      """)

  static func update(_ changes: [Change<OpenItem>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.id { $0.row.customer }
    columns.int64 { $0.row.open }
    columns.int64 { $0.row.disputed }
    columns.int32 { $0.row.dunningLevel }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> OpenItem {
    var r = RowReader(row)
    let id = try r.id(OpenItem.self)
    let version = try r.int64()
    let customer = try r.id(Customer.self)
    let invoice = try r.id(Invoice.self)
    let order = try r.id(Order.self)
    let number = try r.text()
    let documentDate = try r.day()
    let dueDate = try r.day()
    let currency = try r.currency()
    let original = try r.int64()
    let open = try r.int64()
    var item = OpenItem(
      id: id, customer: customer, invoice: invoice, order: order, documentNumber: number,
      documentDate: documentDate, dueDate: dueDate, currency: currency, original: original,
      at: try r.instant())
    item.version = version
    item.open = open
    item.disputed = try r.int64()
    item.dunningLevel = try r.int32()
    return item
  }
}
