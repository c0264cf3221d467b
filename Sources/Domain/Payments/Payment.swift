/// Money that a customer sent. amount = applied + unapplied, each ≥ 0; amount and dates never
/// change.
package struct Payment: Aggregate {
  package var id: ID<Payment>
  package var version: Int64 = 0
  package var number: String
  package var externalID: String?
  package var customer: ID<Customer>
  package var means: Means
  package var currency: Currency
  package var amount: Int64
  package var valueDate: CalendarDay
  /// What the payer wrote: a creditor reference, and free text.
  package var reference: String
  package var remittanceText: String
  package var applications: [Application] = []
  package var createTime: Instant

  package var key: ID<Payment> { id }

  package enum Means: String, CaseIterable, Sendable {
    case bankTransfer = "BANK_TRANSFER"
    case directDebit = "DIRECT_DEBIT"
    case card = "CARD"
    case cheque = "CHEQUE"
    case cash = "CASH"
  }

  /// The use of this money on one open item.
  package struct Application: Hashable, Sendable {
    package var id: ID<Application>
    package var item: ID<OpenItem>
    package var customer: ID<Customer>
    package var amount: Int64
    package var state: State
    package var effectiveDate: CalendarDay
    package var recordTime: Instant
    package var unappliedDate: CalendarDay?
    package var unappliedTime: Instant?
    /// The entry that it posted, which taking it back reverses; nil where it is older than this.
    package var entry: ID<JournalEntry>?

    package enum State: String, CaseIterable, Sendable {
      /// Can move to unapplied.
      case active = "ACTIVE"
      /// Final.
      case unapplied = "UNAPPLIED"
    }

    package init(
      id: ID<Application>, item: ID<OpenItem>, customer: ID<Customer>, amount: Int64,
      state: State = .active, effectiveDate: CalendarDay, recordTime: Instant,
      unappliedDate: CalendarDay? = nil, unappliedTime: Instant? = nil,
      entry: ID<JournalEntry>? = nil
    ) {
      self.id = id
      self.item = item
      self.customer = customer
      self.amount = amount
      self.state = state
      self.effectiveDate = effectiveDate
      self.recordTime = recordTime
      self.unappliedDate = unappliedDate
      self.unappliedTime = unappliedTime
      self.entry = entry
    }
  }

  package init(
    id: ID<Payment>, number: String, externalID: String?, customer: ID<Customer>, means: Means,
    currency: Currency, amount: Int64, valueDate: CalendarDay, reference: String,
    remittanceText: String, at now: Instant
  ) {
    self.id = id
    self.number = number
    self.externalID = externalID
    self.customer = customer
    self.means = means
    self.currency = currency
    self.amount = amount
    self.valueDate = valueDate
    self.reference = reference
    self.remittanceText = remittanceText
    createTime = now
  }

  package var applied: Int64 {
    applications.reduce(0) { $1.state == .active ? $0 + $1.amount : $0 }
  }
  package var unapplied: Int64 { amount - applied }
}
