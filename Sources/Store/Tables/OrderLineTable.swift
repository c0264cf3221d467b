internal import Domain
internal import Postgres

/// Rows of `order_lines`.
enum OrderLineTable {
  static let columns: StaticString = """
    order_id, line_number, product_id, sku, description, unit_code, is_stocked, warehouse_id,
    ordered_e6, cancelled_e6, reserved_e6, shipped_e6, invoiced_e6, unit_price_e6,
    base_quantity_e6, price_source, price_row, price_date, discounts, gross_minor, discount_minor,
    net_minor, document_discount_minor, tax_category_code, tax_rate_e6, exemption_code, tax_minor,
    drawn_base_minor, drawn_discount_minor, drawn_document_discount_minor, delivered_e6,
    returned_e6, returning_e6, credited_e6, promised_date, replacement_for_id
    """

  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  private static let insertion = Statement(insertInto: "order_lines", columns)

  typealias Placed = (order: ID<Order>, line: OrderLine)

  static func insert(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    parameters(of: rows, seller).query(insertion)
  }

  /// The values of `columns`.
  static func parameters(of rows: [Placed], _ seller: ID<Seller>) -> ParameterColumns<Placed> {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.order }
    columns.int32 { $0.line.number }
    columns.id { $0.line.product }
    columns.text { $0.line.sku }
    columns.text { $0.line.description }
    columns.text { $0.line.unitCode }
    columns.bool { $0.line.isStocked }
    columns.id(optional: { $0.line.warehouse })
    columns.decimal { $0.line.ordered }
    columns.decimal { $0.line.cancelled }
    columns.decimal { $0.line.reserved }
    columns.decimal { $0.line.shipped }
    columns.decimal { $0.line.invoiced }
    columns.decimal { $0.line.unitPrice }
    columns.decimal { $0.line.baseQuantity }
    columns.code { $0.line.priceSource }
    columns.text { $0.line.priceRow }
    columns.day(optional: { $0.line.priceDate })
    columns.json { JSON(discounts: $0.line.discounts) }
    columns.int64 { $0.line.grossAmount }
    columns.int64 { $0.line.discountAmount }
    columns.int64 { $0.line.netAmount }
    columns.int64 { $0.line.documentDiscount }
    columns.code { $0.line.taxCategory }
    columns.decimal { $0.line.taxRate }
    columns.text { $0.line.exemptionCode }
    columns.int64 { $0.line.taxAmount }
    columns.int64 { $0.line.drawn.base }
    columns.int64 { $0.line.drawn.discount }
    columns.int64 { $0.line.drawn.documentDiscount }
    columns.decimal { $0.line.delivered }
    columns.decimal { $0.line.returned }
    columns.decimal { $0.line.returning }
    columns.decimal { $0.line.credited }
    columns.day(optional: { $0.line.promisedDate })
    columns.id(optional: { $0.line.replacementFor })
    return columns
  }

  private static let change = Statement(
    """
    UPDATE order_lines t SET
      warehouse_id = v.warehouse_id, ordered_e6 = v.ordered_e6, cancelled_e6 = v.cancelled_e6,
      reserved_e6 = v.reserved_e6, shipped_e6 = v.shipped_e6, invoiced_e6 = v.invoiced_e6,
      unit_price_e6 = v.unit_price_e6, base_quantity_e6 = v.base_quantity_e6,
      price_source = v.price_source, price_row = v.price_row, price_date = v.price_date,
      discounts = v.discounts, gross_minor = v.gross_minor, discount_minor = v.discount_minor,
      net_minor = v.net_minor, document_discount_minor = v.document_discount_minor,
      tax_category_code = v.tax_category_code, tax_rate_e6 = v.tax_rate_e6,
      exemption_code = v.exemption_code, tax_minor = v.tax_minor,
      drawn_base_minor = v.drawn_base_minor, drawn_discount_minor = v.drawn_discount_minor,
      drawn_document_discount_minor = v.drawn_document_discount_minor,
      delivered_e6 = v.delivered_e6, returned_e6 = v.returned_e6, returning_e6 = v.returning_e6,
      credited_e6 = v.credited_e6, promised_date = v.promised_date
    """,
    rows: """
      order_id, line_number, warehouse_id, ordered_e6, cancelled_e6, reserved_e6, shipped_e6,
      invoiced_e6, unit_price_e6, base_quantity_e6, price_source, price_row, price_date,
      discounts, gross_minor, discount_minor, net_minor, document_discount_minor,
      tax_category_code, tax_rate_e6, exemption_code, tax_minor, drawn_base_minor,
      drawn_discount_minor, drawn_document_discount_minor, delivered_e6, returned_e6,
      returning_e6, credited_e6, promised_date
      """,
    then: """
      WHERE t.seller_id = $1 AND t.order_id = v.order_id AND t.line_number = v.line_number
      """)

  static func update(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.order }
    columns.int32 { $0.line.number }
    columns.id(optional: { $0.line.warehouse })
    columns.decimal { $0.line.ordered }
    columns.decimal { $0.line.cancelled }
    columns.decimal { $0.line.reserved }
    columns.decimal { $0.line.shipped }
    columns.decimal { $0.line.invoiced }
    columns.decimal { $0.line.unitPrice }
    columns.decimal { $0.line.baseQuantity }
    columns.code { $0.line.priceSource }
    columns.text { $0.line.priceRow }
    columns.day(optional: { $0.line.priceDate })
    columns.json { JSON(discounts: $0.line.discounts) }
    columns.int64 { $0.line.grossAmount }
    columns.int64 { $0.line.discountAmount }
    columns.int64 { $0.line.netAmount }
    columns.int64 { $0.line.documentDiscount }
    columns.code { $0.line.taxCategory }
    columns.decimal { $0.line.taxRate }
    columns.text { $0.line.exemptionCode }
    columns.int64 { $0.line.taxAmount }
    columns.int64 { $0.line.drawn.base }
    columns.int64 { $0.line.drawn.discount }
    columns.int64 { $0.line.drawn.documentDiscount }
    columns.decimal { $0.line.delivered }
    columns.decimal { $0.line.returned }
    columns.decimal { $0.line.returning }
    columns.decimal { $0.line.credited }
    columns.day(optional: { $0.line.promisedDate })
    return columns.query(change)
  }

  private static let removal: Statement = """
    DELETE FROM order_lines t USING (
        SELECT unnest($2), unnest($3) LIMIT cardinality($2)) AS v (order_id, line_number)
    WHERE t.seller_id = $1 AND t.order_id = v.order_id AND t.line_number = v.line_number
    """

  /// Lines that a draft has no more; those of other orders stay for good.
  static func remove(_ rows: [Placed], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.order }
    columns.int32 { $0.line.number }
    return columns.query(removal)
  }

  /// Rows in the order of their number.
  static func read(_ rows: ResultSet) throws(DecodeError) -> [ID<Order>: [OrderLine]] {
    var lines: [ID<Order>: [OrderLine]] = [:]
    for row in rows {
      let (order, line) = try read(row)
      lines[order, default: []].append(line)
    }
    return lines
  }

  static func read(_ row: Row) throws(DecodeError) -> Placed {
    var r = RowReader(row)
    let order = try r.id(Order.self)
    let number = try r.int32()
    let product = try r.id(Product.self)
    let sku = try r.text()
    let description = try r.text()
    let unitCode = try r.text()
    let isStocked = try r.bool()
    let warehouse = try r.optionalID(Warehouse.self)
    let ordered: Quantity = try r.decimal()
    let cancelled: Quantity = try r.decimal()
    let reserved: Quantity = try r.decimal()
    let shipped: Quantity = try r.decimal()
    let invoiced: Quantity = try r.decimal()
    let unitPrice: UnitPrice = try r.decimal()
    let baseQuantity: Quantity = try r.decimal()
    let priceSource = try r.code(PriceSource.self)
    let priceRow = try r.text()
    let priceDate = try r.optionalDay()
    let discounts = try r.discounts()
    let gross = try r.int64()
    let discount = try r.int64()
    let net = try r.int64()
    let documentDiscount = try r.int64()
    var line = OrderLine(
      number: number, product: product, sku: sku, description: description, unitCode: unitCode,
      isStocked: isStocked, warehouse: warehouse, ordered: ordered, cancelled: cancelled,
      reserved: reserved, shipped: shipped, invoiced: invoiced, unitPrice: unitPrice,
      baseQuantity: baseQuantity, priceSource: priceSource, discounts: discounts,
      grossAmount: gross, discountAmount: discount, netAmount: net, taxCategory: try r.code(),
      taxRate: try r.decimal(), exemptionCode: try r.text(), taxAmount: try r.int64())
    line.priceRow = priceRow
    line.priceDate = priceDate
    line.documentDiscount = documentDiscount
    line.drawn = .init(
      base: try r.int64(), discount: try r.int64(), documentDiscount: try r.int64())
    line.delivered = try r.decimal()
    line.returned = try r.decimal()
    line.returning = try r.decimal()
    line.credited = try r.decimal()
    line.promisedDate = try r.optionalDay()
    line.replacementFor = try r.optionalID()
    return (order, line)
  }
}
