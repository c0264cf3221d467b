import Domain

/// What the demo seller of `o2cd dev` has from the start: a warehouse with goods, tax rules, prices,
/// two customers, and a partner who may order for one of them.
struct DemoGoods {
  static let seller = Founding.Details(
    displayName: "Lindenhof Office Supply",
    party: Party(
      legalName: "Lindenhof Office Supply GmbH", registrationID: "HRB 100001",
      vatID: "DE136695976",
      address: Address(
        lines: ["Lindenstraße 1"], city: "Berlin", postalCode: "10969", countryCode: "DE")),
    currency: .eur, timeZone: "Europe/Berlin",
    bankAccount: .init(iban: "DE89370400440532013000", bic: "COBADEFFXXX"))

  /// Early enough for orders of long ago.
  private static let since = CalendarDay(daysSince1970: 7305)

  private struct Item {
    let sku: String
    let name: String
    let price: UnitPrice
    let onHand: Int64
    var taxClass = "STANDARD"
  }

  private static let items = [
    Item(sku: "DESK-OAK", name: "Desk, solid oak", price: .init(micros: 499_000_000), onHand: 12),
    Item(sku: "CHAIR-ERGO", name: "Office chair", price: .init(micros: 189_500_000), onHand: 40),
    Item(sku: "LAMP-LED", name: "Desk lamp, LED", price: .init(micros: 34_950_000), onHand: 200),
    Item(
      sku: "BOOK-SWIFT", name: "Handbook, printed", price: .init(micros: 42_000_000), onHand: 60,
      taxClass: "REDUCED"),
  ]

  /// The customer that the partner orders for.
  let partnerCustomer: Customer

  init(in founding: inout Founding) throws {
    _ = try founding.perform(
      CreateWarehouse(
        code: "MAIN", displayName: "Main warehouse", address: Self.seller.party.address))
    _ = try founding.perform(
      SetTaxRules(rules: [
        Self.rule("STANDARD", Percent(whole: 19)), Self.rule("REDUCED", Percent(whole: 7)),
      ]))
    for item in Self.items {
      var fields = ProductFields()
      fields.displayName = item.name
      fields.taxClass = item.taxClass
      _ = try founding.perform(CreateProduct(sku: item.sku, fields: fields))
    }
    _ = try founding.perform(
      SetPrices(
        rows: Self.items.map {
          .init(
            product: .sku($0.sku), currency: .eur, validFrom: Self.since, unitPrice: $0.price)
        }))
    _ = try founding.perform(
      ReceiveStock(
        reference: "OPENING",
        lines: Self.items.map {
          .init(product: .sku($0.sku), quantity: Quantity(whole: $0.onHand))
        }))
    partnerCustomer = try Self.addCustomer(
      "C-1001", "Nordwind Handels GmbH", city: "Hamburg", limit: 1_000_000, to: &founding)
    _ = try Self.addCustomer(
      "C-1002", "Blauer Salon e.K.", city: "Leipzig", limit: 50_000, to: &founding)
  }

  private static func rule(_ taxClass: String, _ rate: Percent) -> TaxRule {
    TaxRule(
      key: .init(taxClass: taxClass, regionCode: "", treatment: "", validFrom: since),
      category: .standard, rate: rate)
  }

  /// - Parameter limit: of credit, in cents.
  private static func addCustomer(
    _ number: String, _ name: String, city: String, limit: Int64, to founding: inout Founding
  ) throws -> Customer {
    var fields = CustomerFields()
    fields.displayName = name
    fields.externalID = number
    fields.party = Party(
      legalName: name, address: Address(lines: ["Hauptstraße 7"], city: city, countryCode: "DE"))
    let customer = try founding.perform(CreateCustomer(fields))
    _ = try founding.perform(
      SetCreditLimit(
        customer: customer.id, expectedVersion: 1, limit: Money(limit, .eur), note: "Opening limit")
    )
    return customer
  }
}
