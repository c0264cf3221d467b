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
  package var annotations: [String: String] = [:]
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Customer> { id }

  package enum State: String, CaseIterable, Sendable {
    /// May order and receive goods.
    case active = "ACTIVE"
    /// Orders and shipments are refused with CUSTOMER_BLOCKED.
    case blocked = "BLOCKED"
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
