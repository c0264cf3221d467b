/// Ends the block of a customer.
///
/// Checks, in this order: the customer is there, its version, its state.
package struct UnblockCustomer: Command {
  package let customer: ID<Customer>
  package let expectedVersion: Int64?
  package let note: String

  package init(customer: ID<Customer>, expectedVersion: Int64? = nil, note: String = "") {
    self.customer = customer
    self.expectedVersion = expectedVersion
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
    guard before.state == .blocked, before.mergedInto == nil else {
      throw .transition(
        "customers/\(before.id)", from: before.state.rawValue, requested: "UnblockCustomer",
        allowed: [Customer.State.blocked.rawValue])
    }
    var after = before
    after.state = .active
    after.block = nil
    after.updateTime = context.now
    books.put(after)
    let current = books.customers[after.id] ?? after
    books.record(
      .customerUnblocked, ResourceRef(.customer, after.id), version: current.version,
      customer: after.id, in: context
    ) {
      $0.member("before", (before.block?.scope ?? .all).rawValue)
      $0.member("after", "")
      $0.member("note", note.isEmpty ? nil : note)
    }
    return current
  }
}
