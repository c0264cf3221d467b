internal import Domain
internal import Postgres

/// Rows of `certificates`.
enum CertificateTable {
  static let columns: StaticString = """
    certificate_id, version, principal_id, uri, fingerprint, expire_time, revoke_time, state,
    create_time
    """

  private static let insertion = Statement(insertInto: "certificates", columns)

  static func insert(_ rows: [Certificate], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.id(optional: { $0.principal })
    columns.text { $0.uri }
    columns.text { $0.fingerprint }
    columns.instant(optional: { $0.expireTime })
    columns.instant(optional: { $0.revokeTime })
    columns.code { $0.state }
    columns.instant { $0.createTime }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE certificates t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      revoke_time = v.revoke_time, state = v.state
    """,
    rows: """
      certificate_id, stored_version, version, revoke_time, state
      """,
    then: """
      WHERE t.seller_id = $1 AND t.certificate_id = v.certificate_id
      """)

  static func update(_ changes: [Change<Certificate>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.instant(optional: { $0.row.revokeTime })
    columns.code { $0.row.state }
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> Certificate {
    var r = RowReader(row)
    let id = try r.id(Certificate.self)
    let version = try r.int64()
    let principal = try r.optionalID(Principal.self)
    let uri = try r.text()
    let fingerprint = try r.text()
    let expireTime = try r.optionalInstant()
    let revokeTime = try r.optionalInstant()
    let state = try r.code(CredentialState.self)
    var certificate = Certificate(
      id: id, principal: principal, uri: uri, fingerprint: fingerprint, expireTime: expireTime,
      at: try r.instant())
    certificate.version = version
    certificate.revokeTime = revokeTime
    certificate.state = state
    return certificate
  }
}
