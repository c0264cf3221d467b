/// Adds a customer together with its credit account, whose limit is 0 until it is set.
///
/// Checks: the external id is free.
package struct CreateCustomer: Command {
  package let fields: CustomerFields

  package init(_ fields: CustomerFields) { self.fields = fields }

  package var needs: Needs {
    var needs = Needs()
    if case .some(.some(let number)) = fields.externalID {
      needs.customerExternalIDs.insert(number)
    }
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    var faults = Faults()
    if (fields.displayName ?? "").isEmpty {
      faults.add("customer.display_name", .fieldRequired, "A customer has a name.")
    }
    try faults.check()
    if case .some(.some(let number)) = fields.externalID {
      try books.requireFree(customerExternalID: number)
    }
    guard case .all = context.caller.scope else {
      throw Rejection(
        .permissionMissing, "Partners do not create customers.",
        metadata: ["permission": "customers.write"])
    }
    let seller = books.seller
    var customer = Customer(
      id: books.makeID(in: context), displayName: fields.displayName ?? "",
      party: fields.party ?? Party(legalName: fields.displayName ?? ""),
      currency: fields.currency ?? seller.currency,
      paymentTerms: fields.paymentTerms ?? seller.paymentTerms, at: context.now)
    fields.apply(to: &customer)
    books.put(customer)
    books.put(CreditAccount(customer: customer.id, currency: customer.currency, at: context.now))
    books.record(
      .customerCreated, ResourceRef(.customer, customer.id), version: 1, customer: customer.id,
      in: context
    ) {
      $0.member("display_name", customer.displayName)
      $0.member("external_id", customer.externalID)
      $0.member("currency", customer.currency.code)
      $0.member("payment_terms", customer.paymentTerms.description)
    }
    return books.customers[customer.id] ?? customer
  }
}

/// The fields of a customer that a caller sets; nil leaves a field as it is.
package struct CustomerFields: Sendable {
  package var displayName: String?
  package var externalID: String??
  package var party: Party?
  package var shipTo: [Address]?
  package var contacts: [Customer.Contact]?
  package var currency: Currency?
  package var languageCode: String?
  package var paymentTerms: PaymentTerms?
  package var priceGroup: String??
  package var taxTreatment: String?
  package var buyerReference: String?
  package var annotations: [String: String]?

  package init() {}

  func apply(to customer: inout Customer) {
    if let displayName { customer.displayName = displayName }
    if let externalID { customer.externalID = externalID }
    if let party { customer.party = party }
    if let shipTo { customer.shipTo = shipTo }
    if let contacts { customer.contacts = contacts }
    if let languageCode { customer.languageCode = languageCode }
    if let paymentTerms { customer.paymentTerms = paymentTerms }
    if let priceGroup { customer.priceGroup = priceGroup }
    if let taxTreatment { customer.taxTreatment = taxTreatment }
    if let buyerReference { customer.buyerReference = buyerReference }
    if let annotations { customer.annotations = annotations }
  }
}

extension Books {
  func requireFree(customerExternalID number: String) throws(Rejection) {
    guard let existing = customer(externalID: number) else { return }
    throw Rejection(
      .externalIDExists, "A customer with external_id \"\(number)\" exists already.",
      metadata: ["existing": "customers/\(existing.id)", "externalId": number])
  }
}
