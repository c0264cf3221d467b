/// What the CREDIT policy says: thresholds of the rules, and how a score becomes a limit.
///
/// A nil threshold switches its rule off. Amounts are minor units of the seller's currency. The
/// defaults are version 1.
package struct CreditRules: Hashable, Sendable {
  package var version: Int64 = 1
  /// How far exposure may pass the limit in force.
  package var limitTolerance = Percent.zero
  /// An undisputed item may be this many days past due.
  package var overdueDays: Int64? = 30
  /// Smaller items are no reason for OVERDUE_DAYS.
  package var overdueItemMinimum: Int64
  /// The share of the receivables that may be past due.
  package var overdueShare: Percent? = Percent(whole: 25)
  /// Less than this overdue is no reason for OVERDUE_SHARE.
  package var overdueShareMinimum: Int64
  /// Terms longer, or a discount better, than agreed with the customer deny.
  package var checksTerms = true
  /// Days after the review date.
  package var reviewGrace: Int64? = 14
  /// The reminder level that denies.
  package var dunningLevel: Int64? = 3
  package var largestOrder: Int64?
  /// For customers without an invoice so far.
  package var largestFirstOrder: Int64?
  /// Money received and not applied lowers exposure.
  package var deductsUnapplied = true
  /// The share of a limit from which on people are warned; denies nothing.
  package var utilizationWarning: Percent? = Percent(whole: 80)
  package var scoring: CreditScoring

  /// Version 1 in a currency.
  package init(in currency: Currency) {
    let unit = currency.minorUnitsPerUnit
    overdueItemMinimum = 50 * unit
    overdueShareMinimum = 500 * unit
    scoring = CreditScoring(in: currency)
  }
}

extension Currency {
  /// 100 for the euro, 1 for the yen.
  package var minorUnitsPerUnit: Int64 { (0..<digits).reduce(1) { unit, _ in unit * 10 } }
}
