import OrderToCashAPI

/// The columns of an export in CSV: their names, and where in the message their values stand.
///
/// What an import takes has the names that an import gives it.
struct ExportColumns {
  struct Column {
    let name: String
    let path: [String]

    init(_ path: String, as name: String? = nil) {
      self.name = name ?? path
      self.path = path.split(separator: ".").map(String.init)
    }
  }

  /// Of the record.
  let record: [Column]
  /// Of each of its lines, which are a row each; empty where a record is one row.
  var lines: [Column] = []

  var names: [String] { (record + lines).map(\.name) }

  private static func under(_ parent: String, _ names: [String]) -> [Column] {
    names.map { Column("\(parent).\($0)", as: $0) }
  }

  private static func of(_ names: String...) -> [Column] { names.map { Column($0) } }

  init(_ kind: ExportKind) {
    switch kind {
    case .customers:
      record =
        Self.of("external_id", "display_name")
        + Self.under(
          "party", ["legal_name", "registration_id", "vat_id", "gln", "electronic_address"])
        + Self.under(
          "party.address", ["street_lines", "city", "postal_code", "region", "country_code"])
        + Self.of(
          "currency_code", "language_code", "payment_terms", "price_group", "tax_treatment",
          "buyer_reference", "state", "name", "create_time")
    case .products:
      record = Self.of(
        "sku", "gtin", "display_name", "description", "kind", "unit_code", "tax_class", "stocked",
        "sellable_from_date", "sellable_until_date", "commodity_code", "category", "name",
        "create_time")
    case .prices:
      record = Self.of(
        "sku", "currency_code", "customer", "price_group", "min_quantity", "valid_from_date",
        "valid_until_date", "unit_price", "discount_percent", "base_quantity")
    case .orders:
      record = Self.of(
        "external_id", "order_number", "customer", "bill_to", "payer", "order_date", "state",
        "currency_code", "purchase_order_reference", "payment_terms", "requested_date",
        "totals.net.minor_units",
        "totals.tax.minor_units", "totals.gross.minor_units", "name", "create_time")
      lines = Self.of(
        "line_id", "sku", "description", "quantity", "unit_code", "unit_price", "price_source",
        "discount_percent", "net_amount.minor_units", "tax_category_code", "tax_rate_percent",
        "tax_amount.minor_units", "warehouse", "cancelled_quantity", "reserved_quantity",
        "shipped_quantity", "invoiced_quantity")
    case .invoices:
      record = Self.of(
        "invoice_number", "kind", "state", "settlement_state", "customer", "issue_date",
        "due_date", "delivery_date", "currency_code", "purchase_order_reference",
        "payment_terms", "totals.tax_exclusive.minor_units", "totals.tax.minor_units",
        "totals.tax_inclusive.minor_units", "totals.payable.minor_units",
        "balance.outstanding.minor_units", "name")
      lines = Self.of(
        "line_id", "order", "sku", "description", "quantity", "unit_code", "unit_price",
        "base_quantity", "discount_amount.minor_units", "net_amount.minor_units",
        "tax_category_code", "tax_rate_percent", "tax_amount.minor_units")
    case .payments:
      record = Self.of(
        "payment_number", "external_id", "customer", "means", "state", "amount.minor_units",
        "amount.currency_code", "value_date", "remittance.reference", "remittance.text",
        "applied.minor_units", "unapplied.minor_units", "name", "create_time")
    case .openItems:
      record = Self.of(
        "document_number", "document", "customer", "kind", "issue_date", "due_date",
        "days_overdue", "bucket", "original.minor_units", "outstanding.minor_units",
        "outstanding.currency_code", "name")
    case .journal:
      record = Self.of("name", "posting_date", "record_time", "document", "reverses", "request_id")
      lines = Self.of(
        "account", "debit.minor_units", "debit.currency_code", "credit.minor_units",
        "credit.currency_code", "customer")
    case .events:
      record = Self.of(
        "name", "cursor", "type", "occur_time", "actor", "method", "resource", "resource_version",
        "customer", "request_id", "data", "hash")
    }
  }
}

/// What is exported, and the list whose rows, filter and permission it has.
enum ExportKind {
  case customers, products, prices, orders, invoices, payments, openItems, journal, events

  init?(_ kind: O2c_V1_ExportRecordsRequest.Kind) {
    switch kind {
    case .customers: self = .customers
    case .products: self = .products
    case .prices: self = .prices
    case .orders: self = .orders
    case .invoices: self = .invoices
    case .payments: self = .payments
    case .openItems: self = .openItems
    case .journal: self = .journal
    case .events: self = .events
    case .unspecified, .UNRECOGNIZED: return nil
    }
  }

  var list: String {
    switch self {
    case .customers: "o2c.v1.CustomerService/ListCustomers"
    case .products: "o2c.v1.CatalogService/ListProducts"
    case .prices: "o2c.v1.CatalogService/ListPrices"
    case .orders: "o2c.v1.OrderService/ListOrders"
    case .invoices: "o2c.v1.InvoiceService/ListInvoices"
    case .payments: "o2c.v1.PaymentService/ListPayments"
    case .openItems: "o2c.v1.ReceivableService/ListOpenItems"
    case .journal: "o2c.v1.LedgerService/ListJournalEntries"
    case .events: "o2c.v1.EventService/ListEvents"
    }
  }
}
