/// Clears the person of a customer and keeps the books: names, ids, addresses, contacts and texts go,
/// issued documents stay as the law wants them.
///
/// Checks, in this order: the customer is there, its version, its state, that nothing is open and no
/// other is invoiced to it or paid by it.
package struct AnonymizeCustomer: Command {
  package let customer: ID<Customer>
  package let expectedVersion: Int64?
  package let reason: String
  /// Drafts and orders that are not final, its own and those that it owes or pays; found by a read
  /// beforehand.
  package let openOrders: [ID<Order>]

  package init(
    customer: ID<Customer>, expectedVersion: Int64? = nil, reason: String,
    openOrders: [ID<Order>] = []
  ) {
    self.customer = customer
    self.expectedVersion = expectedVersion
    self.reason = reason
    self.openOrders = openOrders
  }

  package var needs: Needs {
    var needs = Needs()
    needs.customers.insert(customer)
    needs.dependentsOf.insert(customer)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    let before = try books.customer(customer, for: context)
    try requireVersion(expectedVersion, of: before)
    guard before.state != .anonymized else {
      throw .transition(
        "customers/\(before.id)", from: before.state.rawValue, requested: "AnonymizeCustomer",
        allowed: [Customer.State.active, .blocked].map(\.rawValue))
    }
    try nothingIsOpen(on: books)
    var after = Customer(
      id: before.id, displayName: "Anonymized \(before.id)", party: Party(legalName: ""),
      currency: before.currency, paymentTerms: before.paymentTerms, at: before.createTime)
    after.version = before.version
    // The country decides on tax and says nothing of the person.
    after.party.address.countryCode = before.party.address.countryCode
    after.state = .anonymized
    after.externalID = before.externalID
    after.languageCode = before.languageCode
    after.priceGroup = before.priceGroup
    after.taxTreatment = before.taxTreatment
    after.billTo = before.billTo
    after.payer = before.payer
    after.parent = before.parent
    after.mergedInto = before.mergedInto
    after.invoiceRules = before.invoiceRules
    after.overShipment = before.overShipment
    after.underShipment = before.underShipment
    after.updateTime = context.now
    books.put(after)
    let current = books.customers[after.id] ?? after
    books.record(
      .customerAnonymized, ResourceRef(.customer, after.id), version: current.version,
      customer: after.id, in: context
    ) {
      $0.member("before", before.state.rawValue)
      $0.member("after", after.state.rawValue)
      $0.member("reason", reason)
    }
    return current
  }

  private func nothingIsOpen(on books: Books) throws(Rejection) {
    let account = books.creditAccount(of: customer)
    var uses: [String] = openOrders.map { "orders/\($0)" }
    if account.openOrders != 0 || account.unbilledShipments != 0 { uses.append("open orders") }
    if account.openItems != 0 { uses.append("open items") }
    if account.unappliedCash != 0 { uses.append("unapplied payments") }
    for other in books.customers.rows.sorted(by: { $0.id < $1.id }) where !other.isGone {
      if other.billTo == customer || other.payer == customer {
        uses.append("customers/\(other.id)")
      }
    }
    guard !uses.isEmpty else { return }
    throw Rejection(
      .resourceInUse, "Something of customers/\(customer) is open still.",
      metadata: ["resource": "customers/\(customer)", "usedBy": uses.joined(separator: ",")])
  }
}
