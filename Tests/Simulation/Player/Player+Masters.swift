import Domain

extension Player {
  mutating func createCustomer(numbered count: Int) -> any Command {
    var fields = CustomerFields()
    fields.displayName = dice.chance(97) ? "Customer \(count)" : ""
    fields.externalID = dice.chance(60) ? .some(number("C", new: dice.chance(90))) : nil
    fields.party = World.party("Customer \(count)", country: dice.pick("DE", "DE", "FR", "US"))
    if dice.chance(4) { fields.party?.address.countryCode = "" }
    if dice.chance(2) { fields.currency = world.foreign }
    if dice.chance(60) { fields.paymentTerms = terms() }
    if dice.chance(30) { fields.priceGroup = .some("TRADE") }
    if dice.chance(10) { fields.taxTreatment = "EXPORT" }
    if dice.chance(50) { fields.invoiceRules = .some(invoiceRules()) }
    if dice.chance(8) { fields.billTo = .some(dice.pick(known.customers)) }
    if dice.chance(8) { fields.payer = .some(dice.pick(known.customers)) }
    if dice.chance(8) { fields.parent = .some(dice.pick(known.customers)) }
    return CreateCustomer(fields)
  }

  private mutating func invoiceRules() -> Customer.InvoiceRules {
    .init(trigger: dice.pick(.onOrder, .onDelivery, .onShipment, .manual), grouping: .perOrder)
  }

  mutating func updateCustomer(on books: Books) -> any Command {
    let id = dice.chance(97) ? dice.pick(known.customers) ?? stranger() : stranger()
    var fields = CustomerFields()
    let incomplete = known.customers.filter {
      books.customers[$0]?.party.address.countryCode.isEmpty ?? false
    }
    if dice.chance(50), let customer = dice.pick(incomplete) {
      fields.party = World.party("Complete at last")
      return UpdateCustomer(customer: customer, fields: fields)
    }
    switch dice.roll(0...13) {
    case 13: fields.invoiceRules = .some(dice.chance(70) ? invoiceRules() : nil)
    case 12:
      fields.overShipment = .some(tolerance())
      fields.underShipment = .some(tolerance())
    case 8: fields.party = World.party("Nowhere", country: "")
    case 9: fields.billTo = .some(dice.chance(60) ? dice.pick(known.customers) : nil)
    case 10: fields.payer = .some(dice.chance(60) ? dice.pick(known.customers) : nil)
    case 11: fields.parent = .some(dice.chance(60) ? dice.pick(known.customers) : nil)
    case 0: fields.displayName = dice.chance(85) ? "Renamed \(dice.roll(0...99))" : ""
    case 1: fields.externalID = .some(number("C", new: dice.chance(60)))
    case 2: fields.paymentTerms = terms()
    case 3: fields.priceGroup = .some(dice.chance(50) ? "TRADE" : nil)
    case 4: fields.taxTreatment = dice.chance(30) ? "EXPORT" : ""
    case 5: fields.currency = dice.chance(50) ? world.foreign : world.currency
    case 6: fields.shipTo = [World.party("Dock", country: dice.pick("DE", "FR")).address]
    default: fields.externalID = .some(nil)
    }
    return UpdateCustomer(
      customer: id, expectedVersion: version(books.customers[id]?.version), fields: fields)
  }

  mutating func createProduct(numbered count: Int) -> any Command {
    var fields = ProductFields()
    fields.displayName = dice.chance(97) ? "Product \(count)" : ""
    fields.taxClass = dice.pick("STANDARD", "STANDARD", "STANDARD", "REDUCED", "ZERO", "STANDARD")
    if dice.chance(4) { fields.taxClass = "LOCAL" }
    if count > Self.openingMoves, dice.chance(10) {
      fields.sellableFrom = .some(today.adding(days: 10))
      fields.sellableUntil = .some(today.adding(days: dice.roll(5...60)))
    }
    let isReused = count > Self.openingMoves && dice.chance(30)
    return CreateProduct(
      sku: "SKU-\(isReused ? 4 : count)", kind: dice.chance(85) ? .goods : .service,
      fields: fields)
  }

  mutating func updateProduct(on books: Books) -> any Command {
    var id = dice.chance(97) ? dice.pick(known.products) ?? stranger() : stranger()
    var fields = ProductFields()
    // What is sold no more is mostly taken up again.
    let ended = known.products.filter { books.products[$0]?.isSellable(on: today) == false }
    if dice.chance(80), let product = dice.pick(ended) {
      id = product
      fields.sellableFrom = .some(nil)
      fields.sellableUntil = .some(nil)
      return UpdateProduct(product: id, fields: fields)
    }
    switch dice.roll(0...5) {
    case 5:
      fields.overShipment = .some(tolerance())
      fields.underShipment = .some(tolerance())
    case 0: fields.displayName = dice.chance(85) ? "Better \(dice.roll(0...99))" : ""
    case 1: fields.taxClass = dice.chance(10) ? "NONE" : dice.pick("STANDARD", "REDUCED")
    case 2: fields.sellableUntil = .some(today.adding(days: dice.roll(-5...20)))
    default:
      fields.sellableFrom = .some(nil)
      fields.sellableUntil = .some(nil)
    }
    return UpdateProduct(
      product: id, expectedVersion: version(books.products[id]?.version), fields: fields)
  }

  mutating func setPrices(on books: Books) -> any Command {
    var rows: [SetPrices.Row] = []
    for _ in 0..<dice.roll(1...6) {
      let bare = known.products.filter { books.prices(of: $0).isEmpty }
      if dice.chance(85), let product = dice.pick(bare) {
        rows.append(
          .init(
            product: .id(product), currency: world.currency,
            validFrom: CalendarDay(daysSince1970: 20_000), unitPrice: price()))
        continue
      }
      let id = dice.chance(98) ? dice.pick(known.products) ?? stranger() : stranger()
      let audience: Price.Audience =
        switch dice.roll(0...9) {
        case ..<5: .all
        case ..<7: .group("TRADE")
        default: .customer(dice.chance(96) ? dice.pick(known.customers) ?? stranger() : stranger())
        }
      let existing = books.prices(of: id).map(\.key).min {
        ($0.minQuantity, $0.validFrom) < ($1.minQuantity, $1.validFrom)
      }
      let from =
        dice.chance(75) ? existing?.validFrom ?? today : today.adding(days: dice.roll(-5...30))
      rows.append(
        .init(
          product: .id(id), currency: dice.chance(97) ? world.currency : world.foreign,
          audience: audience, minQuantity: Quantity(whole: dice.pick(0, 0, 5, 10, 100)),
          validFrom: from,
          validUntil: dice.chance(15) ? from.adding(days: dice.roll(-1...90)) : nil,
          unitPrice: price(), baseQuantity: Quantity(whole: dice.pick(1, 1, 1, 100, 3))))
    }
    return SetPrices(rows: rows)
  }

  mutating func setTaxRules() -> any Command {
    var rule = TaxRule(
      key: .init(
        taxClass: dice.pick("STANDARD", "REDUCED"), regionCode: dice.pick("", "FR"), treatment: "",
        validFrom: today.adding(days: dice.roll(-5...30))),
      category: .standard, rate: Percent(micros: Int64(dice.roll(1...25)) * 1_000_000))
    if dice.chance(10) { rule.rate = .zero }
    if dice.chance(10) { rule.category = .exempt }
    return SetTaxRules(rules: [rule])
  }

  mutating func updateSeller(on books: Books) -> any Command {
    var fields = UpdateSeller.Fields()
    var party = World.party("Kontor GmbH")
    let isComplete = !books.seller.party.vatID.isEmpty
    switch isComplete ? dice.roll(0...10) : 9 {
    case 10:
      var stock = books.seller.stock
      stock.overShipment = tolerance() ?? .zero
      stock.underShipment = tolerance() ?? .zero
      fields.stock = stock
    case 0:
      party.vatID = ""
      party.registrationID = ""
      fields.party = party
    case 1: fields.defaultWarehouse = dice.chance(80) ? dice.pick(known.warehouses) : stranger()
    case 2: fields.paymentTerms = terms()
    case 3: fields.currency = dice.chance(50) ? world.foreign : world.currency
    case 4: fields.bankAccounts = [bankAccount()]
    default: fields.party = party
    }
    let version = books.seller.version
    return UpdateSeller(
      expectedVersion: dice.chance(95) ? version : version + 1, fields: fields)
  }

  /// How far shipments may miss what was ordered; nil leaves it to others.
  private mutating func tolerance() -> Percent? {
    dice.chance(30) ? nil : Percent(micros: Int64(dice.pick(0, 2, 2, 10)) * 1_000_000)
  }
}
