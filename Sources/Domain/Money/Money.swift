/// An amount in minor units of a currency. Arithmetic is checked; there is no floating point.
package struct Money: Hashable, Sendable {
  package let minorUnits: Int64
  package let currency: Currency

  package init(_ minorUnits: Int64, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  package static func zero(_ currency: Currency) -> Money { Money(0, currency) }
}

extension Money: CustomStringConvertible {
  /// `EUR 1190.00`
  package var description: String { "\(currency.code) \(Self.decimal(minorUnits, currency))" }

  /// The amount with the digits of its currency, `1190.00`.
  package static func decimal(_ minorUnits: Int64, _ currency: Currency) -> String {
    let digits = String(minorUnits.magnitude)
    let sign = minorUnits < 0 ? "-" : ""
    guard currency.digits > 0 else { return sign + digits }
    let padded =
      String(repeating: "0", count: max(0, currency.digits + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(currency.digits) + "." + padded.suffix(currency.digits)
  }
}
