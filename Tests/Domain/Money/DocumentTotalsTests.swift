import Domain
import Testing

@Suite("Totals of a document")
struct DocumentTotalsTests {
  @Test("5 % off 138.03 is 6.90: bases 101.68 and 29.45, tax 19.32 and 2.06, gross 152.51")
  func euro() throws {
    var shop = Shop()
    let first = shop.product("33.33")
    let second = shop.product("1.005")
    let third = shop.product("12.40", taxClass: "REDUCED")
    var request = shop.request((first, "3"), (second, "7"), (third, "2.5"))
    request.discounts = [.percent(Percent(whole: 5))]
    let order = try shop.run(PlaceOrder(request))
    #expect(order.lines.map(\.netAmount) == [9999, 704, 3100])
    #expect(order.totals.lineNet == 13_803)
    #expect(order.totals.discount == 690)
    #expect(order.discounts.map(\.amount) == [690])
    #expect(order.lines.map(\.documentDiscount) == [500, 35, 155])
    #expect(order.taxes.map(\.base) == [10_168, 2945])
    #expect(order.taxes.map(\.tax) == [1932, 206])
    #expect(order.lines.map(\.taxAmount) == [1805, 127, 206])
    #expect(order.totals == .init(net: 13_113, tax: 2138, gross: 15_251, discount: 690))
  }

  @Test("discounts chain: 100.00 − 10 % − 5 % is 85.50; an amount comes off what remains")
  func chain() throws {
    var shop = Shop()
    let product = shop.product("100", taxClass: "ZERO")
    var request = shop.request((product, "1"))
    request.lines[0].discounts = [.percent(Percent(whole: 10)), .percent(Percent(whole: 5))]
    let line = try shop.run(PlaceOrder(request)).lines[0]
    #expect(line.discounts.map(\.amount) == [1000, 450])
    #expect([line.discountAmount, line.netAmount] == [1450, 8550])
    request.lines[0].discounts = [Discount(.amount(2500)), .percent(Percent(whole: 10))]
    #expect(try shop.run(PlaceOrder(request)).lines[0].netAmount == 6750)
    request.lines[0].discounts = [.percent(Percent(whole: 50)), Discount(.amount(5001))]
    let refusal = shop.refusal(of: PlaceOrder(request))
    #expect(refusal?.violations.map(\.field) == ["order.lines[0].discounts[1].amount"])
  }

  @Test("freight is taxed in its own category, goes on the first invoice and into account 4020")
  func charge() throws {
    var shop = Shop()
    let product = shop.product("10", taxClass: "REDUCED")
    var request = shop.request((product, "4"))
    request.charges = [Charge(kind: .freight, amount: 500)]
    let order = try shop.run(PlaceOrder(request))
    #expect(order.taxes.map(\.base) == [4000, 500])
    #expect(order.taxes.map(\.tax) == [280, 95])
    #expect(order.charges[0].taxAmount == 95)
    #expect(order.totals == .init(net: 4500, tax: 375, gross: 4875, charges: 500))
    #expect(shop.account.openOrders == 4875)
    try shop.run(
      ShipOrder(order: order.id, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    #expect([shop.account.openOrders, shop.account.unbilledShipments] == [3805, 1070])
    let first = try shop.run(InvoiceOrder(order: order.id))
    #expect(first.totals == .init(net: 1500, tax: 165, gross: 1665, charges: 500))
    #expect(shop.books.balance(AccountKey(.freight, .eur)).balance == -500)
    #expect(shop.account.openOrders == 3210)
    try shop.run(ShipOrder(order: order.id))
    let second = try shop.run(InvoiceOrder(order: order.id))
    #expect(second.charges.isEmpty)
    #expect(second.totals == .init(net: 3000, tax: 210, gross: 3210))
    #expect(shop.books.balance(AccountKey(.freight, .eur)).balance == -500)
    #expect([shop.account.openOrders, shop.account.openItems] == [0, 4875])
  }

  @Test(
    "a shelf price is paid exactly: base, tax and what rounding leaves",
    arguments: [
      (999, "19", 839, 159, 1), (1000, "19", 840, 160, 0), (119, "19", 100, 19, 0),
      (-999, "19", -839, -159, -1), (500, "0", 500, 0, 0), (105, "7", 98, 7, 0),
    ] as [(Int64, String, Int64, Int64, Int64)])
  func inclusive(gross: Int64, rate: String, base: Int64, tax: Int64, rounding: Int64) throws {
    let split = try TaxInclusive(gross: gross, rate: #require(Percent(rate)), .halfAway)
    #expect([split.base, split.tax, split.rounding] == [base, tax, rounding])
  }

  @Test("what rounding leaves of a shelf price is never more than one unit")
  func inclusiveBound() throws {
    for gross: Int64 in 0..<3000 {
      for rate in ["19", "7", "5.5", "8.1", "25"] {
        let split = try TaxInclusive(gross: gross, rate: #require(Percent(rate)), .halfAway)
        #expect(abs(split.rounding) <= 1 && split.base + split.tax + split.rounding == gross)
      }
    }
  }

  @Test("amounts in cash end on a coin of 0.05")
  func cash() {
    let cases: [(Int64, Int64)] = [(1001, -1), (1002, -2), (1003, 2), (1005, 0), (-1003, -2)]
    for (amount, added) in cases {
      #expect(cashRounding(of: amount, to: 5, .halfAway) == added)
    }
  }

  @Test("an exchange rate works both ways, rounded once in each")
  func exchange() throws {
    let vnd = try #require(Currency("VND"))
    let rate = try #require(ExchangeRate(from: .eur, to: vnd, 262_345_000_000_000))
    #expect(try rate.converted(Money(1000, .eur), .halfAway) == Money(262_345, vnd))
    #expect(try rate.converted(Money(262_345, vnd), .halfAway) == Money(1000, .eur))
    #expect(try rate.converted(Money(1, .usd), .halfAway) == nil)
    let dollar = try #require(ExchangeRate(from: .usd, to: .eur, 9_200_000_000))
    #expect(try dollar.converted(Money(15_251, .usd), .halfAway) == Money(14_031, .eur))
    #expect(try dollar.converted(Money(2138, .usd), .halfAway) == Money(1967, .eur))
  }
}
