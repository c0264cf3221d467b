/// Someone who may call: an internal service, a person who administers, or a partner's system.
package struct Principal: Aggregate {
  package var id: ID<Principal>
  package var version: Int64 = 0
  package var kind: Kind
  package var displayName: String
  package var roles: [String]
  /// A partner's customers; it sees no others. Empty for the other kinds.
  package var customers: [ID<Customer>]
  /// Amount in minor units of the seller's currency per permission; none means no bound.
  package var authority: [String: Int64]
  package var state: State = .active
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Principal> { id }

  package enum Kind: String, CaseIterable, Sendable {
    case service = "SERVICE"
    case admin = "ADMIN"
    case partner = "PARTNER"
  }

  package enum State: String, CaseIterable, Sendable {
    /// Can move to suspended.
    case active = "ACTIVE"
    /// No credential of it is accepted.
    case suspended = "SUSPENDED"
  }

  package init(
    id: ID<Principal>, kind: Kind, displayName: String, roles: [String],
    customers: [ID<Customer>], authority: [String: Int64], at now: Instant
  ) {
    self.id = id
    self.kind = kind
    self.displayName = displayName
    self.roles = roles
    self.customers = customers
    self.authority = authority
    createTime = now
    updateTime = now
  }
}

package enum CredentialState: String, CaseIterable, Sendable {
  /// Can move to revoked.
  case active = "ACTIVE"
  /// Final.
  case revoked = "REVOKED"
}

/// A partner's key: the secret itself is never stored, only its keyed hash.
package struct APIKey: Aggregate {
  package var id: ID<APIKey>
  package var version: Int64 = 0
  package var principal: ID<Principal>
  /// The public part, which finds the row.
  package var keyID: String
  /// HMAC-SHA-256 of the secret under a pepper kept outside the database.
  package var secretMAC: [UInt8]
  package var lastFour: String
  package var expireTime: Instant?
  package var revokeTime: Instant?
  package var state: CredentialState = .active
  package var createTime: Instant

  package var key: ID<APIKey> { id }

  package init(
    id: ID<APIKey>, principal: ID<Principal>, keyID: String, secretMAC: [UInt8], lastFour: String,
    expireTime: Instant?, at now: Instant
  ) {
    self.id = id
    self.principal = principal
    self.keyID = keyID
    self.secretMAC = secretMAC
    self.lastFour = lastFour
    self.expireTime = expireTime
    createTime = now
  }
}

/// A client certificate that was issued to a principal; the caller is the URI in its SAN.
package struct Certificate: Aggregate {
  package var id: ID<Certificate>
  package var version: Int64 = 0
  /// Nil for a foreign certificate that only stands on the deny-list.
  package var principal: ID<Principal>?
  package var uri: String
  /// SHA-256 of the DER bytes, hexadecimal.
  package var fingerprint: String
  package var expireTime: Instant?
  package var revokeTime: Instant?
  package var state: CredentialState = .active
  package var createTime: Instant

  package var key: ID<Certificate> { id }

  package init(
    id: ID<Certificate>, principal: ID<Principal>?, uri: String, fingerprint: String,
    expireTime: Instant?, at now: Instant
  ) {
    self.id = id
    self.principal = principal
    self.uri = uri
    self.fingerprint = fingerprint
    self.expireTime = expireTime
    createTime = now
  }
}
