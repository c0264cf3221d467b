/// The legal entity that sells and invoices: the tenant. Everything belongs to exactly one.
package struct Seller: Aggregate {
  package var id: ID<Seller>
  package var version: Int64 = 0
  package var displayName: String
  package var party: Party
  /// The functional currency of its books.
  package var currency: Currency
  /// IANA name, `Europe/Berlin`: business dates are taken there.
  package var timeZone: String
  package var roundingMode: RoundingMode = .halfAway
  package var taxLevel: TaxLevel = .document
  /// For customers without terms of their own.
  package var paymentTerms: PaymentTerms
  /// Where goods leave from unless a line says otherwise.
  package var defaultWarehouse: ID<Warehouse>?
  package var bankAccounts: [BankAccount] = []
  /// A change of the bank accounts that waits for another person.
  package var approval: ID<Approval>?
  package var stock = StockSettings()
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Seller> { id }

  /// Where customers pay to.
  package struct BankAccount: Hashable, Sendable, Codable {
    package var iban: String
    package var bic: String
    package init(iban: String, bic: String) {
      self.iban = iban
      self.bic = bic
    }
  }

  package init(
    id: ID<Seller>, displayName: String, party: Party, currency: Currency, timeZone: String,
    paymentTerms: PaymentTerms, at now: Instant
  ) {
    self.id = id
    self.displayName = displayName
    self.party = party
    self.currency = currency
    self.timeZone = timeZone
    self.paymentTerms = paymentTerms
    createTime = now
    updateTime = now
  }
}
