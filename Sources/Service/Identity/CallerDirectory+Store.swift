package import Postgres
import Domain
import Store

extension CallerDirectory {
  /// Looks credentials up in the database, before the seller is known.
  package init(asking pool: Pool) {
    self.init(
      apiKey: { keyID in
        try await CallerLookup.apiKey(keyID, pool).map { found in
          StoredAPIKey(
            keyID: keyID, secretMAC: found.secretMAC, expireTime: found.expireTime,
            isRevoked: found.isRevoked, principal: StoredPrincipal(found.principal))
        }
      },
      certificate: { uri, fingerprint in
        try await CallerLookup.certificate(uri: uri, fingerprint: fingerprint, pool).map { found in
          StoredCertificate(
            isRevoked: found.isRevoked, principal: StoredPrincipal(found.principal))
        }
      })
  }
}

extension StoredPrincipal {
  init(_ found: FoundPrincipal) {
    self.init(
      id: found.principal.id, kind: found.principal.kind,
      displayName: found.principal.displayName, roles: found.principal.roles,
      sellers: [found.seller],
      customers: found.principal.kind == .partner ? Set(found.principal.customers) : nil,
      authority: found.principal.authority,
      isSuspended: found.principal.state == .suspended)
  }
}
