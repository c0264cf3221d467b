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

@Suite("What a tax category demands of a document")
struct TaxDocumentTests {
  private func rule(
    _ taxClass: String, _ category: TaxCategory, _ rate: String = "0", exemption: String = ""
  ) -> TaxRule {
    TaxRule(
      key: .init(
        taxClass: taxClass, regionCode: "", treatment: "", validFrom: CalendarDay(daysSince1970: 0)),
      category: category, rate: Percent(rate) ?? .zero, exemptionCode: exemption)
  }

  /// One line of each class, in this order.
  private func order(_ classes: [String], _ rules: [TaxRule]) throws -> (Shop, OrderRequest) {
    var shop = Shop()
    try shop.run(SetTaxRules(rules: rules))
    var request = shop.request()
    for taxClass in classes {
      let product = shop.product("100", taxClass: taxClass)
      request.lines.append(.init(product: .id(product), quantity: Quantity(whole: 1)))
    }
    return (shop, request)
  }

  @Test("split payment is taxed at its rate, and never stands beside the standard category")
  func splitPayment() throws {
    let split = rule("SPLIT", .splitPayment, "22")
    var (shop, request) = try order(["SPLIT", "SPLIT"], [split])
    #expect(try shop.run(PlaceOrder(request)).totals.tax == 4400)
    (shop, request) = try order(["SPLIT", "ZERO", "STANDARD"], [split])
    let refusal = shop.refusal(of: PlaceOrder(request))
    #expect(refusal?.reason == .taxNotDetermined)
    #expect(refusal?.violations.map(\.field) == ["order.lines[0]"])
    request.lines.removeLast()
    request.charges = [Charge(kind: .freight, amount: 100)]
    #expect(shop.refusal(of: PlaceOrder(request))?.reason == .taxNotDetermined)
  }

  @Test("what is outside the scope of tax is ordered by itself, and invoiced without VAT ids")
  func outsideScope() throws {
    let outside = rule("OUT", .outsideScope, exemption: "VATEX-EU-O")
    var (shop, request) = try order(["STANDARD", "OUT"], [outside])
    #expect(
      shop.refusal(of: PlaceOrder(request))?.violations.map(\.field) == ["order.lines[1]"])
    (shop, request) = try order(["OUT"], [outside])
    let placed = try shop.run(PlaceOrder(request))
    try shop.run(ShipOrder(order: placed.id))
    let refusal = shop.refusal(of: InvoiceOrder(order: placed.id))
    #expect(refusal?.reason == .sellerDataIncomplete)
    #expect(refusal?.violations.map(\.field) == ["seller.party.registration_id"])
    var seller = shop.books.seller
    seller.party.registrationID = "HRB 1"
    shop.books.put(seller)
    shop.books.keep()
    let invoice = try shop.run(InvoiceOrder(order: placed.id))
    #expect(invoice.seller.vatID.isEmpty && invoice.buyer.vatID.isEmpty)
    #expect(shop.books.seller.party.vatID == "DE123456789")
  }

  @Test(
    "a reason of exemption goes with exempt categories alone",
    arguments: [
      (TaxCategory.standard, "19", false), (.zeroRated, "0", false), (.splitPayment, "22", false),
      (.exempt, "0", true), (.export, "0", true),
    ])
  func exemption(category: TaxCategory, rate: String, isFine: Bool) {
    var shop = Shop()
    let refusal = shop.refusal(
      of: SetTaxRules(rules: [rule("X", category, rate, exemption: "VATEX-EU-G")]))
    #expect(refusal?.violations.map(\.field) == (isFine ? nil : ["tax_rules[0].exemption_code"]))
  }

  @Test(
    "an invoice is not issued without the ids that its category needs",
    arguments: [
      (TaxCategory.export, true, false, nil),
      (.export, false, false, "seller.party.vat_id"),
      (.reverseCharge, true, false, "customer.party.vat_id"),
      (.reverseCharge, true, true, nil),
    ] as [(TaxCategory, Bool, Bool, String?)])
  func ids(category: TaxCategory, seller: Bool, buyer: Bool, missing: String?) throws {
    var (shop, request) = try order(["X"], [rule("X", category, exemption: "VATEX-EU-AE")])
    request.shipTo = Address(countryCode: "DE")
    var own = shop.books.seller
    own.party.registrationID = "HRB 1"
    if !seller { own.party.vatID = "" }
    shop.books.put(own)
    var fields = CustomerFields()
    fields.party = Party(
      legalName: "Buyer", vatID: buyer ? "DE136695976" : "", address: Address(countryCode: "DE"))
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    let placed = try shop.run(PlaceOrder(request))
    try shop.run(ShipOrder(order: placed.id))
    let refusal = shop.refusal(of: InvoiceOrder(order: placed.id))
    #expect(refusal?.violations.map(\.field) == missing.map { [$0] })
  }
}
