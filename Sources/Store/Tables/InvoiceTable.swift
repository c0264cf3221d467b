internal import Domain
internal import Postgres

/// Rows of `invoices`; their lines are `InvoiceLineTable`.
enum InvoiceTable {
  static let columns: StaticString = """
    invoice_id, version, invoice_number, state, customer_id, order_id, issue_date, due_date,
    delivery_date, currency_code, payment_terms, buyer_reference, purchase_order_reference,
    net_minor, tax_minor, gross_minor, rounding_mode, tax_level, issue_time, create_time, taxes,
    seller_party, buyer_party, deliver_to, discount_minor, charge_minor, charges, kind, scope,
    prepaid_minor, prepayments
    """

  /// Where the columns of a list begin that are not the table's.
  static let columnCount = columns.description.split(separator: ",").count

  /// Of the columns of `v`; NULL while there is no number.
  private static let contentHash: StaticString = """
    invoice_content_hash(v.invoice_number, v.customer_id, v.order_id, v.issue_date, v.due_date,
      v.delivery_date, v.currency_code, v.payment_terms, v.buyer_reference,
      v.purchase_order_reference, v.net_minor, v.tax_minor, v.gross_minor, v.rounding_mode,
      v.tax_level, v.taxes, v.seller_party, v.buyer_party, v.deliver_to, v.content_lines,
      v.charges, v.kind, v.prepayments)
    """

  private static let insertion = Statement(
    "INSERT INTO invoices (seller_id, ", columns, ", content_hash) SELECT $1, ", columns, ", ",
    contentHash, rows: columns, ", content_lines", then: "")

  static func insert(_ rows: [Invoice], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text(optional: { $0.number })
    columns.code { $0.state }
    columns.id { $0.customer }
    columns.id { $0.order }
    columns.day(optional: { $0.issueDate })
    columns.day(optional: { $0.dueDate })
    columns.day(optional: { $0.deliveryDate })
    columns.text { $0.currency.code }
    columns.text { $0.paymentTerms.description }
    columns.text { $0.buyerReference }
    columns.text { $0.purchaseOrderReference }
    columns.int64 { $0.totals.net }
    columns.int64 { $0.totals.tax }
    columns.int64 { $0.totals.gross }
    columns.code { $0.roundingMode }
    columns.code { $0.taxLevel }
    columns.instant(optional: { $0.issueTime })
    columns.instant { $0.createTime }
    columns.json { JSON(taxes: $0.taxes) }
    columns.json(optional: { JSON($0.seller) })
    columns.json(optional: { JSON($0.buyer) })
    columns.json { JSON($0.deliverTo) }
    columns.int64 { $0.totals.discount }
    columns.int64 { $0.totals.charges }
    columns.json { JSON(charges: $0.charges) }
    columns.code { $0.kind }
    columns.code { $0.scope }
    columns.int64 { $0.prepaid }
    columns.json { JSON(prepayments: $0.prepayments) }
    columns.text { $0.contentLines }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE invoices t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      invoice_number = v.invoice_number, customer_id = v.customer_id, state = v.state, issue_date = v.issue_date,
      due_date = v.due_date, delivery_date = v.delivery_date, payment_terms = v.payment_terms,
      buyer_reference = v.buyer_reference,
      purchase_order_reference = v.purchase_order_reference, net_minor = v.net_minor,
      tax_minor = v.tax_minor, gross_minor = v.gross_minor, issue_time = v.issue_time,
      taxes = v.taxes, seller_party = v.seller_party, buyer_party = v.buyer_party,
      deliver_to = v.deliver_to, discount_minor = v.discount_minor,
      charge_minor = v.charge_minor, charges = v.charges, prepaid_minor = v.prepaid_minor,
      prepayments = v.prepayments, content_hash =
    """, " ", contentHash, rows: columns, ", content_lines, stored_version",
    then: "WHERE t.seller_id = $1 AND t.invoice_id = v.invoice_id")

  static func update(_ changes: [Change<Invoice>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.row.version }
    columns.text(optional: { $0.row.number })
    columns.code { $0.row.state }
    columns.id { $0.row.customer }
    columns.id { $0.row.order }
    columns.day(optional: { $0.row.issueDate })
    columns.day(optional: { $0.row.dueDate })
    columns.day(optional: { $0.row.deliveryDate })
    columns.text { $0.row.currency.code }
    columns.text { $0.row.paymentTerms.description }
    columns.text { $0.row.buyerReference }
    columns.text { $0.row.purchaseOrderReference }
    columns.int64 { $0.row.totals.net }
    columns.int64 { $0.row.totals.tax }
    columns.int64 { $0.row.totals.gross }
    columns.code { $0.row.roundingMode }
    columns.code { $0.row.taxLevel }
    columns.instant(optional: { $0.row.issueTime })
    columns.instant { $0.row.createTime }
    columns.json { JSON(taxes: $0.row.taxes) }
    columns.json(optional: { JSON($0.row.seller) })
    columns.json(optional: { JSON($0.row.buyer) })
    columns.json { JSON($0.row.deliverTo) }
    columns.int64 { $0.row.totals.discount }
    columns.int64 { $0.row.totals.charges }
    columns.json { JSON(charges: $0.row.charges) }
    columns.code { $0.row.kind }
    columns.code { $0.row.scope }
    columns.int64 { $0.row.prepaid }
    columns.json { JSON(prepayments: $0.row.prepayments) }
    columns.text { $0.row.contentLines }
    columns.int64 { $0.stored.version }
    return columns.query(change)
  }

  /// - Parameter lines: the rows of `InvoiceLineTable`, by invoice.
  static func read(
    _ row: Row, _ lines: [ID<Invoice>: [Invoice.Line]]
  ) throws(DecodeError) -> Invoice {
    var r = RowReader(row)
    let id = try r.id(Invoice.self)
    let version = try r.int64()
    let number = try r.optionalText()
    let state = try r.code(Invoice.State.self)
    let customer = try r.id(Customer.self)
    let order = try r.id(Order.self)
    let issueDate = try r.optionalDay()
    let dueDate = try r.optionalDay()
    let deliveryDate = try r.optionalDay()
    let currency = try r.currency()
    let terms = try r.terms()
    let buyerReference = try r.text()
    let purchaseOrderReference = try r.text()
    let totals = Order.Totals(net: try r.int64(), tax: try r.int64(), gross: try r.int64())
    let mode = try r.code(RoundingMode.self)
    let level = try r.code(TaxLevel.self)
    let issueTime = try r.optionalInstant()
    let createTime = try r.instant()
    let taxes = try r.taxes()
    var invoice = Invoice(
      id: id, state: state, customer: customer, order: order,
      seller: (try r.json() ?? .null).party, buyer: (try r.json() ?? .null).party,
      deliverTo: (try r.json() ?? .null).address, currency: currency, paymentTerms: terms,
      buyerReference: buyerReference, purchaseOrderReference: purchaseOrderReference,
      lines: lines[id] ?? [], taxes: taxes, totals: totals, roundingMode: mode, taxLevel: level,
      at: createTime)
    invoice.version = version
    invoice.number = number
    invoice.issueDate = issueDate
    invoice.dueDate = dueDate
    invoice.deliveryDate = deliveryDate
    invoice.issueTime = issueTime
    invoice.totals.discount = try r.int64()
    invoice.totals.charges = try r.int64()
    invoice.charges = try r.charges()
    invoice.kind = try r.code()
    invoice.scope = try r.code()
    r.skip()
    invoice.prepayments = try r.prepayments()
    return invoice
  }
}

extension Invoice {
  /// The lines as they enter the content hash, in the form of `invoice_content_lines` in SQL. Texts
  /// hold no control characters, so U+001F and U+001E keep fields and lines apart.
  fileprivate var contentLines: String {
    lines.map { line in
      // What is NULL there is left out.
      let place = [line.orderLine.map { "\($0)" }, line.product?.uuid.description].compactMap(
        \.self)
      return
        (["\(line.number)"] + place + [
          line.sku, line.description, line.unitCode, "\(line.quantity.micros)",
          "\(line.unitPrice.micros)", "\(line.baseQuantity.micros)", "\(line.grossAmount)",
          "\(line.discountAmount)", "\(line.netAmount)", line.taxCategory.rawValue,
          "\(line.taxRate.micros)", line.exemptionCode, "\(line.taxAmount)",
        ] + (line.documentDiscount == 0 ? [] : ["\(line.documentDiscount)"])).joined(
          separator: "\u{1F}")
    }.joined(separator: "\u{1E}")
  }
}
