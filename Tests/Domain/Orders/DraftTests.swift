import Domain
import Testing

@Suite("Drafts and quotes")
struct DraftTests {
  private func quote(
    _ shop: Shop, _ product: ID<Product>, _ quantity: String = "2", hours: Int64 = 24,
    reserve: Int64? = nil
  ) -> CreateOrder {
    var request = shop.request((product, quantity))
    request.priceValidUntil = shop.now.adding(hours: hours)
    request.reserveUntil = reserve.map { shop.now.adding(hours: $0) }
    return CreateOrder(request)
  }

  @Test("a quote keeps its prices until its time, and is PRICE_EXPIRED afterwards")
  func validity() throws {
    var shop = Shop()
    let product = shop.product("10")
    let kept = try shop.run(quote(shop, product)).id
    let late = try shop.run(quote(shop, product)).id
    let key = try #require(shop.books.prices(of: product).first?.key)
    shop.books.put(Price(key: key, unitPrice: UnitPrice("99") ?? .zero))
    shop.books.keep()
    shop.now = shop.now.adding(hours: 24)
    #expect(try shop.run(ConfirmOrder(order: kept)).totals.net == 2000)
    shop.now = shop.now.adding(seconds: 1)
    #expect(shop.refusal(of: ConfirmOrder(order: late))?.reason == .priceExpired)
  }

  @Test("a draft holds stock until its time, and confirms on what it holds")
  func reservation() throws {
    var shop = Shop()
    let product = shop.product("10", stock: 5)
    let draft = try shop.run(quote(shop, product, "4", reserve: 2))
    #expect(draft.lines[0].reserved == Quantity(whole: 4) && draft.revision == 0)
    #expect(shop.account.exposure == 0)
    #expect(
      shop.refusal(of: PlaceOrder(shop.request((product, "2"))))?.reason == .insufficientStock)
    let short = shop.refusal(of: quote(shop, product, "2", reserve: 2))
    #expect(short?.reason == .insufficientStock)
    let order = try shop.run(ConfirmOrder(order: draft.id))
    #expect(order.reserveUntil == nil && order.revision == 1)
    #expect(order.lines[0].reserved == Quantity(whole: 4))
  }

  @Test("times that are over are no times of a quote")
  func times() throws {
    var shop = Shop()
    let product = shop.product("10")
    let refusal = shop.refusal(of: quote(shop, product, hours: 0, reserve: 0))
    #expect(
      refusal?.violations.map(\.field) == [
        "order.price_valid_until_time", "order.reserve_until_time",
      ])
  }

  @Test("an update prices new lines, keeps line numbers, and never uses one twice")
  func update() throws {
    var shop = Shop()
    let (apple, pear, plum) = (shop.product("10"), shop.product("20"), shop.product("30"))
    let draft = try shop.run(CreateOrder(shop.request((apple, "1"), (pear, "1"))))
    var fields = UpdateOrder.Fields()
    fields.lines = [
      .init(product: .id(plum), quantity: Quantity(whole: 1)),
      .init(product: .id(apple), quantity: Quantity(whole: 3)),
    ]
    fields.purchaseOrderReference = "PO 7"
    let first = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(first.lines.map(\.number) == [1, 3] && first.lines.map(\.sku) == ["SKU-1", "SKU-3"])
    #expect(first.totals.net == 6000 && first.purchaseOrderReference == "PO 7")
    #expect(first.number == draft.number && first.createTime == draft.createTime)
    fields.lines = [
      .init(product: .id(apple), quantity: Quantity(whole: 3)),
      .init(product: .id(pear), quantity: Quantity(whole: 1)),
    ]
    let second = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: first.version, fields: fields))
    #expect(second.lines.map(\.number) == [1, 4] && second.lastLine == 4)
    let stale = UpdateOrder(order: draft.id, expectedVersion: first.version, fields: fields)
    #expect(shop.refusal(of: stale)?.reason == .etagMismatch)
  }

  @Test("a line that was read and sent back keeps the price of its list")
  func readBack() throws {
    var shop = Shop()
    let product = shop.product("10")
    let draft = try shop.run(CreateOrder(shop.request((product, "1"))))
    var line = OrderRequest.Line(
      product: .id(product), quantity: Quantity(whole: 1), unitPrice: UnitPrice("10"))
    line.number = 1
    var fields = UpdateOrder.Fields()
    fields.lines = [line]
    let same = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(same.lines[0].priceSource == .list && same == draft)
    fields.lines?[0].unitPrice = UnitPrice("9")
    let manual = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(manual.lines[0].priceSource == .manual && manual.totals.net == 900)
  }

  @Test("an update takes and frees stock with the quantities and the time")
  func stock() throws {
    var shop = Shop()
    let product = shop.product("10", stock: 10)
    let draft = try shop.run(quote(shop, product, "4", reserve: 2))
    let waits = ConfirmationOptions(allowBackorder: true)
    let other = try shop.run(PlaceOrder(shop.request((product, "8")), options: waits)).id
    var fields = UpdateOrder.Fields()
    fields.lines = [.init(product: .id(product), quantity: Quantity(whole: 3))]
    let less = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(less.lines[0].reserved == Quantity(whole: 3))
    #expect(shop.books.orders[other]?.lines[0].reserved == Quantity(whole: 7))
    fields = .init()
    fields.reserveUntil = .some(nil)
    let none = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: less.version, fields: fields))
    #expect(none.lines[0].reserved == .zero && none.reserveUntil == nil)
    #expect(shop.books.orders[other]?.lines[0].reserved == Quantity(whole: 8))
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    #expect(level.reserved == Quantity(whole: 8))
  }

  @Test("a partner gives neither times of a quote nor promises")
  func partner() throws {
    var shop = Shop()
    let product = shop.product("10")
    let partner = Caller(principal: shop.admin, scope: .customers([shop.customer]))
    let refusal = shop.refusal(of: quote(shop, product, reserve: 2), as: partner)
    #expect(
      refusal?.violations.map(\.field) == [
        "order.price_valid_until_time", "order.reserve_until_time",
      ])
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))), as: partner)
    let promise = AmendOrder.Change(line: 1, promisedDate: shop.today.adding(days: 9))
    let change = shop.refusal(of: AmendOrder(order: order.id, changes: [promise]), as: partner)
    #expect(change?.violations.map(\.field) == ["changes[0].promised_date"])
    #expect(try shop.run(AmendOrder(order: order.id, changes: [promise])).order.revision == 2)
  }

  @Test("what a draft is for never changes")
  func immutables() throws {
    var shop = Shop()
    let product = shop.product("10")
    let draft = try shop.run(CreateOrder(shop.request((product, "1"))))
    var fields = UpdateOrder.Fields()
    fields.customer = .id(shop.stranger)
    fields.externalID = "X"
    fields.currency = .usd
    fields.orderDate = shop.today.adding(days: -1)
    let refusal = shop.refusal(
      of: UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(refusal?.violations.map(\.reason) == Array(repeating: .fieldImmutable, count: 4))
  }

  @Test("a copy is a new draft at the prices of today, without what people gave")
  func duplicate() throws {
    var shop = Shop()
    let product = shop.product("10")
    var request = shop.request((product, "3"))
    request.lines[0].discounts = [.percent(Percent(whole: 10))]
    request.externalID = "PO-1"
    let old = try shop.run(PlaceOrder(request))
    try shop.run(CancelOrder(order: old.id, reasonCode: "T"))
    shop.now = shop.now.adding(days: 2)
    let copy = try shop.run(DuplicateOrder(order: old.id))
    #expect(copy.id != old.id && copy.number != old.number && copy.state == .draft)
    #expect(copy.copiedFrom == old.id && copy.externalID == nil && copy.totals.net == 3000)
    #expect(copy.orderDate == shop.today && copy.lines[0].cancelled == .zero)
  }
}
