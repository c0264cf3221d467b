internal import Domain
internal import Postgres

/// Rows of `invoice_lines`: those of a draft may change.
enum InvoiceLineTable {
  static let columns: StaticString = """
    invoice_id, line_number, order_line, product_id, sku, description, unit_code, quantity_e6,
    unit_price_e6, base_quantity_e6, gross_minor, discount_minor, net_minor, tax_category_code,
    tax_rate_e6, exemption_code, tax_minor, document_discount_minor
    """

  private static let insertion = Statement(insertInto: "invoice_lines", columns)

  static func insert(_ rows: [(invoice: ID<Invoice>, line: Invoice.Line)], of seller: ID<Seller>)
    -> Query
  {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.invoice }
    columns.int32 { $0.line.number }
    columns.int32(optional: { $0.line.orderLine })
    columns.id(optional: { $0.line.product })
    columns.text { $0.line.sku }
    columns.text { $0.line.description }
    columns.text { $0.line.unitCode }
    columns.decimal { $0.line.quantity }
    columns.decimal { $0.line.unitPrice }
    columns.decimal { $0.line.baseQuantity }
    columns.int64 { $0.line.grossAmount }
    columns.int64 { $0.line.discountAmount }
    columns.int64 { $0.line.netAmount }
    columns.code { $0.line.taxCategory }
    columns.decimal { $0.line.taxRate }
    columns.text { $0.line.exemptionCode }
    columns.int64 { $0.line.taxAmount }
    columns.int64 { $0.line.documentDiscount }
    return columns.query(insertion)
  }

  private static let change = Statement(
    """
    UPDATE invoice_lines t SET
      order_line = v.order_line, product_id = v.product_id, sku = v.sku,
      description = v.description, unit_code = v.unit_code, quantity_e6 = v.quantity_e6,
      unit_price_e6 = v.unit_price_e6, base_quantity_e6 = v.base_quantity_e6,
      gross_minor = v.gross_minor, discount_minor = v.discount_minor, net_minor = v.net_minor,
      tax_category_code = v.tax_category_code, tax_rate_e6 = v.tax_rate_e6,
      exemption_code = v.exemption_code, tax_minor = v.tax_minor,
      document_discount_minor = v.document_discount_minor
    """,
    rows: """
      invoice_id, line_number, order_line, product_id, sku, description, unit_code,
      quantity_e6, unit_price_e6, base_quantity_e6, gross_minor, discount_minor, net_minor,
      tax_category_code, tax_rate_e6, exemption_code, tax_minor, document_discount_minor
      """,
    then: """
      WHERE t.seller_id = $1 AND t.invoice_id = v.invoice_id AND t.line_number = v.line_number
      """)

  static func update(_ rows: [(invoice: ID<Invoice>, line: Invoice.Line)], of seller: ID<Seller>)
    -> Query
  {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.invoice }
    columns.int32 { $0.line.number }
    columns.int32(optional: { $0.line.orderLine })
    columns.id(optional: { $0.line.product })
    columns.text { $0.line.sku }
    columns.text { $0.line.description }
    columns.text { $0.line.unitCode }
    columns.decimal { $0.line.quantity }
    columns.decimal { $0.line.unitPrice }
    columns.decimal { $0.line.baseQuantity }
    columns.int64 { $0.line.grossAmount }
    columns.int64 { $0.line.discountAmount }
    columns.int64 { $0.line.netAmount }
    columns.code { $0.line.taxCategory }
    columns.decimal { $0.line.taxRate }
    columns.text { $0.line.exemptionCode }
    columns.int64 { $0.line.taxAmount }
    columns.int64 { $0.line.documentDiscount }
    return columns.query(change)
  }

  /// Rows in the order of their number.
  static func read(_ rows: ResultSet) throws(DecodeError) -> [ID<Invoice>: [Invoice.Line]] {
    var lines: [ID<Invoice>: [Invoice.Line]] = [:]
    for row in rows {
      var r = RowReader(row)
      let invoice = try r.id(Invoice.self)
      var line = Invoice.Line(
        number: try r.int32(), orderLine: try r.optionalInt32(), product: try r.optionalID(),
        sku: try r.text(),
        description: try r.text(), unitCode: try r.text(), quantity: try r.decimal(),
        unitPrice: try r.decimal(), baseQuantity: try r.decimal(), grossAmount: try r.int64(),
        discountAmount: try r.int64(), netAmount: try r.int64(), taxCategory: try r.code(),
        taxRate: try r.decimal(), exemptionCode: try r.text(), taxAmount: try r.int64())
      line.documentDiscount = try r.int64()
      lines[invoice, default: []].append(line)
    }
    return lines
  }
}
