/// Blocks a customer for orders, shipments or both. A blocked one may be blocked again, with another
/// scope or reason.
///
/// Checks, in this order: the customer is there, its version, its state.
package struct BlockCustomer: Command {
  package let customer: ID<Customer>
  package let expectedVersion: Int64?
  package let scope: Customer.Block.Scope
  package let reason: String
  package let note: String

  package init(
    customer: ID<Customer>, expectedVersion: Int64? = nil, scope: Customer.Block.Scope,
    reason: String, note: String = ""
  ) {
    self.customer = customer
    self.expectedVersion = expectedVersion
    self.scope = scope
    self.reason = reason
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    let before = try books.customer(customer, for: context)
    try requireVersion(expectedVersion, of: before)
    guard before.state != .anonymized, before.mergedInto == nil else {
      throw .transition(
        "customers/\(before.id)", from: before.state.rawValue, requested: "BlockCustomer",
        allowed: [Customer.State.active, .blocked].map(\.rawValue))
    }
    if before.state == .blocked, before.block?.scope == scope, before.block?.reason == reason {
      return before
    }
    var after = before
    after.state = .blocked
    after.block = .init(scope: scope, reason: reason, since: context.now)
    after.updateTime = context.now
    books.put(after)
    let current = books.customers[after.id] ?? after
    books.record(
      .customerBlocked, ResourceRef(.customer, after.id), version: current.version,
      customer: after.id, in: context
    ) {
      $0.member("before", before.state == .blocked ? (before.block?.scope ?? .all).rawValue : "")
      $0.member("after", scope.rawValue)
      $0.member("reason", reason)
      $0.member("note", note.isEmpty ? nil : note)
    }
    return current
  }
}
