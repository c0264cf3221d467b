/// Who buys, gets the goods, and owes the money.
package struct Customer: Aggregate {
  package var id: ID<Customer>
  package var version: Int64 = 0
  package var displayName: String
  /// The caller's own number; unique per seller, for ever.
  package var externalID: String?
  package var party: Party
  /// Named delivery addresses; the first is the default.
  package var shipTo: [Address] = []
  package var contacts: [Contact] = []
  package var state: State = .active
  package var currency: Currency
  /// BCP 47.
  package var languageCode: String = ""
  package var paymentTerms: PaymentTerms
  package var priceGroup: String?
  /// Which tax rules apply beside the general ones; empty is the ordinary treatment.
  package var taxTreatment: String = ""
  package var buyerReference: String = ""
  /// Who is invoiced for its orders and owes them; nil is the customer itself. It ends there: whom that
  /// one's own orders are invoiced to does not matter.
  package var billTo: ID<Customer>?
  /// Who is expected to pay; nil is `billTo`.
  package var payer: ID<Customer>?
  package var parent: ID<Customer>?
  /// Kept as long as the VAT id is the same.
  package var vatCheck: VATCheck?
  package var accountManager: String = ""
  /// UNCL 4461.
  package var paymentMeansCode: String = ""
  package var invoiceDelivery: InvoiceDelivery?
  package var invoiceRules: InvoiceRules?
  /// How much more or less than ordered it takes; nil is the product's, or the seller's.
  package var overShipment: Percent?
  package var underShipment: Percent?
  /// What a blocked customer may not have; nil blocks everything.
  package var block: Block?
  package var mergedInto: ID<Customer>?
  package var annotations: [String: String] = [:]
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Customer> { id }

  package enum State: String, CaseIterable, Sendable {
    /// May order and receive goods. Can move to blocked or anonymized.
    case active = "ACTIVE"
    /// What its block says is refused with CUSTOMER_BLOCKED. Can move to active or anonymized.
    case blocked = "BLOCKED"
    /// Its person was cleared, its books are kept; everything new is refused. Final.
    case anonymized = "ANONYMIZED"
  }

  package struct Contact: Hashable, Sendable, Codable {
    package var role: String
    package var name: String
    package var email: String
    package var phone: String
    package init(role: String, name: String, email: String, phone: String) {
      self.role = role
      self.name = name
      self.email = email
      self.phone = phone
    }
  }

  package init(
    id: ID<Customer>, displayName: String, party: Party, currency: Currency,
    paymentTerms: PaymentTerms, at now: Instant
  ) {
    self.id = id
    self.displayName = displayName
    self.party = party
    self.currency = currency
    self.paymentTerms = paymentTerms
    createTime = now
    updateTime = now
  }

  /// Where goods go unless the order says otherwise.
  package var defaultShipTo: Address { shipTo.first ?? party.address }
}
