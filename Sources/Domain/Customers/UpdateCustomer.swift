/// Changes the fields named of a customer. Documents keep what they were issued with.
///
/// Checks, in this order: the customer is there, its version, fields that do not change, the
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
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    let before = try books.customer(customer, for: context)
    try requireVersion(expectedVersion, of: before)
    var faults = Faults()
    if let currency = fields.currency, currency != before.currency {
      faults.add(
        "customer.currency_code", .fieldImmutable,
        "The account is kept in \(before.currency) for good.")
    }
    if let name = fields.displayName, name.isEmpty {
      faults.add("customer.display_name", .fieldRequired, "A customer has a name.")
    }
    try faults.check()
    if case .some(.some(let number)) = fields.externalID, number != before.externalID {
      try books.requireFree(customerExternalID: number)
    }
    var after = before
    fields.apply(to: &after)
    guard after != before else { return before }
    after.updateTime = context.now
    books.put(after)
    let current = books.customers[after.id] ?? after
    books.record(
      .customerUpdated, ResourceRef(.customer, after.id), version: current.version,
      customer: after.id, in: context
    ) { data in
      data.change("display_name", before.displayName, after.displayName)
      data.change("external_id", before.externalID ?? "", after.externalID ?? "")
      data.change("legal_name", before.party.legalName, after.party.legalName)
      data.change(
        "payment_terms", before.paymentTerms.description, after.paymentTerms.description)
      data.change("price_group", before.priceGroup ?? "", after.priceGroup ?? "")
      data.change("tax_treatment", before.taxTreatment, after.taxTreatment)
      data.member("address_changed", before.party.address != after.party.address)
      data.member("ship_to_changed", before.shipTo != after.shipTo)
    }
    return current
  }
}

extension JSONText {
  /// A field before and after, when it changed.
  mutating func change(_ name: StaticString, _ before: String, _ after: String) {
    guard before != after else { return }
    member(name, each: CollectionOfOne((before, after))) { pair, object in
      object.member("before", pair.0)
      object.member("after", pair.1)
    }
  }
}
