/// A counter for document numbers, one a kind and year. It is taken last, after every check, so a
/// rejection gives nothing away; the invoice series has no gaps.
package struct NumberSeries: Aggregate {
  package var key: SeriesKey
  package var version: Int64 = 0
  /// The last number given; 0 before the first.
  package var last: Int64 = 0
  /// The business date of the last document: dates do not fall as invoice numbers rise.
  package var lastDate: CalendarDay?

  package init(key: SeriesKey) { self.key = key }
}

package struct SeriesKey: Hashable, Sendable {
  package var kind: Kind
  package var year: Int

  package enum Kind: String, CaseIterable, Sendable {
    case order = "SO"
    case shipment = "SH"
    case invoice = "INV"
    case deposit = "DEP"
    case payment = "PAY"
    case returned = "RMA"
  }

  package init(_ kind: Kind, year: Int) {
    self.kind = kind
    self.year = year
  }

  /// `INV-2026-000123`
  package func formatted(_ number: Int64) -> String {
    let digits = String(number)
    let padding = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
    return "\(kind.rawValue)-\(year)-\(padding)\(digits)"
  }
}
