internal import Domain
internal import Postgres

/// Rows of `policies`. Few, and seldom written: one statement a row.
enum PolicyTable {
  static let columns: StaticString = """
    policy_id, version, kind, number, valid_from_date, note, author_id, approver_id, decision,
    approval_id, rules, create_time, update_time, test_cases
    """
  /// For the batches that only follow the rules.
  static let columnsWithoutTests: StaticString = """
    policy_id, version, kind, number, valid_from_date, note, author_id, approver_id, decision,
    approval_id, rules, create_time, update_time, NULL::jsonb
    """

  private static let insertion = Statement(
    "INSERT INTO policies (seller_id, ", columns,
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")

  static func insert(_ row: Policy, of seller: ID<Seller>) -> Query {
    Query(
      insertion,
      [
        .id(seller), .id(row.id), .int64(row.version), .text(row.kind.rawValue),
        .int64(row.number), Parameter(row.validFrom.date), .text(row.note), .id(row.author),
        Parameter(row.approver?.uuid), .text(row.decision.rawValue),
        Parameter(row.approval?.uuid), Parameter(Postgres.JSONText(JSON(row.rules).encoded)),
        .timestamp(row.createTime.microseconds), .timestamp(row.updateTime.microseconds),
        Parameter(JSON.array(row.testCases.map { JSON($0) }).column),
      ])
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change: Statement = """
    UPDATE policies SET
      version = CASE WHEN version = $3 THEN $4 END, valid_from_date = $5, approver_id = $6,
      decision = $7, update_time = $8
    WHERE seller_id = $1 AND policy_id = $2
    """

  static func update(_ changed: Change<Policy>, of seller: ID<Seller>) -> Query {
    let row = changed.row
    return Query(
      change,
      [
        .id(seller), .id(row.id), .int64(changed.stored.version), .int64(row.version),
        Parameter(row.validFrom.date), Parameter(row.approver?.uuid),
        .text(row.decision.rawValue), .timestamp(row.updateTime.microseconds),
      ])
  }

  static func read(_ row: Row) throws(DecodeError) -> Policy {
    var r = RowReader(row)
    let id = try r.id(Policy.self)
    let version = try r.int64()
    let kind = try r.code(Policy.Kind.self)
    let number = try r.int64()
    let validFrom = try r.day()
    let note = try r.text()
    let author = try r.id(Principal.self)
    let approver = try r.optionalID(Principal.self)
    let decision = try r.code(Policy.Decision.self)
    let approval = try r.optionalID(Approval.self)
    let column = r.column
    guard let rules = (try r.json() ?? .null).policyRules(kind, number) else {
      throw .malformed(column: column, type: .text)
    }
    var policy = Policy(
      id: id, rules: rules, number: number, validFrom: validFrom, note: note, author: author,
      at: try r.instant())
    policy.version = version
    policy.approver = approver
    policy.decision = decision
    policy.approval = approval
    policy.updateTime = try r.instant()
    policy.testCases = (try r.json() ?? .null).elements.compactMap(\.testCase)
    return policy
  }
}
