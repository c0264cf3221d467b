import Domain
import Testing

@Suite("Tax across a border")
struct TaxCategoryTests {
  @Test(
    "a delivery to a business in another state is free of tax with a valid check of its id alone",
    arguments: [
      ("FR", "FR40303265045", 10, true, "K"), ("FR", "FR40303265045", 90, true, "K"),
      ("FR", "FR40303265045", 91, true, "S"), ("FR", "FR40303265045", 10, false, "S"),
      ("FR", "DE136695976", 10, true, "S"), ("FR", "", 10, true, "S"),
      ("DE", "FR40303265045", 10, true, "S"),
    ] as [(String, String, Int64, Bool, String)])
  func intraCommunity(
    country: String, vatID: String, age: Int64, isValid: Bool, category: String
  ) throws {
    var shop = Shop()
    let product = shop.product("100")
    try shop.run(
      SetTaxRules(rules: [
        TaxRule(
          key: .init(
            taxClass: "STANDARD", regionCode: "FR", treatment: "EU_B2B",
            validFrom: CalendarDay(daysSince1970: 0)),
          category: .intraCommunity, rate: .zero, exemptionCode: "VATEX-EU-IC")
      ]))
    var fields = CustomerFields()
    fields.taxTreatment = "EU_B2B"
    fields.party = Party(
      legalName: "Acheteur", vatID: vatID, address: Address(countryCode: country))
    fields.vatCheck = .some(
      .init(isValid: isValid, time: shop.now.adding(days: -age), source: "VIES"))
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(order.lines[0].taxCategory.rawValue == category)
    #expect(order.totals.gross == (category == "K" ? 10_000 : 11_900))
  }

  @Test("reverse charge at home needs no check, across a border it does")
  func reverseCharge() {
    let rule = TaxRule(
      key: .init(
        taxClass: "SCRAP", regionCode: "", treatment: "", validFrom: CalendarDay(daysSince1970: 0)),
      category: .reverseCharge, rate: .zero, exemptionCode: "VATEX-EU-AE")
    let shop = Shop()
    let customer = Customer(
      id: shop.customer, displayName: "C", party: Party(legalName: "C"), currency: .eur,
      paymentTerms: .net30, at: shop.now)
    #expect(Taxation.isDue(rule, to: customer, from: "DE", in: "DE", on: shop.today))
    #expect(!Taxation.isDue(rule, to: customer, from: "DE", in: "FR", on: shop.today))
  }
}
