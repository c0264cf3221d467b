/// What a customer may owe and what it does owe, tax included, in minor units of its currency.
///
/// The parts of exposure are kept by the commit that changes an order, an item or a payment, and can
/// be computed again from those rows to the same cent. The row is the lock under which a customer's
/// credit is decided.
package struct CreditAccount: Aggregate {
  package var customer: ID<Customer>
  package var version: Int64 = 0
  package var currency: Currency
  package var limit: Int64 = 0
  package var temporaryLimit: TemporaryLimit?
  /// Ordered, not shipped, not invoiced.
  package var openOrders: Int64 = 0
  /// Shipped, not invoiced.
  package var unbilledShipments: Int64 = 0
  package var openItems: Int64 = 0
  /// Money received and not yet used; lowers exposure.
  package var unappliedCash: Int64 = 0

  /// The customer whose account is the group's; its row is locked with this one. A head is in no
  /// group itself.
  package var group: ID<Customer>?
  /// How many are in the group that this is the head of.
  package var members: Int32 = 0
  /// Σ over the members, without the head itself: what they owe, and their unapplied cash.
  package var membersOwed: Int64 = 0
  package var membersUnappliedCash: Int64 = 0

  /// Credit was granted once, if only of 0.
  package var wasGranted = false
  package var isBlocked = false
  package var blockReason = ""
  package var insured: Int64 = 0
  /// From outside, 0 to 100.
  package var externalRating: Int64?
  package var nextReview: CalendarDay?
  package var firstInvoice: CalendarDay?
  /// The best terms an order may have; the customer's own when nil.
  package var agreedTerms: PaymentTerms?
  /// Of the last review.
  package var score: Int64?
  package var riskClass: RiskClass?
  package var proposedLimit: Int64?
  /// People were told that exposure is near the limit, and it has not fallen since.
  package var isWarned = false
  /// A change that waits for another person.
  package var approval: ID<Approval>?
  package var updateTime: Instant

  package var key: ID<Customer> { customer }

  /// In force up to and including its last day.
  package struct TemporaryLimit: Hashable, Sendable {
    package var amount: Int64
    package var until: CalendarDay
    package init(amount: Int64, until: CalendarDay) {
      self.amount = amount
      self.until = until
    }
  }

  package init(customer: ID<Customer>, currency: Currency, at now: Instant) {
    self.customer = customer
    self.currency = currency
    updateTime = now
  }

  /// Open orders + unbilled shipments + open items.
  package var owed: Int64 { openOrders + unbilledShipments + openItems }

  /// Open orders + unbilled shipments + open items − unapplied cash.
  package var exposure: Int64 { owed - unappliedCash }

  package var isGroupHead: Bool { members > 0 }

  /// Of all members and the head.
  package var groupExposure: Int64 { exposure + membersOwed - membersUnappliedCash }

  package var isOpen: Bool { wasGranted || limit > 0 || temporaryLimit != nil }

  /// The larger of the limit and a temporary limit that is valid on the day.
  package func limit(on day: CalendarDay) -> Int64 {
    guard let temporaryLimit, day <= temporaryLimit.until else { return limit }
    return max(limit, temporaryLimit.amount)
  }
}
