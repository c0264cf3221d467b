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
    needs.customers.formUnion(fields.relatives.map(\.id))
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Customer {
    var faults = Faults()
    if (fields.displayName ?? "").isEmpty {
      faults.add("customer.display_name", .fieldRequired, "A customer has a name.")
    }
    fields.checkRelatives(
      of: nil, currency: fields.currency ?? books.seller.currency, on: books, in: context, &faults)
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
    customer.settle(at: context.now)
    books.put(customer)
    books.put(CreditAccount(customer: customer.id, currency: customer.currency, at: context.now))
    books.record(
      .customerCreated, ResourceRef(.customer, customer.id), version: 1, customer: customer.id,
      in: context
    ) {
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
  package var billTo: ID<Customer>??
  package var payer: ID<Customer>??
  package var parent: ID<Customer>??
  package var vatCheck: Customer.VATCheck??
  package var accountManager: String?
  package var paymentMeansCode: String?
  package var invoiceDelivery: Customer.InvoiceDelivery??
  package var invoiceRules: Customer.InvoiceRules??
  package var overShipment: Percent??
  package var underShipment: Percent??
  package var annotations: [String: String]?

  package init() {}

  func apply(to customer: inout Customer) {
    if let displayName { customer.displayName = displayName }
    if let externalID { customer.externalID = externalID }
    if let party {
      if party.vatID != customer.party.vatID { customer.vatCheck = nil }
      customer.party = party
    }
    if let shipTo { customer.shipTo = shipTo }
    if let contacts { customer.contacts = contacts }
    if let languageCode { customer.languageCode = languageCode }
    if let paymentTerms { customer.paymentTerms = paymentTerms }
    if let priceGroup { customer.priceGroup = priceGroup }
    if let taxTreatment { customer.taxTreatment = taxTreatment }
    if let buyerReference { customer.buyerReference = buyerReference }
    if let billTo { customer.billTo = billTo }
    if let payer { customer.payer = payer }
    if let parent { customer.parent = parent }
    if let vatCheck { customer.vatCheck = vatCheck }
    if let accountManager { customer.accountManager = accountManager }
    if let paymentMeansCode { customer.paymentMeansCode = paymentMeansCode }
    if let invoiceDelivery { customer.invoiceDelivery = invoiceDelivery }
    if let invoiceRules { customer.invoiceRules = invoiceRules }
    if let overShipment { customer.overShipment = overShipment }
    if let underShipment { customer.underShipment = underShipment }
    if let annotations { customer.annotations = annotations }
  }
}

extension CustomerFields {
  /// The other customers that the fields name, with their paths.
  var relatives: [(path: String, id: ID<Customer>)] {
    var relatives: [(path: String, id: ID<Customer>)] = []
    if case .some(.some(let id)) = billTo { relatives.append(("customer.bill_to", id)) }
    if case .some(.some(let id)) = payer { relatives.append(("customer.payer", id)) }
    if case .some(.some(let id)) = parent { relatives.append(("customer.parent", id)) }
    return relatives
  }

  /// Who is invoiced, pays or stands above is there, in the same currency, and is not the customer
  /// itself; chains of parents end.
  func checkRelatives(
    of customer: ID<Customer>?, currency: Currency, on books: Books, in context: Context,
    _ faults: inout Faults
  ) {
    for (path, id) in relatives {
      guard let other = books.customers[id], context.caller.sees(id) else {
        faults.add(path, .referenceNotFound, "There is no such customer.")
        continue
      }
      books.check(other, of: currency, at: path, &faults)
      if id == customer
        || (path == "customer.parent" && other.parent == customer && customer != nil)
      {
        faults.add(path, .fieldInvalid, "A customer does not stand above itself.")
      }
    }
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
