package import Domain

/// Who is at the other end of a call, once its credential was checked. Made once for each look-up
/// and shared by the calls that follow.
package final class AuthenticatedCaller: Sendable {
  package let principal: ID<Principal>
  package let kind: Principal.Kind
  package let displayName: String
  package let roles: [String]
  /// The sellers for whom it may act; a partner has exactly one.
  package let sellers: [ID<Seller>]
  /// The caller as the core knows it: scope, permissions (those of all roles), authority.
  package let domainCaller: Caller
  /// The key id of an API key, or the start of a certificate's fingerprint: for the log.
  package let credentialID: String

  package init(_ principal: StoredPrincipal, credentialID: String) {
    self.principal = principal.id
    kind = principal.kind
    displayName = principal.displayName
    roles = principal.roles
    sellers = principal.sellers
    domainCaller = Caller(
      principal: principal.id, scope: principal.customers.map { .customers($0) } ?? .all,
      permissions: Roles.permissions(of: principal.roles), authority: principal.authority)
    self.credentialID = credentialID
  }

  package var permissions: Set<String> { domainCaller.permissions }

  package func may(_ permission: String) -> Bool { domainCaller.permissions.contains(permission) }
}
