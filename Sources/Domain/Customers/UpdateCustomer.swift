/// Changes the fields named of a customer. Documents keep what they were issued with.
///
/// Checks, in this order: the customer is there, its version, its state, fields that do not change, the
/// external id.
package struct UpdateCustomer: Command {
  package let customer: ID<Customer>
  package let expectedVersion: Int64?
  package let fields: CustomerFields

  package init(customer: ID<Customer>, expectedVersion: Int64? = nil, fields: CustomerFields) {
    self.customer = customer
    self.expectedVersion = expectedVersion
    self.fields = fields
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    if case .some(.some(let number)) = fields.externalID {
      needs.customerExternalIDs.insert(number)
    }
    needs.customers.formUnion(fields.relatives.map(\.id))
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    let before = try books.customer(customer, for: context)
    try requireVersion(expectedVersion, of: before)
    guard before.state != .anonymized else {
      throw .transition(
        "customers/\(before.id)", from: before.state.rawValue, requested: "UpdateCustomer",
        allowed: [Customer.State.active, .blocked].map(\.rawValue))
    }
    var faults = Faults()
    if let currency = fields.currency, currency != before.currency {
      faults.add(
        "customer.currency_code", .fieldImmutable,
        "The account is kept in \(before.currency) for good.")
    }
    if let name = fields.displayName, name.isEmpty {
      faults.add("customer.display_name", .fieldRequired, "A customer has a name.")
    }
    fields.checkRelatives(
      of: before.id, currency: before.currency, on: books, in: context, &faults)
    try faults.check()
    if case .some(.some(let number)) = fields.externalID, number != before.externalID {
      try books.requireFree(customerExternalID: number)
    }
    var after = before
    fields.apply(to: &after)
    after.settle(at: context.now)
    guard after != before else { return before }
    after.updateTime = context.now
    books.put(after)
    let current = books.customers[after.id] ?? after
    books.record(
      .customerUpdated, ResourceRef(.customer, after.id), version: current.version,
      customer: after.id, in: context
    ) { $0.changes(from: before, to: after, versions: before.version...current.version) }
    return current
  }
}
