import Domain
import Testing

@Suite("Credit")
struct CreditTests {
  /// Open items 6,200, unbilled 400, open orders 1,500, unapplied 300: exposure 7,800.
  private func shop() -> Shop {
    var shop = Shop()
    var account = shop.account
    account.limit = 1_000_000
    account.openItems = 620_000
    account.unbilledShipments = 40_000
    account.openOrders = 150_000
    account.unappliedCash = 30_000
    shop.books.load(account)
    return shop
  }

  @Test("at 7,800 of 10,000 an order of 2,500 is 300.00 over, one of 2,200 fits to the cent")
  func limit() throws {
    var shop = shop()
    #expect(shop.account.exposure == 780_000)
    let product = shop.product("100", taxClass: "ZERO")
    let denied = try shop.run(PlaceOrder(shop.request((product, "25"))))
    #expect(denied.state == .onHold)
    #expect(denied.credit?.result == .denied)
    #expect(denied.credit?.failed == [.limit])
    #expect(denied.credit?.passesIf == 30_000)
    #expect(shop.account.exposure == 780_000)
    #expect(denied.holds.map(\.decision) == [shop.events(.creditDecided).last?.id])
    let approved = try shop.run(PlaceOrder(shop.request((product, "22"))))
    #expect(approved.state == .confirmed)
    #expect(approved.credit?.headroom == 0)
    #expect(shop.account.exposure == 1_000_000)
    let cent = shop.product("0.01", taxClass: "ZERO")
    #expect(try shop.run(PlaceOrder(shop.request((cent, "1")))).state == .onHold)
  }

  @Test("who wants no hold is refused, with figures for those who may see them alone")
  func failOnHold() {
    var shop = shop()
    let product = shop.product("100", taxClass: "ZERO")
    let command = PlaceOrder(
      shop.request((product, "25")), options: ConfirmationOptions(failOnHold: true))
    let told = shop.refusal(of: command)
    #expect(told?.reason == .creditHold)
    #expect(told?.metadata["passesIfMinor"] == "30000")
    let untold = shop.refusal(of: command, as: Caller(principal: shop.admin))
    #expect(untold?.reason == .creditHold)
    #expect(untold?.metadata == ["rules": "LIMIT"])
    #expect(untold?.message.contains(where: \.isNumber) == false)
  }

  @Test("of 1,190.00 for ten, four shipped and one invoiced: unbilled 357.00, open 714.00")
  func exposure() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 4)
    let id = try shop.run(
      PlaceOrder(
        shop.request((product, "10")), options: ConfirmationOptions(allowBackorder: true))
    ).id
    #expect(shop.account.openOrders == 119_000)
    try shop.run(ShipOrder(order: id))
    #expect([shop.account.openOrders, shop.account.unbilledShipments] == [71_400, 47_600])
    let one = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 1))
    try shop.run(InvoiceOrder(order: id, lines: [one]))
    #expect([shop.account.openOrders, shop.account.unbilledShipments] == [71_400, 35_700])
    #expect(shop.account.openItems == 11_900)
    #expect(shop.account.exposure == 119_000)
  }

  @Test("a temporary limit counts up to and on its last day")
  func temporary() {
    var shop = Shop(limit: 100)
    var account = shop.account
    account.temporaryLimit = .init(amount: 500, until: shop.today)
    shop.books.load(account)
    #expect(shop.account.limit(on: shop.today) == 500)
    #expect(shop.account.limit(on: shop.today.adding(days: 1)) == 100)
    account.temporaryLimit = .init(amount: 50, until: shop.today)
    #expect(account.limit(on: shop.today) == 100)
  }

  @Test("a release needs authority for what goes over the limit, and holds until its time")
  func release() throws {
    var shop = shop()
    let product = shop.product("100", taxClass: "ZERO")
    let id = try shop.run(PlaceOrder(shop.request((product, "25")))).id
    func clerk(_ bound: Int64) -> Caller {
      Caller(principal: shop.admin, authority: ["credit.release": bound])
    }
    let until = shop.now.adding(hours: 24)
    let command = ReleaseCreditHold(order: id, note: "go", validUntil: until)
    #expect(shop.refusal(of: command, as: clerk(29_999))?.reason == .authorityExceeded)
    let released = try shop.run(command, as: clerk(30_000))
    #expect(released.state == .confirmed)
    #expect(released.credit?.result == .overridden)
    #expect(shop.account.exposure == 1_030_000)
    shop.now = until
    #expect(shop.refusal(of: ShipOrder(order: id))?.reason == .creditHold)
    shop.now = until.adding(seconds: -1)
    #expect(shop.refusal(of: ShipOrder(order: id)) == nil)
  }

  @Test("an approval lets goods leave for seven days; then it is decided again and told")
  func approvalAges() throws {
    var shop = Shop(limit: 100_000)
    let product = shop.product("10", taxClass: "ZERO")
    let early = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    let late = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    shop.now = shop.now.adding(days: 7).adding(seconds: -1)
    try shop.run(ShipOrder(order: early))
    #expect(shop.events(.creditDecided).count == 2)
    shop.now = shop.now.adding(seconds: 1)
    try shop.run(ShipOrder(order: late, lines: [.init(number: 1, quantity: Quantity(whole: 4))]))
    let decision = try #require(shop.events(.creditDecided).last)
    #expect(shop.events(.creditDecided).count == 3)
    #expect(decision.data.contains(#""checkpoint":"SHIP""#))
    #expect(decision.data.contains(#""result":"APPROVED""#))
    var account = shop.account
    account.limit = 0
    shop.books.load(account)
    #expect(shop.refusal(of: ShipOrder(order: late))?.reason == .creditHold)
  }
}
