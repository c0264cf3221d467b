internal import Domain
internal import Postgres

/// Rows of `approvals`.
enum ApprovalTable {
  static let columns: StaticString = """
    approval_id, version, subject_kind, subject_id, customer_id, method, permission, amount_minor,
    currency_code, request, note, requested_by, decided_by, decision_note, state, expire_time,
    create_time, decide_time
    """

  private static let insertion = Statement(insertInto: "approvals", columns)

  static func insert(_ rows: [Approval], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.code { $0.subject.kind }
    columns.id { $0.subject.id }
    columns.id(optional: { $0.customer })
    columns.text { $0.method }
    columns.text { $0.permission }
    columns.int64(optional: { $0.amount?.minorUnits })
    columns.text(optional: { $0.amount?.currency.code })
    columns.bytes { $0.request }
    columns.text { $0.note }
    columns.id { $0.requestedBy }
    columns.id(optional: { $0.decidedBy })
    columns.text { $0.decisionNote }
    columns.code { $0.state }
    columns.instant { $0.expireTime }
    columns.instant { $0.createTime }
    columns.instant(optional: { $0.decideTime })
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE approvals t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      decided_by = v.decided_by, decision_note = v.decision_note, state = v.state,
      decide_time = v.decide_time
    """,
    rows: """
      approval_id, stored_version, version, decided_by, decision_note, state, decide_time
      """,
    then: """
      WHERE t.seller_id = $1 AND t.approval_id = v.approval_id
      """)

  static func update(_ changes: [Change<Approval>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.id(optional: { $0.row.decidedBy })
    columns.text { $0.row.decisionNote }
    columns.code { $0.row.state }
    columns.instant(optional: { $0.row.decideTime })
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Approval {
    var r = RowReader(row)
    let id = try r.id(Approval.self)
    let version = try r.int64()
    let kind = try r.code(ResourceRef.Kind.self)
    let subject = ResourceRef(kind, try r.id(AnyResource.self))
    let customer = try r.optionalID(Customer.self)
    let method = try r.text()
    let permission = try r.text()
    let minor = try r.optionalInt64()
    let currency = try r.optionalText().flatMap { Currency($0) }
    var amount: Money?
    if let minor, let currency { amount = Money(minor, currency) }
    let request = try r.bytes()
    let note = try r.text()
    let requestedBy = try r.id(Principal.self)
    let decidedBy = try r.optionalID(Principal.self)
    let decisionNote = try r.text()
    let state = try r.code(Approval.State.self)
    let expireTime = try r.instant()
    let createTime = try r.instant()
    var approval = Approval(
      id: id, subject: subject, customer: customer, method: method, permission: permission,
      amount: amount, request: request, note: note, requestedBy: requestedBy,
      expireTime: expireTime, createTime: createTime)
    approval.version = version
    approval.decidedBy = decidedBy
    approval.decisionNote = decisionNote
    approval.state = state
    approval.decideTime = try r.optionalInstant()
    return approval
  }
}
