/// One row of the tax table: which category and rate a line gets.
package struct TaxRule: Aggregate {
  package var key: Key
  package var version: Int64 = 0
  package var category: TaxCategory
  package var rate: Percent
  /// VATEX code where the category demands a reason.
  package var exemptionCode: String

  package struct Key: Hashable, Sendable {
    package var taxClass: String
    /// ISO 3166-1 alpha-2 of the place of delivery; empty is anywhere.
    package var regionCode: String
    /// The customer's tax treatment; empty is the ordinary one.
    package var treatment: String
    package var validFrom: CalendarDay

    package init(taxClass: String, regionCode: String, treatment: String, validFrom: CalendarDay) {
      self.taxClass = taxClass
      self.regionCode = regionCode
      self.treatment = treatment
      self.validFrom = validFrom
    }
  }

  package init(key: Key, category: TaxCategory, rate: Percent, exemptionCode: String = "") {
    self.key = key
    self.category = category
    self.rate = rate
    self.exemptionCode = exemptionCode
  }
}

/// UNCL5305, the subset of EN 16931.
package enum TaxCategory: String, CaseIterable, Sendable, Codable {
  case standard = "S"
  case zeroRated = "Z"
  case exempt = "E"
  case reverseCharge = "AE"
  case intraCommunity = "K"
  case export = "G"
  case outsideScope = "O"
  case canaryIslands = "L"
  case ceutaMelilla = "M"
  /// The buyer, a public body in Italy, pays the tax to the state by itself.
  case splitPayment = "B"

  /// A rate above zero goes with these only; the others are always 0.
  package var isTaxed: Bool {
    switch self {
    case .standard, .canaryIslands, .ceutaMelilla, .splitPayment: true
    case .zeroRated, .exempt, .reverseCharge, .intraCommunity, .export, .outsideScope: false
    }
  }
}
