internal import Domain
internal import Postgres

/// Rows of `customers`.
enum CustomerTable {
  static let columns: StaticString = """
    customer_id, version, display_name, external_id, party, ship_to, contacts, state,
    currency_code, language_code, payment_terms, price_group, tax_treatment, buyer_reference,
    annotations, create_time, update_time, bill_to_id, payer_id, parent_id, merged_into_id,
    vat_check, account_manager, payment_means_code, invoice_delivery, invoice_rules, block,
    over_shipment_e6, under_shipment_e6
    """

  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  private static let insertion = Statement(insertInto: "customers", columns, "match_keys")

  static func insert(_ rows: [Customer], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.displayName }
    columns.text(optional: { $0.externalID })
    columns.json(optional: { JSON($0.party) })
    columns.json { .array($0.shipTo.map { JSON($0) }) }
    columns.json { .array($0.contacts.map { JSON($0) }) }
    columns.code { $0.state }
    columns.text { $0.currency.code }
    columns.text { $0.languageCode }
    columns.text { $0.paymentTerms.description }
    columns.text(optional: { $0.priceGroup })
    columns.text { $0.taxTreatment }
    columns.text { $0.buyerReference }
    columns.json { JSON(annotations: $0.annotations) }
    columns.instant { $0.createTime }
    columns.instant { $0.updateTime }
    columns.id(optional: { $0.billTo })
    columns.id(optional: { $0.payer })
    columns.id(optional: { $0.parent })
    columns.id(optional: { $0.mergedInto })
    columns.json(optional: { $0.vatCheck.map { JSON($0) } })
    columns.text { $0.accountManager }
    columns.text { $0.paymentMeansCode }
    columns.json(optional: { $0.invoiceDelivery.map { JSON($0) } })
    columns.json(optional: { $0.invoiceRules.map { JSON($0) } })
    columns.json(optional: { $0.block.map { JSON($0) } })
    columns.decimal(optional: { $0.overShipment })
    columns.decimal(optional: { $0.underShipment })
    columns.text { $0.matchKeys.joined(separator: "|") }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE customers t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      display_name = v.display_name, external_id = v.external_id, party = v.party,
      ship_to = v.ship_to, contacts = v.contacts, state = v.state,
      currency_code = v.currency_code, language_code = v.language_code,
      payment_terms = v.payment_terms, price_group = v.price_group,
      tax_treatment = v.tax_treatment, buyer_reference = v.buyer_reference,
      annotations = v.annotations, update_time = v.update_time, bill_to_id = v.bill_to_id,
      payer_id = v.payer_id, parent_id = v.parent_id, merged_into_id = v.merged_into_id,
      vat_check = v.vat_check, account_manager = v.account_manager,
      payment_means_code = v.payment_means_code, invoice_delivery = v.invoice_delivery,
      invoice_rules = v.invoice_rules, block = v.block, over_shipment_e6 = v.over_shipment_e6,
      under_shipment_e6 = v.under_shipment_e6, match_keys = v.match_keys
    """,
    rows: """
      customer_id, stored_version, version, display_name, external_id, party, ship_to,
      contacts, state, currency_code, language_code, payment_terms, price_group,
      tax_treatment, buyer_reference, annotations, update_time, bill_to_id, payer_id,
      parent_id, merged_into_id, vat_check, account_manager, payment_means_code,
      invoice_delivery, invoice_rules, block, over_shipment_e6, under_shipment_e6, match_keys
      """,
    then: """
      WHERE t.seller_id = $1 AND t.customer_id = v.customer_id
      """)

  static func update(_ changes: [Change<Customer>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.text { $0.row.displayName }
    columns.text(optional: { $0.row.externalID })
    columns.json(optional: { JSON($0.row.party) })
    columns.json { .array($0.row.shipTo.map { JSON($0) }) }
    columns.json { .array($0.row.contacts.map { JSON($0) }) }
    columns.code { $0.row.state }
    columns.text { $0.row.currency.code }
    columns.text { $0.row.languageCode }
    columns.text { $0.row.paymentTerms.description }
    columns.text(optional: { $0.row.priceGroup })
    columns.text { $0.row.taxTreatment }
    columns.text { $0.row.buyerReference }
    columns.json { JSON(annotations: $0.row.annotations) }
    columns.instant { $0.row.updateTime }
    columns.id(optional: { $0.row.billTo })
    columns.id(optional: { $0.row.payer })
    columns.id(optional: { $0.row.parent })
    columns.id(optional: { $0.row.mergedInto })
    columns.json(optional: { $0.row.vatCheck.map { JSON($0) } })
    columns.text { $0.row.accountManager }
    columns.text { $0.row.paymentMeansCode }
    columns.json(optional: { $0.row.invoiceDelivery.map { JSON($0) } })
    columns.json(optional: { $0.row.invoiceRules.map { JSON($0) } })
    columns.json(optional: { $0.row.block.map { JSON($0) } })
    columns.decimal(optional: { $0.row.overShipment })
    columns.decimal(optional: { $0.row.underShipment })
    columns.text { $0.row.matchKeys.joined(separator: "|") }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Customer {
    var r = RowReader(row)
    let id = try r.id(Customer.self)
    let version = try r.int64()
    let displayName = try r.text()
    let externalID = try r.optionalText()
    let party = (try r.json() ?? .null).party
    let shipTo = (try r.json() ?? .null).elements.map(\.address)
    let contacts = (try r.json() ?? .null).elements.map(\.contact)
    let state = try r.code(Customer.State.self)
    let currency = try r.currency()
    let languageCode = try r.text()
    var customer = Customer(
      id: id, displayName: displayName, party: party, currency: currency,
      paymentTerms: try r.terms(), at: Instant(microseconds: 0))
    customer.version = version
    customer.externalID = externalID
    customer.shipTo = shipTo
    customer.contacts = contacts
    customer.state = state
    customer.languageCode = languageCode
    customer.priceGroup = try r.optionalText()
    customer.taxTreatment = try r.text()
    customer.buyerReference = try r.text()
    customer.annotations = (try r.json() ?? .null).annotations
    customer.createTime = try r.instant()
    customer.updateTime = try r.instant()
    customer.billTo = try r.optionalID()
    customer.payer = try r.optionalID()
    customer.parent = try r.optionalID()
    customer.mergedInto = try r.optionalID()
    customer.vatCheck = try r.json()?.vatCheck
    customer.accountManager = try r.text()
    customer.paymentMeansCode = try r.text()
    customer.invoiceDelivery = try r.json()?.invoiceDelivery
    customer.invoiceRules = try r.json()?.invoiceRules
    customer.block = try r.json()?.block
    customer.overShipment = try r.optionalDecimal()
    customer.underShipment = try r.optionalDecimal()
    return customer
  }
}
