package import Domain
package import Postgres

/// A principal with the seller that it belongs to.
package struct FoundPrincipal: Sendable {
  package var seller: ID<Seller>
  package var principal: Principal
}

package struct FoundAPIKey: Sendable {
  package var id: ID<APIKey>
  package var secretMAC: [UInt8]
  package var expireTime: Instant?
  package var isRevoked: Bool
  package var principal: FoundPrincipal
}

package struct FoundCertificate: Sendable {
  package var id: ID<Certificate>
  package var expireTime: Instant?
  package var isRevoked: Bool
  package var principal: FoundPrincipal
}

/// Finds who calls before the seller is known, through the functions of the owner, which are the
/// only way past row-level security and answer for one credential at a time.
package enum CallerLookup {
  private static let keys: Statement = """
    SELECT seller_id, principal_id, principal_kind, principal_state, display_name, roles,
      customers, authority, credential_id, credential_state, expire_time, secret_mac
    FROM authenticate_api_key($1)
    """
  private static let certificates: Statement = """
    SELECT seller_id, principal_id, principal_kind, principal_state, display_name, roles,
      customers, authority, credential_id, credential_state, expire_time
    FROM authenticate_certificate($1, $2)
    """

  /// The key with this public part; nil when there is none, or when it is not one alone.
  package static func apiKey(
    _ keyID: String, _ pool: Pool
  ) async throws(TransactionError) -> FoundAPIKey? {
    try await pool.read([Query(keys, .text(keyID))]) { results in
      guard results[0].rowCount == 1, let row = results[0].first else { return nil }
      var r = RowReader(row)
      let principal = try r.principal()
      let id = try r.id(APIKey.self)
      let state = try r.code(CredentialState.self)
      let expireTime = try r.optionalInstant()
      return FoundAPIKey(
        id: id, secretMAC: try r.bytes(), expireTime: expireTime, isRevoked: state == .revoked,
        principal: principal)
    }
  }

  /// The certificate with this fingerprint that was issued for this URI.
  package static func certificate(
    uri: String, fingerprint: String, _ pool: Pool
  ) async throws(TransactionError) -> FoundCertificate? {
    try await pool.read([Query(certificates, .text(uri), .text(fingerprint))]) { results in
      guard results[0].rowCount == 1, let row = results[0].first else { return nil }
      var r = RowReader(row)
      let principal = try r.principal()
      let id = try r.id(Certificate.self)
      let state = try r.code(CredentialState.self)
      return FoundCertificate(
        id: id, expireTime: try r.optionalInstant(), isRevoked: state == .revoked,
        principal: principal)
    }
  }
}

extension RowReader {
  fileprivate mutating func principal() throws(DecodeError) -> FoundPrincipal {
    let seller = try id(Seller.self)
    let id = try id(Principal.self)
    let kind = try code(Principal.Kind.self)
    let state = try code(Principal.State.self)
    let displayName = try text()
    let roles = try array(of: String.self)
    let customers = try array(of: UUIDBytes.self).map { ID<Customer>($0) }
    var principal = Principal(
      id: id, kind: kind, displayName: displayName, roles: roles, customers: customers,
      authority: (try json() ?? .null).authority, at: Instant(microseconds: 0))
    principal.state = state
    return FoundPrincipal(seller: seller, principal: principal)
  }
}
