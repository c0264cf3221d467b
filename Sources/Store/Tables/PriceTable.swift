internal import Domain
internal import Postgres

/// Rows of `prices`.
enum PriceTable {
  static let columns: StaticString = """
    product_id, currency_code, price_group, customer_id, min_quantity_e6, valid_from_date,
    version, valid_until_date, unit_price_e6, base_quantity_e6, discount_e6
    """

  private static let insertion = Statement(insertInto: "prices", columns)

  static func insert(_ rows: [Price], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.key.product }
    columns.text { $0.key.currency.code }
    columns.text { $0.key.audience.group }
    columns.id { $0.key.audience.customer }
    columns.decimal { $0.key.minQuantity }
    columns.day { $0.key.validFrom }
    columns.int64 { $0.version }
    columns.day(optional: { $0.validUntil })
    columns.decimal { $0.unitPrice }
    columns.decimal { $0.baseQuantity }
    columns.decimal(optional: { $0.discount })
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE prices t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      valid_until_date = v.valid_until_date, unit_price_e6 = v.unit_price_e6,
      base_quantity_e6 = v.base_quantity_e6, discount_e6 = v.discount_e6
    """,
    rows: """
      product_id, currency_code, price_group, customer_id, min_quantity_e6, valid_from_date,
      stored_version, version, valid_until_date, unit_price_e6, base_quantity_e6, discount_e6
      """,
    then: """
      WHERE t.seller_id = $1 AND t.product_id = v.product_id AND t.currency_code = v.currency_code
        AND t.price_group = v.price_group AND t.customer_id = v.customer_id AND t.min_quantity_e6 = v.min_quantity_e6 AND t.valid_from_date = v.valid_from_date
      """)

  static func update(_ changes: [Change<Price>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.key.product }
    columns.text { $0.row.key.currency.code }
    columns.text { $0.row.key.audience.group }
    columns.id { $0.row.key.audience.customer }
    columns.decimal { $0.row.key.minQuantity }
    columns.day { $0.row.key.validFrom }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.day(optional: { $0.row.validUntil })
    columns.decimal { $0.row.unitPrice }
    columns.decimal { $0.row.baseQuantity }
    columns.decimal(optional: { $0.row.discount })
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Price {
    var r = RowReader(row)
    let product = try r.id(Product.self)
    let currency = try r.currency()
    let audience = Price.Audience(group: try r.text(), customer: try r.id())
    let key = Price.Key(
      product: product, currency: currency, audience: audience, minQuantity: try r.decimal(),
      validFrom: try r.day())
    let version = try r.int64()
    var price = Price(
      key: key, validUntil: try r.optionalDay(), unitPrice: try r.decimal(),
      baseQuantity: try r.decimal())
    price.discount = try r.optionalDecimal()
    price.version = version
    return price
  }
}

/// The audience as two columns of the key: the empty group and the zero id stand for none.
extension Price.Audience {
  fileprivate init(group: String, customer: ID<Customer>) {
    self = customer != .zero ? .customer(customer) : group.isEmpty ? .all : .group(group)
  }

  fileprivate var group: String { if case .group(let group) = self { group } else { "" } }
  fileprivate var customer: ID<Customer> {
    if case .customer(let customer) = self { customer } else { .zero }
  }
}
