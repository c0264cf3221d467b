import Domain

/// The first moves of every game: what a company has before the first order comes.
extension Player {
  static let openingMoves = 72

  mutating func opening(_ move: Int) -> any Command {
    switch move {
    case ..<3: createWarehouse(numbered: move)
    case 3: standardTaxRules()
    case 4..<24: createProduct(numbered: move)
    case 24: priceList()
    case 25..<46: createCustomer(numbered: move)
    case 46..<66: openingLimit(move - 46)
    case 66..<71: createPrincipal(numbered: move)
    default:
      ReceiveStock(
        reference: "opening",
        lines: known.products.map {
          .init(product: .id($0), quantity: Quantity(whole: Int64(dice.roll(20...60))))
        })
    }
  }

  private mutating func openingLimit(_ index: Int) -> any Command {
    let customer = known.customers[min(index, known.customers.count - 1)]
    let scale: Int64 = world.currency.digits == 3 ? 10 : 1
    let limits: [Int64] = [0, 100_000, 500_000, 2_000_000, 10_000_000]
    return SetCreditLimit(
      customer: customer, expectedVersion: 1,
      limit: Money((limits[index % limits.count]) * scale, world.currency))
  }

  private func standardTaxRules() -> any Command {
    func rule(
      _ taxClass: String, _ region: String, _ treatment: String, _ category: TaxCategory,
      _ rate: String, _ exemption: String = ""
    ) -> TaxRule {
      TaxRule(
        key: .init(
          taxClass: taxClass, regionCode: region, treatment: treatment,
          validFrom: CalendarDay(daysSince1970: 0)),
        category: category, rate: Percent(rate) ?? .zero, exemptionCode: exemption)
    }
    return SetTaxRules(rules: [
      rule("STANDARD", "", "", .standard, "19"), rule("STANDARD", "FR", "", .standard, "20"),
      rule("STANDARD", "", "EXPORT", .export, "0", "VATEX-EU-G"),
      rule("REDUCED", "", "", .standard, "7"), rule("REDUCED", "FR", "", .standard, "5.5"),
      rule("REDUCED", "", "EXPORT", .export, "0", "VATEX-EU-G"),
      rule("ZERO", "", "", .zeroRated, "0"), rule("LOCAL", "DE", "", .standard, "10.725"),
    ])
  }

  private mutating func priceList() -> any Command {
    var rows: [SetPrices.Row] = []
    for (index, product) in known.products.enumerated() {
      let base = price()
      rows.append(row(product, .all, 0, base))
      rows.append(row(product, .all, 10, UnitPrice(micros: base.micros / 10 * 9)))
      if index % 3 == 0 { rows.append(row(product, .group("TRADE"), 0, price())) }
    }
    return SetPrices(rows: rows)
  }

  private func row(
    _ product: ID<Product>, _ audience: Price.Audience, _ minimum: Int64, _ price: UnitPrice
  ) -> SetPrices.Row {
    .init(
      product: .id(product), currency: world.currency, audience: audience,
      minQuantity: Quantity(whole: minimum), validFrom: CalendarDay(daysSince1970: 20_000),
      unitPrice: price)
  }

  /// 0.01 to 200 in cents mostly, sometimes with all six digits; a hundredfold in yen.
  mutating func price() -> UnitPrice {
    let scale: Int64 = world.currency.digits == 0 ? 100 : 1
    let cents = Int64(dice.roll(1...20_000)) * 10_000
    let fine = dice.chance(20) ? Int64(dice.roll(0...9999)) : 0
    return UnitPrice(micros: (cents + fine) * scale)
  }
}
