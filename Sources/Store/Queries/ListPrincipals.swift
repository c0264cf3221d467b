package import Domain
package import Postgres

/// A principal with its credentials.
package struct PrincipalStanding: Sendable, Equatable {
  package var principal: Principal
  /// By creation; empty unless all of it was asked for.
  package var apiKeys: [APIKey]
  package var certificates: [Certificate]
}

package struct ListPrincipals: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<PrincipalStanding> {
    let page = try transaction.execute(
      try PrincipalTable.list.query(request, of: seller, for: scope))
    var keys: [ID<Principal>: [APIKey]] = [:]
    var certificates: [ID<Principal>: [Certificate]] = [:]
    if request.isFull {
      let ids = try page.prefix(request.size).map { ID<Principal>(try $0.uuid(0)) }
      let results = try transaction.pipeline([
        Query(Self.keys, .id(seller), .ids(ids)), Query(Self.certificates, .id(seller), .ids(ids)),
      ])
      for row in results[0] {
        let key = try APIKeyTable.read(row)
        keys[key.principal, default: []].append(key)
      }
      for row in results[1] {
        let certificate = try CertificateTable.read(row)
        guard let principal = certificate.principal else { continue }
        certificates[principal, default: []].append(certificate)
      }
    }
    return try page.listing(request, columns: 10) { row in
      let principal = try PrincipalTable.read(row)
      return PrincipalStanding(
        principal: principal, apiKeys: keys[principal.id] ?? [],
        certificates: certificates[principal.id] ?? [])
    }
  }

  private static let keys = Statement(
    "SELECT ", APIKeyTable.columns,
    " FROM api_keys WHERE seller_id = $1 AND principal_id = ANY($2) ORDER BY api_key_id")
  private static let certificates = Statement(
    "SELECT ", CertificateTable.columns,
    " FROM certificates WHERE seller_id = $1 AND principal_id = ANY($2) ORDER BY certificate_id")
}

extension PrincipalTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["principals"]), "principal_id"), customer: nil,
      fields: [
        Field("name", .name(["principals"]), "principal_id"),
        Field("kind", .code(Principal.Kind.allCases.map(\.rawValue)), "kind"),
        Field("display_name", .text, "display_name", sortable: true),
        Field("state", .code(Principal.State.allCases.map(\.rawValue)), "state"),
        Field("create_time", .time, "create_time", sortable: true),
      ]), columns: Fragment(columns: columns), source: "principals")
}
