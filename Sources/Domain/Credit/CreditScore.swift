/// How a customer has paid, as the books tell it on a day. Amounts are minor units.
package struct PaymentHistory: Hashable, Sendable {
  /// Σ amount × (days paid after the due date, early is negative) over twelve months.
  package var weightedDays: Int64 = 0
  /// Σ of the amounts paid in these months; 0 is no history.
  package var paid: Int64 = 0
  /// Past due and open, and all that is open.
  package var overdue: Int64 = 0
  package var receivables: Int64 = 0
  package var firstInvoice: CalendarDay?
  /// Returned payments and broken promises of twelve months.
  package var incidents: Int64 = 0
  /// From outside, 0 to 100.
  package var externalRating: Int64?
  package var paidInvoices: Int64 = 0
  /// Invoiced in twelve months, tax included.
  package var sales: Int64 = 0

  package init() {}
}

/// The sum of five parts, 0 to 100; more is better.
package struct CreditScore: Hashable, Sendable {
  package var punctuality: Int64
  package var overdue: Int64
  package var age: Int64
  package var incidents: Int64
  package var rating: Int64

  package var total: Int64 { punctuality + overdue + age + incidents + rating }

  package init(of history: PaymentHistory, on day: CalendarDay) {
    punctuality = Self.punctuality(history.weightedDays, history.paid)
    overdue = Self.overdue(history.overdue, of: history.receivables)
    age = Self.age(history.firstInvoice, on: day)
    incidents = [15, 8, 3][safe: history.incidents] ?? 0
    rating = history.externalRating.map { min(100, max(0, $0)) / 5 } ?? 8
  }

  /// Mean days beyond terms, by amount.
  private static func punctuality(_ weighted: Int64, _ paid: Int64) -> Int64 {
    guard paid > 0 else { return 12 }
    for (days, points) in [(0, 30), (7, 24), (15, 16), (30, 8)] as [(Int64, Int64)]
    where Int128(weighted) <= Int128(days) * Int128(paid) {
      return points
    }
    return 0
  }

  private static func overdue(_ overdue: Int64, of receivables: Int64) -> Int64 {
    guard overdue > 0 else { return 20 }
    guard receivables > 0 else { return 0 }
    for (percent, points) in [(10, 14), (25, 7)] as [(Int128, Int64)]
    where Int128(overdue) * 100 <= percent * Int128(receivables) {
      return points
    }
    return 0
  }

  /// Whole months since the first invoice.
  private static func age(_ first: CalendarDay?, on day: CalendarDay) -> Int64 {
    guard let first else { return 0 }
    let (a, b) = (first.civil, day.civil)
    let months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
    return months >= 36 ? 15 : months >= 12 ? 10 : months >= 3 ? 5 : 0
  }
}

extension Array {
  fileprivate subscript(safe index: Int64) -> Element? {
    indices.contains(Int(index)) ? self[Int(index)] : nil
  }
}
