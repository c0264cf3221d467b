package import Domain

/// Where credentials are looked up. The closures go to the database; errors that they throw are
/// answered as DATABASE_UNAVAILABLE, never as a wrong credential.
package struct CallerDirectory: Sendable {
  /// The API key with this public id; nil when there is none.
  package var apiKey: @Sendable (_ keyID: String) async throws -> StoredAPIKey?
  /// The certificate with this fingerprint (SHA-256 of its DER, lower-case hex) and the principal
  /// that its URI names; nil when the principal or the certificate is not known.
  package var certificate:
    @Sendable (_ uri: String, _ fingerprint: String) async throws -> StoredCertificate?

  package init(
    apiKey: @escaping @Sendable (String) async throws -> StoredAPIKey?,
    certificate: @escaping @Sendable (String, String) async throws -> StoredCertificate?
  ) {
    self.apiKey = apiKey
    self.certificate = certificate
  }
}

/// A principal as the books know it.
package struct StoredPrincipal: Sendable, Hashable {
  package var id: ID<Principal>
  package var kind: Principal.Kind
  package var displayName: String
  package var roles: [String]
  package var sellers: [ID<Seller>]
  /// Nil unless a partner.
  package var customers: Set<ID<Customer>>?
  package var authority: [String: Int64]
  package var isSuspended: Bool

  package init(
    id: ID<Principal>, kind: Principal.Kind, displayName: String = "",
    roles: [String], sellers: [ID<Seller>], customers: Set<ID<Customer>>? = nil,
    authority: [String: Int64] = [:], isSuspended: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.displayName = displayName
    self.roles = roles
    self.sellers = sellers
    self.customers = customers
    self.authority = authority
    self.isSuspended = isSuspended
  }
}

package struct StoredAPIKey: Sendable, Hashable {
  package var keyID: String
  /// HMAC-SHA-256 of the secret under the pepper: 32 bytes.
  package var secretMAC: [UInt8]
  package var expireTime: Instant?
  package var isRevoked: Bool
  package var principal: StoredPrincipal

  package init(
    keyID: String, secretMAC: [UInt8], expireTime: Instant? = nil, isRevoked: Bool = false,
    principal: StoredPrincipal
  ) {
    self.keyID = keyID
    self.secretMAC = secretMAC
    self.expireTime = expireTime
    self.isRevoked = isRevoked
    self.principal = principal
  }
}

package struct StoredCertificate: Sendable, Hashable {
  package var isRevoked: Bool
  package var principal: StoredPrincipal

  package init(isRevoked: Bool = false, principal: StoredPrincipal) {
    self.isRevoked = isRevoked
    self.principal = principal
  }
}
