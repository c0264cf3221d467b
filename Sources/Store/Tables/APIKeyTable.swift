internal import Domain
internal import Postgres

/// Rows of `api_keys`.
enum APIKeyTable {
  static let columns: StaticString = """
    api_key_id, version, principal_id, key_id, secret_mac, last_four, expire_time, revoke_time,
    state, create_time
    """

  private static let insertion = Statement(insertInto: "api_keys", columns)

  static func insert(_ rows: [APIKey], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.id { $0.principal }
    columns.text { $0.keyID }
    columns.bytes { $0.secretMAC }
    columns.text { $0.lastFour }
    columns.instant(optional: { $0.expireTime })
    columns.instant(optional: { $0.revokeTime })
    columns.code { $0.state }
    columns.instant { $0.createTime }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE api_keys t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      expire_time = v.expire_time, revoke_time = v.revoke_time, state = v.state
    """,
    rows: """
      api_key_id, stored_version, version, expire_time, revoke_time, state
      """,
    then: """
      WHERE t.seller_id = $1 AND t.api_key_id = v.api_key_id
      """)

  static func update(_ changes: [Change<APIKey>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.instant(optional: { $0.row.expireTime })
    columns.instant(optional: { $0.row.revokeTime })
    columns.code { $0.row.state }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> APIKey {
    var r = RowReader(row)
    let id = try r.id(APIKey.self)
    let version = try r.int64()
    let principal = try r.id(Principal.self)
    let keyID = try r.text()
    let secretMAC = try r.bytes()
    let lastFour = try r.text()
    let expireTime = try r.optionalInstant()
    let revokeTime = try r.optionalInstant()
    let state = try r.code(CredentialState.self)
    var key = APIKey(
      id: id, principal: principal, keyID: keyID, secretMAC: secretMAC, lastFour: lastFour,
      expireTime: expireTime, at: try r.instant())
    key.version = version
    key.revokeTime = revokeTime
    key.state = state
    return key
  }
}
