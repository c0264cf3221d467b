import Domain
import Testing

@Suite("Promises")
struct PromiseTests {
  private let backorder = ConfirmationOptions(allowBackorder: true)

  private func receive(
    _ shop: inout Shop, _ product: ID<Product>, _ quantity: Int64
  ) throws {
    try shop.run(
      ReceiveStock(
        reference: "R",
        lines: [.init(product: .id(product), quantity: Quantity(whole: quantity))]))
  }

  private func schedule(
    _ shop: inout Shop, _ product: ID<Product>, _ quantity: Int64, in days: Int
  ) throws -> StockReceipt {
    try shop.run(
      ScheduleReceipt(
        expectedDate: shop.today.adding(days: days),
        lines: [.init(product: .id(product), quantity: Quantity(whole: quantity))]))
  }

  @Test("a line is promised for the first day on which all of it can leave")
  func promises() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 5)
    _ = try schedule(&shop, product, 10, in: 4)
    let first = try shop.run(PlaceOrder(shop.request((product, "5"))))
    #expect(first.lines[0].promisedDate == shop.today)
    let second = try shop.run(PlaceOrder(shop.request((product, "6")), options: backorder))
    #expect(second.lines[0].promisedDate == shop.today.adding(days: 4))
    #expect(second.promisedDate == shop.today.adding(days: 4))
    // Of the ten, six are promised already.
    let third = try shop.run(PlaceOrder(shop.request((product, "5")), options: backorder))
    #expect(third.lines[0].promisedDate == nil)
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    #expect(level.incoming == Quantity(whole: 10))
    #expect(level.backordered == Quantity(whole: 11))
  }

  @Test("without goods in sight the lead time of the product promises, or nobody does")
  func leadTime() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 0)
    var row = try #require(shop.books.products[product])
    row.leadDays = 12
    shop.books.put(row)
    let order = try shop.run(PlaceOrder(shop.request((product, "5")), options: backorder))
    #expect(order.lines[0].promisedDate == shop.today.adding(days: 12))
  }

  @Test("goods wanted later are promised for the day on which they must leave")
  func wantedLater() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 5)
    var warehouse = try #require(shop.books.warehouses[shop.warehouse])
    warehouse.handlingDays = 1
    shop.books.put(warehouse)
    var seller = shop.books.seller
    seller.stock.transitDays = 2
    shop.books.put(seller)
    var request = shop.request((product, "5"))
    request.requestedDate = CalendarDay("2026-06-12")
    let order = try shop.run(PlaceOrder(request))
    #expect(order.lines[0].promisedDate?.description == "2026-06-09")
  }

  @Test("new orders leave alone what others wait for, unless the seller says otherwise")
  func protects() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 8)
    var request = shop.request((product, "10"))
    request.isShipComplete = true
    let complete = try shop.run(PlaceOrder(request, options: backorder))
    #expect(complete.lines[0].reserved == .zero)
    let refused = shop.refusal(of: PlaceOrder(shop.request((product, "1"))))
    #expect(refused?.reason == .insufficientStock)
    #expect(refused?.metadata["available"] == "0")
    #expect(refused?.metadata["promiseDate"] == nil)
    var seller = shop.books.seller
    seller.stock.protectsBackorders = false
    shop.books.put(seller)
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(order.lines[0].reserved == Quantity(whole: 1))
  }

  @Test("a refusal for stock says when the goods could leave")
  func metadata() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 2)
    _ = try schedule(&shop, product, 10, in: 3)
    let refused = shop.refusal(of: PlaceOrder(shop.request((product, "5"))))
    #expect(refused?.metadata["product"] == "products/\(product)")
    #expect(refused?.metadata["requested"] == "5")
    #expect(refused?.metadata["available"] == "2")
    #expect(refused?.metadata["promiseDate"] == shop.today.adding(days: 3).description)
  }

  @Test("a scheduled receipt arrives as it was expected, or as it came")
  func arrives() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 0)
    let other = shop.product("1", stock: 0)
    let waiting = try shop.run(PlaceOrder(shop.request((product, "4")), options: backorder))
    let key = StockKey(warehouse: shop.warehouse, product: product)
    let receipt = try schedule(&shop, product, 6, in: 2)
    #expect(shop.books.stockLevel(key).incoming == Quantity(whole: 6))
    let arrived = try shop.run(ReceiveStock(receipt: receipt.id, reference: "", lines: []))
    #expect(arrived.id == receipt.id)
    #expect(arrived.state == .received)
    #expect(arrived.receiptDate == shop.today)
    #expect(shop.books.stockLevel(key).incoming == .zero)
    #expect(shop.books.stockLevel(key).onHand == Quantity(whole: 6))
    #expect(shop.books.orders[waiting.id]?.lines[0].reserved == Quantity(whole: 4))
    #expect(
      shop.refusal(of: ReceiveStock(receipt: receipt.id, reference: "", lines: []))?.reason
        == .invalidStateTransition)
    let second = try schedule(&shop, product, 6, in: 2)
    let came = try shop.run(
      ReceiveStock(
        receipt: second.id, reference: "",
        lines: [.init(product: .id(other), quantity: Quantity(whole: 1))]))
    #expect(came.lines.map(\.quantity) == [.zero, Quantity(whole: 1)])
    #expect(came.lines.map(\.expected) == [Quantity(whole: 6), nil])
    #expect(shop.books.stockLevel(key).onHand == Quantity(whole: 6))
  }

  @Test("who finds too little takes what has lapsed, without waiting for a sweep")
  func lapsed() throws {
    var shop = Shop(limit: 10_000)
    let product = shop.product("100", taxClass: "ZERO", stock: 5)
    let held = try shop.run(PlaceOrder(shop.request((product, "5"))))
    #expect(held.state == .onHold)
    let key = StockKey(warehouse: shop.warehouse, product: product)
    #expect(shop.books.stockLevel(key).lapsing == Quantity(whole: 5))
    #expect(
      shop.refusal(of: PlaceOrder(shop.request((product, "1"))))?.reason == .insufficientStock)
    shop.now = shop.now.adding(hours: 72)
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(order.lines[0].reserved == Quantity(whole: 1))
    #expect(shop.books.orders[held.id]?.lines[0].reserved == .zero)
    #expect(shop.books.stockLevel(key).lapsing == .zero)
    #expect(shop.events(.reservationExpired).count == 1)
  }

  @Test(
    "the best warehouse answers when goods can leave",
    arguments: [
      ("3", "0", "STOCK", 0), ("6", "5", "SCHEDULED_RECEIPT", 2), ("90", "5", "LEAD_TIME", 9),
    ])
  func check(quantity: String, available: String, source: String, days: Int) throws {
    let today = CalendarDay(daysSince1970: 20_000)
    var product = Product(id: nowhere(), sku: "S", displayName: "S", at: Instant(microseconds: 0))
    product.leadDays = 9
    let warehouses = (1...2).map {
      Warehouse(
        id: ID(high: 1, low: UInt64($0)), code: "W\($0)", displayName: "W", address: Address(),
        at: Instant(microseconds: 0))
    }
    var far = StockLevel(key: StockKey(warehouse: warehouses[1].id, product: product.id))
    far.onHand = Quantity(whole: 5)
    far.plan.add(.init(day: today.adding(days: 2), incoming: Quantity(whole: 5)))
    let answer = try #require(
      AvailabilityCheck(today: today, settings: StockSettings(), needBy: nil).answer(
        Quantity(quantity) ?? .zero, of: product, levels: [far], warehouses: warehouses,
        preferring: warehouses[1].id))
    #expect(answer.warehouse == warehouses[1].id)
    #expect(answer.available == Quantity(whole: 5))
    #expect(answer.promiseDate == today.adding(days: days))
    #expect(answer.source.rawValue == source)
  }
}
