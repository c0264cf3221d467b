/// What a customer may owe and what it does owe, tax included, in minor units of its currency.
///
/// The four parts are kept by the commit that changes an order, an item or a payment, and can be
/// computed again from those rows to the same cent. The row is the lock under which a customer's
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

  /// Open orders + unbilled shipments + open items − unapplied cash.
  package var exposure: Int64 { openOrders + unbilledShipments + openItems - unappliedCash }

  /// The larger of the limit and a temporary limit that is valid on the day.
  package func limit(on day: CalendarDay) -> Int64 {
    guard let temporaryLimit, day <= temporaryLimit.until else { return limit }
    return max(limit, temporaryLimit.amount)
  }
}
