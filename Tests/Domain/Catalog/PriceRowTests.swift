import Domain
import Testing

@Suite("Price rows and discount rules")
struct PriceRowTests {
  private func row(
    _ product: ID<Product>, _ audience: Price.Audience, from minimum: Int64 = 0,
    price: String = "0", discount: String? = nil, since day: String = "2020-01-01",
    until: String? = nil
  ) throws -> SetPrices.Row {
    .init(
      product: .id(product), currency: .eur, audience: audience,
      minQuantity: Quantity(whole: minimum), validFrom: try #require(CalendarDay(day)),
      validUntil: until.flatMap { CalendarDay($0) }, unitPrice: try #require(UnitPrice(price)),
      discount: try discount.map { try #require(Percent($0)) })
  }

  @Test("a row with a percent lowers the next hit, and the line says by which rows")
  func percentRows() throws {
    var shop = Shop()
    let product = shop.product("10", taxClass: "ZERO")
    var fields = CustomerFields()
    fields.priceGroup = .some("TRADE")
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    try shop.run(SetPrices(rows: [try row(product, .group("TRADE"), from: 5, discount: "10")]))
    var line = try shop.run(PlaceOrder(shop.request((product, "4")))).lines[0]
    #expect(line.netAmount == 4000 && line.priceSource == .list && line.discounts.isEmpty)
    #expect(line.priceRow == "LIST from 0, 1970-01-01")
    line = try shop.run(PlaceOrder(shop.request((product, "5")))).lines[0]
    #expect([line.grossAmount, line.discountAmount, line.netAmount] == [5000, 500, 4500])
    #expect(line.priceSource == .group && line.priceDate == shop.today)
    #expect(line.priceRow == "GROUP TRADE from 5, 2020-01-01; LIST from 0, 1970-01-01")
    try shop.run(SetPrices(rows: [try row(product, .customer(shop.customer), discount: "5")]))
    line = try shop.run(PlaceOrder(shop.request((product, "5")))).lines[0]
    #expect(line.discounts.map(\.amount) == [500, 225])
    #expect(line.discounts.map(\.origin) == [.list, .list])
    #expect(line.netAmount == 4275 && line.priceSource == .customer)
  }

  @Test("a percent without a price below it is no price")
  func percentAlone() throws {
    var shop = Shop()
    let product = shop.product(nil)
    try shop.run(SetPrices(rows: [try row(product, .customer(shop.customer), discount: "5")]))
    let refusal = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect(refusal?.reason == .priceMissing)
    let general = SetPrices(rows: [try row(product, .all, discount: "5")])
    let refused = shop.refusal(of: general)
    #expect(refused?.violations.first?.field == "prices[0].discount_percent")
  }

  @Test(
    "rows that share a day for the same buyers and quantity are refused",
    arguments: [
      ("2026-01-01", "2026-06-30", true), ("2025-01-01", nil, true),
      ("2025-01-01", "2025-12-31", false),
      ("2027-01-01", nil, false), ("2026-12-31", nil, true),
    ] as [(String, String?, Bool)])
  func overlap(from: String, until: String?, isRefused: Bool) throws {
    var shop = Shop()
    let product = shop.product(nil)
    let group = Price.Audience.group("TRADE")
    try shop.run(
      SetPrices(rows: [
        try row(product, group, price: "5", since: "2026-01-02", until: "2026-12-31")
      ]))
    let second = SetPrices(rows: [try row(product, group, discount: "5", since: from, until: until)]
    )
    let refusal = shop.refusal(of: second)
    #expect((refusal?.reason == .priceOverlap) == isRefused)
    let others = SetPrices(
      rows: [try row(product, .group("OTHER"), price: "5", since: from, until: until)])
    let other = shop.refusal(of: others)
    #expect(other == nil)
  }

  @Test(
    "a price below the list counts against the authority to give discounts, list discounts do not")
  func authority() throws {
    var shop = Shop()
    let product = shop.product("10", taxClass: "ZERO")
    try shop.run(SetPrices(rows: [try row(product, .customer(shop.customer), discount: "50")]))
    let clerk = Caller(principal: shop.admin, authority: ["orders.discount": 100])
    let listed = shop.refusal(of: PlaceOrder(shop.request((product, "4"))), as: clerk)
    #expect(listed == nil)
    func refusal(_ price: String?, _ discounts: [Discount], document: [Discount] = []) throws
      -> Reason?
    {
      var request = shop.request((product, "4"))
      request.lines[0].unitPrice = try price.map { try #require(UnitPrice($0)) }
      request.lines[0].discounts = discounts
      request.discounts = document
      return shop.refusal(of: PlaceOrder(request), as: clerk)?.reason
    }
    #expect(try refusal("4.75", []) == nil)
    #expect(try refusal("4.74", []) == .authorityExceeded)
    #expect(try refusal("6", [Discount(.amount(101))]) == .authorityExceeded)
    #expect(try refusal(nil, [.percent(Percent(whole: 5))]) == nil)
    #expect(
      try refusal(nil, [Discount(.amount(60))], document: [Discount(.amount(41))])
        == .authorityExceeded)
  }
}
