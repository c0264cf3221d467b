package import Domain
package import Postgres

/// Something in the books that is not as it must be.
package struct Finding: Sendable, Hashable {
  /// The check that failed, `I-20`.
  package var check: String
  /// What must hold and does not.
  package var description: String
  /// What shows it, at most 100: names, or texts where there is no name.
  package var rows: [String]
}

/// Checks the books against the invariants and the chain of events, all in one snapshot; writes
/// nothing. The same statements judge in tests.
package struct VerifyBooks: ReadQuery {
  /// The chain of hashes, which is followed and not asked for in one statement.
  package static let chain = "I-62"
  /// Every check that there is.
  package static let checks = Invariant.all.map(\.name) + [chain]

  /// Empty is all. A name that no check has is passed over.
  package let wanted: Set<String>

  package init(checks: Set<String> = []) { wanted = checks }

  /// The checks that it runs, in their order.
  package var checks: [String] {
    Self.checks.filter { wanted.isEmpty || wanted.contains($0) }
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> [Finding] {
    guard case .all = scope else { return [] }
    var findings: [Finding] = []
    _ = try transaction.execute(Query(Invariant.wholeTables, .text("off")))
    for invariant in Invariant.all where checks.contains(invariant.name) {
      let rows = try transaction.execute(Query(invariant.statement, .id(seller)))
      if rows.isEmpty { continue }
      findings.append(
        Finding(
          check: invariant.name, description: invariant.description,
          rows: try rows.map { try Self.name($0) }))
    }
    if checks.contains(Self.chain) {
      _ = try transaction.execute(Query(Invariant.wholeTables, .text("on")))
      let result = try ChainCheck().answer(in: &transaction, of: seller, for: scope)
      if let fault = result.fault {
        findings.append(
          Finding(
            check: Self.chain, description: "The hash chain verifies from its first event on.",
            rows: ["events/\(fault.event) \(fault.kind.rawValue) at position \(fault.position)"]))
      }
    }
    return findings
  }

  private static func name(_ row: Row) throws(DecodeError) -> String {
    let kind = try row.text(0)
    let id = try row.optionalUUID(1).map { "\(kind)/\(ID<AnyResource>($0))" } ?? kind
    return try row.optionalText(2).map { "\(id) \($0)" } ?? id
  }
}
