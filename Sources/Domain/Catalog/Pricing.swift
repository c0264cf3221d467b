/// Finds the price of a line: customer, then price group, then everybody; in each the row of the
/// currency that is valid on the day with the largest minimum quantity that the line reaches.
enum Pricing {
  struct Found {
    var unitPrice: UnitPrice
    var baseQuantity: Quantity
    var source: PriceSource
  }

  static func price(
    among prices: [Price], for customer: Customer, currency: Currency, quantity: Quantity,
    on day: CalendarDay
  ) -> Found? {
    let candidates = prices.filter {
      $0.key.currency == currency && $0.key.minQuantity <= quantity && $0.isValid(on: day)
    }
    let audiences: [(Price.Audience, PriceSource)] =
      [(.customer(customer.id), .customer)]
      + (customer.priceGroup.map { [(.group($0), .group)] } ?? []) + [(.all, .list)]
    for (audience, source) in audiences {
      let best = candidates.filter { $0.key.audience == audience }.max(by: isWorse)
      if let best {
        return Found(unitPrice: best.unitPrice, baseQuantity: best.baseQuantity, source: source)
      }
    }
    return nil
  }

  private static func isWorse(_ a: Price, than b: Price) -> Bool {
    a.key.minQuantity == b.key.minQuantity
      ? a.key.validFrom < b.key.validFrom : a.key.minQuantity < b.key.minQuantity
  }
}
