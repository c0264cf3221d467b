import Domain
import Testing

@Suite("Amounts of an order")
struct OrderAmountsTests {
  @Test("two rates: 99.99 and 7.04 at 19 %, 31.00 at 7 %")
  func euro() throws {
    var shop = Shop()
    let first = shop.product("33.33")
    let second = shop.product("1.005")
    let third = shop.product("12.40", taxClass: "REDUCED")
    let order = try shop.run(
      PlaceOrder(shop.request((first, "3"), (second, "7"), (third, "2.5"))))
    #expect(order.lines.map(\.netAmount) == [9999, 704, 3100])
    #expect(order.taxes.map(\.base) == [10_703, 3100])
    #expect(order.taxes.map(\.tax) == [2034, 217])
    #expect(order.lines.map(\.taxAmount) == [1900, 134, 217])
    #expect(order.totals == .init(net: 13_803, tax: 2251, gross: 16_054))
  }

  @Test(
    "three lines of 105 yen at 10 %",
    arguments: [
      (TaxLevel.document, RoundingMode.halfAway, 347), (.line, .halfAway, 348),
      (.line, .halfEven, 345), (.document, .halfEven, 347),
    ] as [(TaxLevel, RoundingMode, Int64)])
  func yen(level: TaxLevel, mode: RoundingMode, gross: Int64) throws {
    var shop = Shop(currency: try #require(Currency("JPY")), mode: mode, level: level)
    let product = shop.product("105", taxClass: "TENTH")
    let order = try shop.run(
      PlaceOrder(shop.request((product, "1"), (product, "1"), (product, "1"))))
    #expect(order.totals.gross == gross)
    #expect(order.roundingMode == mode)
    #expect(order.taxLevel == level)
  }

  @Test("dinars have three digits: 3.704 + 0.333 at 5 % is 4.239")
  func dinar() throws {
    var shop = Shop(currency: try #require(Currency("KWD")))
    let first = shop.product("1.2345", taxClass: "FIVE")
    let second = shop.product("0.333", taxClass: "FIVE")
    let order = try shop.run(PlaceOrder(shop.request((first, "3"), (second, "1"))))
    #expect(order.totals == .init(net: 4037, tax: 202, gross: 4239))
  }

  @Test("a discount of 5 % on 10.10 is 0.50 and stands on the line")
  func discount() throws {
    var shop = Shop()
    let product = shop.product("10.10", taxClass: "ZERO")
    var request = shop.request((product, "1"))
    request.lines[0].discounts = [.percent(Percent(whole: 5))]
    let line = try #require(try shop.run(PlaceOrder(request)).lines.first)
    #expect([line.grossAmount, line.discountAmount, line.netAmount] == [1010, 50, 960])
  }

  @Test("the price is the customer's, else the group's, else everybody's; the largest tier reached")
  func prices() throws {
    var shop = Shop()
    let product = shop.product("10", taxClass: "ZERO")
    let day = CalendarDay(daysSince1970: 0)
    func row(_ audience: Price.Audience, _ minimum: Int64, _ price: String) throws -> SetPrices.Row
    {
      .init(
        product: .id(product), currency: .eur, audience: audience,
        minQuantity: Quantity(whole: minimum), validFrom: day,
        unitPrice: try #require(UnitPrice(price)))
    }
    let steps: [(SetPrices.Row?, String, Int64, PriceSource)] = [
      (nil, "1", 1000, .list), (try row(.all, 10, "9"), "10", 9000, .list),
      (nil, "9", 9000, .list), (try row(.group("TRADE"), 5, "8"), "5", 4000, .group),
      (nil, "4", 4000, .list), (try row(.customer(shop.customer), 0, "7"), "5", 3500, .customer),
      (try row(.customer(shop.stranger), 0, "1"), "5", 3500, .customer),
    ]
    var fields = CustomerFields()
    fields.priceGroup = .some("TRADE")
    try shop.run(UpdateCustomer(customer: shop.customer, fields: fields))
    for (row, quantity, net, source) in steps {
      if let row { try shop.run(SetPrices(rows: [row])) }
      let order = try shop.run(PlaceOrder(shop.request((product, quantity))))
      #expect(order.totals.net == net)
      #expect(order.lines[0].priceSource == source)
    }
  }
}
