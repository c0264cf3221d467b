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

  package init(
    of history: PaymentHistory, on day: CalendarDay, by table: ScoreTable = ScoreTable()
  ) {
    // Mean days beyond terms, by amount.
    punctuality =
      history.paid > 0
      ? table.days.first {
        Int128(history.weightedDays) <= Int128($0.bound) * Int128(history.paid)
      }?.points ?? 0 : table.noHistory
    overdue = Self.overdue(history.overdue, of: history.receivables, by: table)
    let months = history.months(on: day) ?? -1
    age = table.months.last { months >= $0.bound }?.points ?? 0
    incidents = table.incidents.first { history.incidents <= $0.bound }?.points ?? 0
    rating =
      history.externalRating.map { min(100, max(0, $0)) * table.rating / 100 } ?? table.noRating
  }

  private static func overdue(
    _ overdue: Int64, of receivables: Int64, by table: ScoreTable
  ) -> Int64 {
    if overdue > 0, receivables <= 0 { return 0 }
    let overdue = max(0, overdue)
    return table.overdue.first {
      Int128(overdue) * 100_000_000 <= Int128($0.bound) * Int128(max(0, receivables))
    }?.points ?? 0
  }
}

extension PaymentHistory {
  /// Mean days beyond terms by amount; nil where nothing was paid.
  package var meanDays: Int64? {
    guard paid > 0 else { return nil }
    return Int64(clamping: rounded(Int128(weightedDays), over: Int128(paid), .halfAway))
  }

  /// The overdue share of what is open, to hundredths of a percent.
  package var overdueShare: Percent {
    guard overdue > 0, receivables > 0 else { return .zero }
    let hundredths = rounded(Int128(overdue) * 10_000, over: Int128(receivables), .halfAway)
    return Percent(micros: Int64(clamping: hundredths * 10_000))
  }

  /// Whole months since the first invoice; nil without one.
  package func months(on day: CalendarDay) -> Int64? {
    guard let first = firstInvoice else { return nil }
    let (a, b) = (first.civil, day.civil)
    return Int64((b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0))
  }
}
