package import Domain
package import Postgres

/// A version of a rule set with its state on the day.
package struct PolicyStanding: Sendable, Equatable {
  package var policy: Policy
  package var state: Policy.State
}

package struct ListPolicies: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<PolicyStanding> {
    let query = try PolicyTable.list(on: request.today).query(request, of: seller, for: scope)
    let listing = try transaction.execute(query).listing(
      request, columns: PolicyTable.columnCount
    ) { try PolicyTable.read($0) }
    let granted = try transaction.execute(
      Query(LoadStatements.policiesGranted, .id(seller))
    ).map { try PolicyTable.read($0) }
    let standings = listing.rows.map { policy in
      let current = granted.inForce(policy.kind, on: request.today)?.number
      return PolicyStanding(
        policy: policy, state: policy.state(on: request.today, current: current))
    }
    return Listing(rows: standings, keys: listing.keys, hasMore: listing.hasMore)
  }
}

/// The versions that were granted, without their test cases.
package struct GrantedPolicies: ReadQuery {
  package init() {}

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> [Policy] {
    try transaction.execute(Query(LoadStatements.policiesGranted, .id(seller))).map {
      try PolicyTable.read($0)
    }
  }
}

package struct GetPolicy: ReadQuery {
  package let policy: ID<Policy>

  package init(_ policy: ID<Policy>) { self.policy = policy }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Policy? {
    guard case .all = scope else { return nil }
    return try transaction.execute(
      Query(Self.selection, .id(seller), .uuid(policy.uuid))
    ).first.map { try PolicyTable.read($0) }
  }

  private static let selection = Statement(
    "SELECT ", PolicyTable.columns, " FROM policies WHERE seller_id = $1 AND policy_id = $2")
}

extension PolicyTable {
  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  /// The state follows from what was decided and the day.
  static func list(on day: CalendarDay) -> ListStatement {
    let state: Fragment = """
      (CASE WHEN decision = 'REJECTED' THEN 'REJECTED'
        WHEN decision = 'PROPOSED' OR valid_from_date > \(bind: day.date) THEN 'PROPOSED'
        WHEN EXISTS (SELECT 1 FROM policies later WHERE later.seller_id = policies.seller_id
          AND later.kind = policies.kind AND later.decision = 'GRANTED'
          AND later.valid_from_date <= \(bind: day.date)
          AND (later.valid_from_date, later.number) > (policies.valid_from_date, policies.number))
          THEN 'SUPERSEDED' ELSE 'ACTIVE' END)
      """
    return ListStatement(
      ResourceTable(
        key: Field("name", .name(["policies"]), "policy_id"), customer: nil,
        fields: [
          Field("name", .name(["policies"]), "policy_id"),
          Field("kind", .code(Policy.Kind.allCases.map(\.rawValue)), "kind", sortable: true),
          Field("version", .number, "number", sortable: true, filterable: false),
          Field("state", .code(Policy.State.allCases.map(\.rawValue)), state),
          Field("valid_from_date", .date, "valid_from_date", sortable: true),
        ], defaultOrder: [OrderTerm("kind"), OrderTerm("version", descending: true)]),
      columns: Fragment(columns: columns), source: "policies")
  }
}
