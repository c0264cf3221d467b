internal import Domain
internal import Postgres

/// Rows of `credit_accounts`: the lock under which a customer's credit is decided.
enum CreditAccountTable {
  static let columns: StaticString = """
    customer_id, version, currency_code, limit_minor, temporary_limit_minor, temporary_until_date,
    open_orders_minor, unbilled_shipments_minor, open_items_minor, unapplied_cash_minor,
    update_time, group_id, members, members_owed_minor, members_unapplied_minor, was_granted,
    is_blocked, block_reason, insured_minor, external_rating, next_review_date,
    first_invoice_date, score, risk_class, proposed_limit_minor, approval_id,
    agreed_terms, is_warned
    """

  private static let insertion = Statement(insertInto: "credit_accounts", columns)

  static func insert(_ rows: [CreditAccount], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.customer }
    columns.int64 { $0.version }
    columns.text { $0.currency.code }
    columns.int64 { $0.limit }
    columns.int64(optional: { $0.temporaryLimit?.amount })
    columns.day(optional: { $0.temporaryLimit?.until })
    columns.int64 { $0.openOrders }
    columns.int64 { $0.unbilledShipments }
    columns.int64 { $0.openItems }
    columns.int64 { $0.unappliedCash }
    columns.instant { $0.updateTime }
    columns.profile { $0 }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE credit_accounts t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      limit_minor = v.limit_minor, temporary_limit_minor = v.temporary_limit_minor,
      temporary_until_date = v.temporary_until_date, open_orders_minor = v.open_orders_minor,
      unbilled_shipments_minor = v.unbilled_shipments_minor,
      open_items_minor = v.open_items_minor, unapplied_cash_minor = v.unapplied_cash_minor,
      update_time = v.update_time, group_id = v.group_id, members = v.members,
      members_owed_minor = v.members_owed_minor,
      members_unapplied_minor = v.members_unapplied_minor, was_granted = v.was_granted,
      is_blocked = v.is_blocked, block_reason = v.block_reason, insured_minor = v.insured_minor,
      external_rating = v.external_rating, next_review_date = v.next_review_date,
      first_invoice_date = v.first_invoice_date, score = v.score, risk_class = v.risk_class,
      proposed_limit_minor = v.proposed_limit_minor, approval_id = v.approval_id,
      agreed_terms = v.agreed_terms, is_warned = v.is_warned
    """,
    rows: """
      customer_id, stored_version, version, limit_minor, temporary_limit_minor,
      temporary_until_date, open_orders_minor, unbilled_shipments_minor, open_items_minor,
      unapplied_cash_minor, update_time, group_id, members, members_owed_minor,
      members_unapplied_minor, was_granted, is_blocked, block_reason, insured_minor,
      external_rating, next_review_date, first_invoice_date, score, risk_class,
      proposed_limit_minor, approval_id, agreed_terms, is_warned
      """,
    then: """
      WHERE t.seller_id = $1 AND t.customer_id = v.customer_id
      """)

  /// What orders, items and payments move: most changes are of this kind.
  private static let movement = Statement(
    """
    UPDATE credit_accounts t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      open_orders_minor = v.open_orders_minor,
      unbilled_shipments_minor = v.unbilled_shipments_minor,
      open_items_minor = v.open_items_minor, unapplied_cash_minor = v.unapplied_cash_minor,
      members_owed_minor = v.members_owed_minor,
      members_unapplied_minor = v.members_unapplied_minor, update_time = v.update_time
    """,
    rows: """
      customer_id, stored_version, version, open_orders_minor, unbilled_shipments_minor,
      open_items_minor, unapplied_cash_minor, members_owed_minor, members_unapplied_minor,
      update_time
      """,
    then: """
      WHERE t.seller_id = $1 AND t.customer_id = v.customer_id
      """)

  /// One statement for those whose parts alone moved, one for the others.
  static func updates(_ changes: [Change<CreditAccount>], of seller: ID<Seller>) -> [Query] {
    let moved = changes.filter { $0.row.differsInPartsAlone(from: $0.stored) }
    let others = changes.filter { !$0.row.differsInPartsAlone(from: $0.stored) }
    return (moved.isEmpty ? [] : [movement(moved, seller)])
      + (others.isEmpty ? [] : [change(others, seller)])
  }

  private static func movement(
    _ changes: [Change<CreditAccount>], _ seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.customer }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.int64 { $0.row.openOrders }
    columns.int64 { $0.row.unbilledShipments }
    columns.int64 { $0.row.openItems }
    columns.int64 { $0.row.unappliedCash }
    columns.int64 { $0.row.membersOwed }
    columns.int64 { $0.row.membersUnappliedCash }
    columns.instant { $0.row.updateTime }
    return columns.query(movement)
  }

  private static func change(_ changes: [Change<CreditAccount>], _ seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.customer }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.int64 { $0.row.limit }
    columns.int64(optional: { $0.row.temporaryLimit?.amount })
    columns.day(optional: { $0.row.temporaryLimit?.until })
    columns.int64 { $0.row.openOrders }
    columns.int64 { $0.row.unbilledShipments }
    columns.int64 { $0.row.openItems }
    columns.int64 { $0.row.unappliedCash }
    columns.instant { $0.row.updateTime }
    columns.profile { $0.row }
    return columns.query(change)
  }

  static func read(_ row: Row, from column: Int = 0) throws(DecodeError) -> CreditAccount {
    var r = RowReader(row, from: column)
    let customer = try r.id(Customer.self)
    let version = try r.int64()
    var account = CreditAccount(
      customer: customer, currency: try r.currency(), at: Instant(microseconds: 0))
    account.version = version
    account.limit = try r.int64()
    let amount = try r.optionalInt64()
    let until = try r.optionalDay()
    if let amount, let until { account.temporaryLimit = .init(amount: amount, until: until) }
    account.openOrders = try r.int64()
    account.unbilledShipments = try r.int64()
    account.openItems = try r.int64()
    account.unappliedCash = try r.int64()
    account.updateTime = try r.instant()
    account.group = try r.optionalID()
    account.members = try r.int32()
    account.membersOwed = try r.int64()
    account.membersUnappliedCash = try r.int64()
    account.wasGranted = try r.bool()
    account.isBlocked = try r.bool()
    account.blockReason = try r.text()
    account.insured = try r.int64()
    account.externalRating = try r.optionalInt64()
    account.nextReview = try r.optionalDay()
    account.firstInvoice = try r.optionalDay()
    account.score = try r.optionalInt64()
    account.riskClass = try r.optionalText().flatMap(RiskClass.init(rawValue:))
    account.proposedLimit = try r.optionalInt64()
    account.approval = try r.optionalID()
    account.agreedTerms = try r.optionalText().flatMap { PaymentTerms($0) }
    account.isWarned = try r.bool()
    return account
  }
}

extension ParameterColumns {
  fileprivate mutating func profile(_ account: (Row) -> CreditAccount) {
    id(optional: { account($0).group })
    int32 { account($0).members }
    int64 { account($0).membersOwed }
    int64 { account($0).membersUnappliedCash }
    bool { account($0).wasGranted }
    bool { account($0).isBlocked }
    text { account($0).blockReason }
    int64 { account($0).insured }
    int64(optional: { account($0).externalRating })
    day(optional: { account($0).nextReview })
    day(optional: { account($0).firstInvoice })
    int64(optional: { account($0).score })
    text(optional: { account($0).riskClass?.rawValue })
    int64(optional: { account($0).proposedLimit })
    id(optional: { account($0).approval })
    text(optional: { account($0).agreedTerms?.description })
    bool { account($0).isWarned }
  }
}

extension CreditAccount {
  fileprivate func differsInPartsAlone(from other: CreditAccount) -> Bool {
    var same = self
    same.version = other.version
    same.openOrders = other.openOrders
    same.unbilledShipments = other.unbilledShipments
    same.openItems = other.openItems
    same.unappliedCash = other.unappliedCash
    same.membersOwed = other.membersOwed
    same.membersUnappliedCash = other.membersUnappliedCash
    same.updateTime = other.updateTime
    return same == other
  }
}
