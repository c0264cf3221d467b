internal import Domain
internal import Postgres

/// Rows of `products`.
enum ProductTable {
  static let columns: StaticString = """
    product_id, version, sku, gtin, display_name, description, kind, unit_code, tax_class,
    is_stocked, commodity_code, sellable_from_date, sellable_until_date, annotations, create_time,
    update_time, category, lead_days, over_shipment_e6, under_shipment_e6
    """

  private static let insertion = Statement(insertInto: "products", columns)

  static func insert(_ rows: [Product], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.sku }
    columns.text { $0.gtin }
    columns.text { $0.displayName }
    columns.text { $0.description }
    columns.code { $0.kind }
    columns.text { $0.unitCode }
    columns.text { $0.taxClass }
    columns.bool { $0.isStocked }
    columns.text { $0.commodityCode }
    columns.day(optional: { $0.sellableFrom })
    columns.day(optional: { $0.sellableUntil })
    columns.json { JSON(annotations: $0.annotations) }
    columns.instant { $0.createTime }
    columns.instant { $0.updateTime }
    columns.text { $0.category }
    columns.int64(optional: { $0.leadDays.map { Int64($0) } })
    columns.decimal(optional: { $0.overShipment })
    columns.decimal(optional: { $0.underShipment })
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE products t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END, sku = v.sku,
      gtin = v.gtin, display_name = v.display_name, description = v.description, kind = v.kind,
      unit_code = v.unit_code, tax_class = v.tax_class, is_stocked = v.is_stocked,
      commodity_code = v.commodity_code, sellable_from_date = v.sellable_from_date,
      sellable_until_date = v.sellable_until_date, annotations = v.annotations,
      update_time = v.update_time, category = v.category, lead_days = v.lead_days,
      over_shipment_e6 = v.over_shipment_e6, under_shipment_e6 = v.under_shipment_e6
    """,
    rows: """
      product_id, stored_version, version, sku, gtin, display_name, description, kind,
      unit_code, tax_class, is_stocked, commodity_code, sellable_from_date,
      sellable_until_date, annotations, update_time, category, lead_days, over_shipment_e6,
      under_shipment_e6
      """,
    then: """
      WHERE t.seller_id = $1 AND t.product_id = v.product_id
      """)

  static func update(_ changes: [Change<Product>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.text { $0.row.sku }
    columns.text { $0.row.gtin }
    columns.text { $0.row.displayName }
    columns.text { $0.row.description }
    columns.code { $0.row.kind }
    columns.text { $0.row.unitCode }
    columns.text { $0.row.taxClass }
    columns.bool { $0.row.isStocked }
    columns.text { $0.row.commodityCode }
    columns.day(optional: { $0.row.sellableFrom })
    columns.day(optional: { $0.row.sellableUntil })
    columns.json { JSON(annotations: $0.row.annotations) }
    columns.instant { $0.row.updateTime }
    columns.text { $0.row.category }
    columns.int64(optional: { $0.row.leadDays.map { Int64($0) } })
    columns.decimal(optional: { $0.row.overShipment })
    columns.decimal(optional: { $0.row.underShipment })
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Product {
    var r = RowReader(row)
    let id = try r.id(Product.self)
    let version = try r.int64()
    let sku = try r.text()
    let gtin = try r.text()
    var product = Product(
      id: id, sku: sku, displayName: try r.text(), at: Instant(microseconds: 0))
    product.version = version
    product.gtin = gtin
    product.description = try r.text()
    product.kind = try r.code()
    product.unitCode = try r.text()
    product.taxClass = try r.text()
    product.isStocked = try r.bool()
    product.commodityCode = try r.text()
    product.sellableFrom = try r.optionalDay()
    product.sellableUntil = try r.optionalDay()
    product.annotations = (try r.json() ?? .null).annotations
    product.createTime = try r.instant()
    product.updateTime = try r.instant()
    product.category = try r.text()
    product.leadDays = try r.optionalInt64().map { Int32($0) }
    product.overShipment = try r.optionalDecimal()
    product.underShipment = try r.optionalDecimal()
    return product
  }
}
