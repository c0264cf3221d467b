import Domain
import OrderToCashAPI

extension O2c_V1_Customer {
  init(_ customer: Customer, view: O2c_V1_View.Level = .full) {
    self.init()
    name = Names.customer.name(customer.id)
    displayName = customer.displayName
    externalID = customer.externalID ?? ""
    state = .init(customer.state)
    party = .init(customer.party)
    if view != .basic {
      shipTo = customer.shipTo.map { .init($0) }
      contacts = customer.contacts.map { .init($0) }
    }
    currencyCode = customer.currency.code
    languageCode = customer.languageCode
    paymentTerms = customer.paymentTerms.description
    priceGroup = customer.priceGroup ?? ""
    taxTreatment = customer.taxTreatment
    buyerReference = customer.buyerReference
    addGovernance(of: customer)
    createTime = .init(customer.createTime)
    updateTime = .init(customer.updateTime)
    etag = Etag.text(for: customer.version)
    annotations = customer.annotations
  }
}

extension O2c_V1_Contact {
  init(_ contact: Customer.Contact) {
    self.init()
    role = contact.role
    name = contact.name
    email = contact.email
    phone = contact.phone
  }
}

extension Customer.Contact {
  init(_ message: O2c_V1_Contact) {
    self.init(
      role: message.role, name: message.name, email: message.email, phone: message.phone)
  }
}

extension CustomerFields {
  /// Reads the fields that the mask names; all others stay as they are.
  init(_ customer: O2c_V1_Customer, _ mask: UpdateMask, _ shape: inout Shape) {
    self.init()
    let path = "customer"
    if mask.changes("display_name", isPopulated: !customer.displayName.isEmpty) {
      displayName = customer.displayName
    }
    if mask.changes("external_id", isPopulated: !customer.externalID.isEmpty) {
      externalID = .some(customer.externalID.isEmpty ? nil : customer.externalID)
    }
    if mask.changes("party", isPopulated: customer.hasParty) {
      shape.require(customer.hasParty, "\(path).party")
      party = Party(customer.party)
    }
    if mask.changes("ship_to", isPopulated: !customer.shipTo.isEmpty) {
      shipTo = customer.shipTo.map { Address($0) }
    }
    if mask.changes("contacts", isPopulated: !customer.contacts.isEmpty) {
      contacts = customer.contacts.map { Customer.Contact($0) }
    }
    currency = shape.optionalCurrency(customer.currencyCode, "\(path).currency_code")
    if mask.changes("language_code", isPopulated: !customer.languageCode.isEmpty) {
      languageCode = customer.languageCode
    }
    if mask.changes("payment_terms", isPopulated: !customer.paymentTerms.isEmpty) {
      shape.require(!customer.paymentTerms.isEmpty, "\(path).payment_terms")
      paymentTerms = shape.terms(customer.paymentTerms, "\(path).payment_terms")
    }
    if mask.changes("price_group", isPopulated: !customer.priceGroup.isEmpty) {
      priceGroup = .some(customer.priceGroup.isEmpty ? nil : customer.priceGroup)
    }
    if mask.changes("tax_treatment", isPopulated: !customer.taxTreatment.isEmpty) {
      taxTreatment = customer.taxTreatment
    }
    if mask.changes("buyer_reference", isPopulated: !customer.buyerReference.isEmpty) {
      buyerReference = customer.buyerReference
    }
    readGovernance(customer, mask, &shape)
    if mask.changes("annotations", isPopulated: !customer.annotations.isEmpty) {
      annotations = customer.annotations
    }
  }
}
