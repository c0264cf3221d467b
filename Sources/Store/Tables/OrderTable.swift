internal import Domain
internal import Postgres

/// Rows of `orders`; their lines are `OrderLineTable`.
enum OrderTable {
  static let columns: StaticString = """
    order_id, version, order_number, external_id, customer_id, state, currency_code,
    purchase_order_reference, payment_terms, order_date, requested_date, rounding_mode, tax_level,
    net_minor, tax_minor, gross_minor, reserve_until_time, price_valid_until_time, confirm_time,
    last_ship_date, revision, last_line, copied_from, credit_result, credit_failed, credit_exposure_minor, credit_limit_minor,
    credit_decide_time, credit_valid_until_time, create_time, update_time, taxes, holds, ship_to,
    annotations, discount_minor, charge_minor, discounts, charges, credit_passes_if_minor,
    credit_policy, credit_revision, credit_amount_minor, approval_id, priority, ship_complete,
    bill_to_id, payer_id, invoice_trigger, deposits
    """

  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  private static let insertion = Statement(insertInto: "orders", columns)

  static func insert(_ rows: [Order], of seller: ID<Seller>) -> Query {
    parameters(of: rows, seller).query(insertion)
  }

  /// The values of `columns`.
  static func parameters(
    of rows: [Order], _ seller: ID<Seller>
  ) -> ParameterColumns<Order> {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.number }
    columns.text(optional: { $0.externalID })
    columns.id { $0.customer }
    columns.code { $0.state }
    columns.text { $0.currency.code }
    columns.text { $0.purchaseOrderReference }
    columns.text { $0.paymentTerms.description }
    columns.day { $0.orderDate }
    columns.day(optional: { $0.requestedDate })
    columns.code { $0.roundingMode }
    columns.code { $0.taxLevel }
    columns.int64 { $0.totals.net }
    columns.int64 { $0.totals.tax }
    columns.int64 { $0.totals.gross }
    columns.instant(optional: { $0.reserveUntil })
    columns.instant(optional: { $0.priceValidUntil })
    columns.instant(optional: { $0.confirmTime })
    columns.day(optional: { $0.lastShipDate })
    columns.int32 { $0.revision }
    columns.int32 { $0.lastLine }
    columns.id(optional: { $0.copiedFrom })
    columns.text(optional: { $0.credit?.result.rawValue })
    columns.text(optional: { $0.credit?.failedText })
    columns.int64(optional: { $0.credit?.exposure })
    columns.int64(optional: { $0.credit?.limit })
    columns.instant(optional: { $0.credit?.decidedAt })
    columns.instant(optional: { $0.credit?.validUntil })
    columns.instant { $0.createTime }
    columns.instant { $0.updateTime }
    columns.json { JSON(taxes: $0.taxes) }
    columns.json { JSON(holds: $0.holds) }
    columns.json(optional: { $0.shipTo.map { JSON($0) } })
    columns.json { JSON(annotations: $0.annotations) }
    columns.int64 { $0.totals.discount }
    columns.int64 { $0.totals.charges }
    columns.json { JSON(discounts: $0.discounts) }
    columns.json { JSON(charges: $0.charges) }
    columns.credit { $0 }
    columns.int32 { $0.priority }
    columns.bool { $0.isShipComplete }
    columns.id(optional: { $0.billTo })
    columns.id(optional: { $0.payer })
    columns.code { $0.invoiceTrigger }
    columns.json { JSON(deposits: $0.deposits) }
    return columns
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE orders t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      order_number = v.order_number, customer_id = v.customer_id, state = v.state, payment_terms = v.payment_terms,
      order_date = v.order_date, requested_date = v.requested_date, net_minor = v.net_minor,
      tax_minor = v.tax_minor, gross_minor = v.gross_minor,
      reserve_until_time = v.reserve_until_time,
      price_valid_until_time = v.price_valid_until_time, confirm_time = v.confirm_time,
      last_ship_date = v.last_ship_date, revision = v.revision, last_line = v.last_line,
      purchase_order_reference = v.purchase_order_reference, credit_result = v.credit_result,
      credit_failed = v.credit_failed, credit_exposure_minor = v.credit_exposure_minor,
      credit_limit_minor = v.credit_limit_minor, credit_decide_time = v.credit_decide_time,
      credit_valid_until_time = v.credit_valid_until_time, update_time = v.update_time,
      taxes = v.taxes, holds = v.holds, ship_to = v.ship_to, annotations = v.annotations,
      discount_minor = v.discount_minor, charge_minor = v.charge_minor,
      discounts = v.discounts, charges = v.charges,
      credit_passes_if_minor = v.credit_passes_if_minor, credit_policy = v.credit_policy,
      credit_revision = v.credit_revision, credit_amount_minor = v.credit_amount_minor,
      approval_id = v.approval_id, priority = v.priority, ship_complete = v.ship_complete,
      bill_to_id = v.bill_to_id, payer_id = v.payer_id, deposits = v.deposits
    """,
    rows: """
      order_id, stored_version, version, order_number, customer_id, state, payment_terms,
      order_date, requested_date, net_minor, tax_minor, gross_minor, reserve_until_time,
      price_valid_until_time, confirm_time, last_ship_date, revision, last_line,
      purchase_order_reference, credit_result, credit_failed, credit_exposure_minor,
      credit_limit_minor, credit_decide_time, credit_valid_until_time, update_time, taxes,
      holds, ship_to, annotations, discount_minor, charge_minor, discounts, charges,
      credit_passes_if_minor, credit_policy, credit_revision, credit_amount_minor,
      approval_id, priority, ship_complete, bill_to_id, payer_id, deposits
      """,
    then: """
      WHERE t.seller_id = $1 AND t.order_id = v.order_id
      """)

  static func update(_ changes: [Change<Order>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.text { $0.row.number }
    columns.id { $0.row.customer }
    columns.code { $0.row.state }
    columns.text { $0.row.paymentTerms.description }
    columns.day { $0.row.orderDate }
    columns.day(optional: { $0.row.requestedDate })
    columns.int64 { $0.row.totals.net }
    columns.int64 { $0.row.totals.tax }
    columns.int64 { $0.row.totals.gross }
    columns.instant(optional: { $0.row.reserveUntil })
    columns.instant(optional: { $0.row.priceValidUntil })
    columns.instant(optional: { $0.row.confirmTime })
    columns.day(optional: { $0.row.lastShipDate })
    columns.int32 { $0.row.revision }
    columns.int32 { $0.row.lastLine }
    columns.text { $0.row.purchaseOrderReference }
    columns.text(optional: { $0.row.credit?.result.rawValue })
    columns.text(optional: { $0.row.credit?.failedText })
    columns.int64(optional: { $0.row.credit?.exposure })
    columns.int64(optional: { $0.row.credit?.limit })
    columns.instant(optional: { $0.row.credit?.decidedAt })
    columns.instant(optional: { $0.row.credit?.validUntil })
    columns.instant { $0.row.updateTime }
    columns.json { JSON(taxes: $0.row.taxes) }
    columns.json { JSON(holds: $0.row.holds) }
    columns.json(optional: { $0.row.shipTo.map { JSON($0) } })
    columns.json { JSON(annotations: $0.row.annotations) }
    columns.int64 { $0.row.totals.discount }
    columns.int64 { $0.row.totals.charges }
    columns.json { JSON(discounts: $0.row.discounts) }
    columns.json { JSON(charges: $0.row.charges) }
    columns.credit { $0.row }
    columns.int32 { $0.row.priority }
    columns.bool { $0.row.isShipComplete }
    columns.id(optional: { $0.row.billTo })
    columns.id(optional: { $0.row.payer })
    columns.json { JSON(deposits: $0.row.deposits) }
    return columns.query(change)
  }

  /// - Parameter lines: the rows of `OrderLineTable`, by order.
  static func read(
    _ row: Row, _ lines: [ID<Order>: [OrderLine]]
  ) throws(DecodeError) -> Order {
    var r = RowReader(row)
    let id = try r.id(Order.self)
    let version = try r.int64()
    let number = try r.text()
    let externalID = try r.optionalText()
    let customer = try r.id(Customer.self)
    let state = try r.code(Order.State.self)
    let currency = try r.currency()
    let reference = try r.text()
    let terms = try r.terms()
    let orderDate = try r.day()
    let requestedDate = try r.optionalDay()
    let mode = try r.code(RoundingMode.self)
    let level = try r.code(TaxLevel.self)
    let totals = Order.Totals(net: try r.int64(), tax: try r.int64(), gross: try r.int64())
    var order = Order(
      id: id, number: number, customer: customer, state: state, currency: currency,
      paymentTerms: terms, orderDate: orderDate, lines: lines[id] ?? [], taxes: [],
      totals: totals, roundingMode: mode, taxLevel: level, at: Instant(microseconds: 0))
    order.version = version
    order.externalID = externalID
    order.purchaseOrderReference = reference
    order.requestedDate = requestedDate
    order.reserveUntil = try r.optionalInstant()
    order.priceValidUntil = try r.optionalInstant()
    order.confirmTime = try r.optionalInstant()
    order.lastShipDate = try r.optionalDay()
    order.revision = try r.int32()
    order.lastLine = try r.int32()
    order.copiedFrom = try r.optionalID()
    order.credit = try r.creditDecision()
    order.createTime = try r.instant()
    order.updateTime = try r.instant()
    order.taxes = try r.taxes()
    order.holds = try r.holds()
    order.shipTo = try r.json()?.address
    order.annotations = (try r.json() ?? .null).annotations
    order.totals.discount = try r.int64()
    order.totals.charges = try r.int64()
    order.discounts = try r.discounts()
    order.charges = try r.charges()
    try r.credit(of: &order)
    order.priority = try r.int32()
    order.isShipComplete = try r.bool()
    order.billTo = try r.optionalID()
    order.payer = try r.optionalID()
    order.invoiceTrigger = try r.code()
    order.deposits = try r.deposits()
    return order
  }
}

extension ParameterColumns {
  fileprivate mutating func credit(_ order: (Row) -> Order) {
    int64(optional: { order($0).credit?.passesIf })
    int64(optional: { order($0).credit?.policy })
    int64(optional: { order($0).credit.map { Int64($0.revision) } })
    int64(optional: { order($0).credit?.amount })
    id(optional: { order($0).approval })
  }
}

extension CreditDecision {
  /// `LIMIT:1000000:1030000`: rule, threshold, value.
  fileprivate var failedText: String {
    failures.map { "\($0.rule.rawValue):\($0.threshold):\($0.value)" }.joined(separator: ",")
  }
}

extension RowReader {
  fileprivate mutating func creditDecision() throws(DecodeError) -> CreditDecision? {
    let result = try optionalText().flatMap(CreditDecision.Result.init(rawValue:))
    let failed = try optionalText()
    let exposure = try optionalInt64()
    let limit = try optionalInt64()
    let decidedAt = try optionalInstant()
    let validUntil = try optionalInstant()
    guard let result, let failed, let exposure, let limit, let decidedAt else { return nil }
    var decision = CreditDecision(
      result: result,
      failures: failed.split(separator: ",").compactMap { RuleOutcome($0, exposure, limit) },
      exposure: exposure, limit: limit, passesIf: 0, policy: 1, decidedAt: decidedAt)
    decision.validUntil = validUntil
    return decision
  }

  /// The columns that were added to a decision later.
  fileprivate mutating func credit(of order: inout Order) throws(DecodeError) {
    let passesIf = try optionalInt64()
    let policy = try optionalInt64()
    let revision = try optionalInt64()
    let amount = try optionalInt64()
    order.approval = try optionalID()
    guard let excess = order.credit?.excess else { return }
    order.credit?.passesIf = passesIf ?? excess
    if let policy { order.credit?.policy = policy }
    if let revision { order.credit?.revision = Int32(clamping: revision) }
    order.credit?.amount = amount
  }
}

extension RuleOutcome {
  /// A failed rule; those of old decisions have no figures, and it was the limit or a block.
  fileprivate init?(_ text: some StringProtocol, _ exposure: Int64, _ limit: Int64) {
    let parts = text.split(separator: ":")
    guard let rule = parts.first.flatMap({ CreditRule(rawValue: String($0)) }) else { return nil }
    if parts.count == 3, let threshold = Int64(parts[1]), let value = Int64(parts[2]) {
      self.init(rule, threshold: threshold, value: value, passed: false)
    } else if rule == .limit {
      self.init(rule, threshold: limit, value: exposure, passed: false)
    } else {
      self.init(rule, threshold: 0, value: 1, passed: false)
    }
  }
}
