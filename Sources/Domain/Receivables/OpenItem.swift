/// One claim with one due date.
package struct OpenItem: Aggregate {
  package var id: ID<OpenItem>
  package var version: Int64 = 0
  /// Who owes it.
  package var customer: ID<Customer>
  package var invoice: ID<Invoice>
  package var order: ID<Order>
  package var documentNumber: String
  package var documentDate: CalendarDay
  package var dueDate: CalendarDay
  package var currency: Currency
  package var original: Int64
  /// original − Σ active applications; keeps its sign or is 0.
  package var open: Int64
  /// What of it the customer contests: counted in exposure, not as overdue.
  package var disputed: Int64 = 0
  /// How often it was reminded of.
  package var dunningLevel: Int32 = 0
  package var createTime: Instant

  package var key: ID<OpenItem> { id }

  package enum SettlementState: String, CaseIterable, Sendable {
    case open = "OPEN"
    case partlySettled = "PARTLY_SETTLED"
    case settled = "SETTLED"
  }

  /// The claim of a deposit, as the number of its document says.
  package var isDeposit: Bool {
    documentNumber.hasPrefix("\(SeriesKey.Kind.deposit.rawValue)-")
  }

  package var settlementState: SettlementState {
    open == 0 ? .settled : open == original ? .open : .partlySettled
  }

  package init(
    id: ID<OpenItem>, customer: ID<Customer>, invoice: ID<Invoice>, order: ID<Order>,
    documentNumber: String, documentDate: CalendarDay, dueDate: CalendarDay, currency: Currency,
    original: Int64,
    at now: Instant
  ) {
    self.id = id
    self.customer = customer
    self.invoice = invoice
    self.order = order
    self.documentNumber = documentNumber
    self.documentDate = documentDate
    self.dueDate = dueDate
    self.currency = currency
    self.original = original
    open = original
    createTime = now
  }
}
