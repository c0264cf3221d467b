/// Stops a principal: none of its credentials is accepted any more.
///
/// Checks, in this order: it is there, its version, its state, that an active admin is left.
package struct SuspendPrincipal: Command {
  package let principal: ID<Principal>
  package let expectedVersion: Int64?
  package let reason: String
  package let note: String

  package init(
    principal: ID<Principal>, expectedVersion: Int64? = nil, reason: String, note: String = ""
  ) {
    self.principal = principal
    self.expectedVersion = expectedVersion
    self.reason = reason
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.principals.insert(principal)
    needs.allPrincipals = true
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Principal {
    guard var principal = books.principals[principal] else {
      throw .notFound("principals/\(principal)")
    }
    try requireVersion(expectedVersion, of: principal)
    guard principal.state == .active else {
      throw .transition(
        "principals/\(principal.id)", from: principal.state.rawValue,
        requested: "SuspendPrincipal", allowed: [Principal.State.active.rawValue])
    }
    let others = books.principals.rows.contains {
      $0.kind == .admin && $0.state == .active && $0.id != principal.id
    }
    if principal.kind == .admin, !others {
      throw Rejection(
        .resourceInUse, "This is the last active admin: create another one first.",
        metadata: ["resource": "principals/\(principal.id)", "usedBy": "the last admin"])
    }
    principal.state = .suspended
    principal.updateTime = context.now
    books.put(principal)
    let current = books.principals[principal.id] ?? principal
    books.record(
      .principalSuspended, ResourceRef(.principal, principal.id), version: current.version,
      in: context
    ) {
      $0.member("reason", reason)
      $0.member("note", note)
    }
    return current
  }
}
