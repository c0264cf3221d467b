internal import Domain
internal import Postgres

/// Rows of `principals`. Few, and seldom written: one statement a row, for its arrays.
enum PrincipalTable {
  static let columns: StaticString = """
    principal_id, version, kind, display_name, roles, customers, authority, state, create_time,
    update_time
    """

  private static let insertion = Statement(
    "INSERT INTO principals (seller_id, ", columns,
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")

  static func insert(_ row: Principal, of seller: ID<Seller>) -> Query {
    Query(
      insertion,
      [
        .id(seller), .id(row.id), .int64(row.version), .text(row.kind.rawValue),
        .text(row.displayName), .array(row.roles), .ids(row.customers),
        Parameter(JSON(authority: row.authority).column), .text(row.state.rawValue),
        .timestamp(row.createTime.microseconds), .timestamp(row.updateTime.microseconds),
      ])
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change: Statement = """
    UPDATE principals SET
      version = CASE WHEN version = $3 THEN $4 END, display_name = $5, roles = $6, customers = $7,
      authority = $8, state = $9, update_time = $10
    WHERE seller_id = $1 AND principal_id = $2
    """

  static func update(_ changed: Change<Principal>, of seller: ID<Seller>) -> Query {
    let row = changed.row
    return Query(
      change,
      [
        .id(seller), .id(row.id), .int64(changed.stored.version), .int64(row.version),
        .text(row.displayName), .array(row.roles), .ids(row.customers),
        Parameter(JSON(authority: row.authority).column), .text(row.state.rawValue),
        .timestamp(row.updateTime.microseconds),
      ])
  }

  static func read(_ row: Row) throws(DecodeError) -> Principal {
    var r = RowReader(row)
    let id = try r.id(Principal.self)
    let version = try r.int64()
    let kind = try r.code(Principal.Kind.self)
    let displayName = try r.text()
    let roles = try r.array(of: String.self)
    let customers = try r.array(of: UUIDBytes.self).map { ID<Customer>($0) }
    let authority = (try r.json() ?? .null).authority
    let state = try r.code(Principal.State.self)
    var principal = Principal(
      id: id, kind: kind, displayName: displayName, roles: roles, customers: customers,
      authority: authority, at: try r.instant())
    principal.version = version
    principal.state = state
    principal.updateTime = try r.instant()
    return principal
  }
}

extension RowReader {
  mutating func array<Value: PostgresValue>(of _: Value.Type) throws(DecodeError) -> [Value] {
    defer { skip() }
    return try row.array(column, of: Value.self)
  }
}
