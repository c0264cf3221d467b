/// Finds the price of a line: customer, then price group, then everybody; in each the row of the
/// currency that is valid on the day with the largest minimum quantity that the line reaches. A row
/// that gives a percent lowers the next hit.
package enum Pricing {
  package struct Found: Hashable, Sendable {
    package var unitPrice: UnitPrice
    package var baseQuantity: Quantity
    /// Of the most special row that had a say.
    package var source: PriceSource
    /// The rows that had a say, the price itself last.
    package var row: String
    /// What rows with a percent take off, nearest to the price first.
    package var discounts: [Discount]
  }

  package static func price(
    among prices: [Price], for customer: Customer, currency: Currency, quantity: Quantity,
    on day: CalendarDay
  ) -> Found? {
    let candidates = prices.filter {
      $0.key.currency == currency && $0.key.minQuantity <= quantity && $0.isValid(on: day)
    }
    let audiences: [(Price.Audience, PriceSource)] =
      [(.customer(customer.id), .customer)]
      + (customer.priceGroup.map { [(.group($0), .group)] } ?? []) + [(.all, .list)]
    var lowering: [(price: Price, percent: Percent)] = []
    var source: PriceSource?
    for (audience, kind) in audiences {
      guard let best = candidates.filter({ $0.key.audience == audience }).max(by: isWorse)
      else { continue }
      source = source ?? kind
      if let percent = best.discount {
        lowering.append((best, percent))
        continue
      }
      return Found(
        unitPrice: best.unitPrice, baseQuantity: best.baseQuantity, source: source ?? kind,
        row: (lowering.map(\.price.rowText) + [best.rowText]).joined(separator: "; "),
        discounts: lowering.reversed().map {
          Discount(.percent($0.percent), origin: .list, reason: $0.price.rowText)
        })
    }
    return nil
  }

  private static func isWorse(_ a: Price, than b: Price) -> Bool {
    a.key.minQuantity == b.key.minQuantity
      ? a.key.validFrom < b.key.validFrom : a.key.minQuantity < b.key.minQuantity
  }
}

extension Price {
  /// The row as a line keeps it: for whom, from which quantity, from which day.
  package var rowText: String {
    let audience =
      switch key.audience {
      case .all: "LIST"
      case .group(let group): "GROUP \(group)"
      case .customer: "CUSTOMER"
      }
    return "\(audience) from \(key.minQuantity), \(key.validFrom)"
  }
}

/// Prices one line of an order or a quote.
package struct LinePricing: Sendable {
  package let customer: Customer
  package let currency: Currency
  package let day: CalendarDay
  package let mode: RoundingMode
  /// How discounts stack, and how much may be given by hand.
  package let rules: PricingRules

  package init(
    customer: Customer, currency: Currency, day: CalendarDay, mode: RoundingMode,
    rules: PricingRules = PricingRules()
  ) {
    self.customer = customer
    self.currency = currency
    self.day = day
    self.mode = mode
    self.rules = rules
  }

  /// What is asked of a line.
  package struct Asked: Sendable {
    package var quantity: Quantity
    /// A manual price; the catalogue's when nil.
    package var unitPrice: UnitPrice?
    /// Given by hand; those of the price list come before them.
    package var discounts: [Discount]
    /// What it takes the place of; its price where none is given by hand.
    package var replaced: Replaced?

    package init(
      quantity: Quantity, unitPrice: UnitPrice? = nil, discounts: [Discount] = [],
      replaced: Replaced? = nil
    ) {
      self.quantity = quantity
      self.unitPrice = unitPrice
      self.discounts = discounts
      self.replaced = replaced
    }
  }

  /// The line with its amounts before tax; nil where nothing gives a price. Discounts that do not
  /// fit are faults at `path`.
  package func line(
    number: Int32, _ product: Product, _ asked: Asked, warehouse: ID<Warehouse>?,
    among prices: [Price], path: String, _ faults: inout Faults
  ) throws(Rejection) -> OrderLine? {
    if asked.unitPrice == nil, let replaced = asked.replaced {
      return try line(
        number: number, product, asked, replacing: replaced, warehouse: warehouse, path: path,
        &faults)
    }
    let found: Pricing.Found
    if let manual = asked.unitPrice {
      found = .init(
        unitPrice: manual, baseQuantity: Quantity(whole: 1), source: .manual, row: "",
        discounts: [])
    } else if let price = Pricing.price(
      among: prices, for: customer, currency: currency, quantity: asked.quantity, on: day)
    {
      found = price
    } else {
      return nil
    }
    let gross = try LineAmounts.gross(
      asked.quantity, at: found.unitPrice, per: found.baseQuantity, currency, mode)
    var discounts = rules.stacked(found.discounts + asked.discounts, on: gross, mode)
    if !discounts.isEmpty {
      _ = discounts.take(from: gross, mode, path: "\(path).discounts", &faults)
    }
    var line = OrderLine(
      number: number, product: product, warehouse: warehouse, ordered: asked.quantity,
      unitPrice: found.unitPrice, baseQuantity: found.baseQuantity, priceSource: found.source,
      discounts: discounts, grossAmount: gross, discountAmount: discounts.total,
      taxCategory: .standard, taxRate: .zero, exemptionCode: "")
    line.priceRow = found.row
    line.priceDate = day
    line.replacementFor = asked.replaced?.back
    return line
  }

  /// What people took off a line. A price by hand is looked at only where the rules bound it.
  func given(on line: OrderLine, among books: Books) throws(Rejection) -> GivenDiscounts {
    GivenDiscounts(
      whole: line.grossAmount, discounts: line.discounts,
      lowered: rules.boundsLines
        ? try loweredByHand(line, among: books.prices(of: line.product)) : 0)
  }

  /// How much less a manual price asks than the price list, minor units; 0 when it asks more or
  /// the list has none.
  package func loweredByHand(
    _ line: OrderLine, among prices: [Price]
  ) throws(Rejection) -> Int64 {
    guard line.priceSource == .manual,
      let list = Pricing.price(
        among: prices, for: customer, currency: currency, quantity: line.ordered, on: day)
    else { return 0 }
    let gross = try LineAmounts.gross(
      line.ordered, at: list.unitPrice, per: list.baseQuantity, currency, mode)
    var discounts = list.discounts
    var faults = Faults()
    let rest = discounts.take(from: gross, mode, path: "", &faults)
    return max(0, rest - line.grossAmount)
  }
}
