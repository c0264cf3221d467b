/// One row of a price list: from a quantity and in a span of dates, for all, a group or a customer.
package struct Price: Aggregate {
  package var key: Key
  package var version: Int64 = 0
  package var validUntil: CalendarDay?
  /// In major units of the currency; without meaning on a row that gives a discount.
  package var unitPrice: UnitPrice
  /// Set on rows without a price of their own: taken off what the next audience pays.
  package var discount: Percent?
  /// The quantity that the price is for: 100 for a price per hundred.
  package var baseQuantity: Quantity = Quantity(whole: 1)

  package struct Key: Hashable, Sendable {
    package var product: ID<Product>
    package var currency: Currency
    package var audience: Audience
    package var minQuantity: Quantity
    package var validFrom: CalendarDay

    package init(
      product: ID<Product>, currency: Currency, audience: Audience, minQuantity: Quantity,
      validFrom: CalendarDay
    ) {
      self.product = product
      self.currency = currency
      self.audience = audience
      self.minQuantity = minQuantity
      self.validFrom = validFrom
    }
  }

  package enum Audience: Hashable, Sendable {
    case all
    case group(String)
    case customer(ID<Customer>)
  }

  package init(
    key: Key, validUntil: CalendarDay? = nil, unitPrice: UnitPrice, discount: Percent? = nil,
    baseQuantity: Quantity = Quantity(whole: 1)
  ) {
    self.key = key
    self.validUntil = validUntil
    self.unitPrice = unitPrice
    self.discount = discount
    self.baseQuantity = baseQuantity
  }

  package func isValid(on day: CalendarDay) -> Bool {
    key.validFrom <= day && (validUntil.map { day <= $0 } ?? true)
  }
}

/// Where a line's price came from; kept on the line.
package enum PriceSource: String, CaseIterable, Sendable {
  case manual = "MANUAL"
  case customer = "CUSTOMER"
  case group = "GROUP"
  case list = "LIST"
  /// The line whose goods came back and are replaced.
  case replacement = "REPLACEMENT"
}
