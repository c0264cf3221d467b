import Domain
import Testing

@Suite("Back-orders")
struct BackorderReleaseTests {
  @Test("whoever asked for the earlier day is served first, then who confirmed first")
  func order() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 0)
    let options = ConfirmationOptions(allowBackorder: true)
    var ids: [ID<Order>] = []
    for (quantity, day) in [("12", 5), ("10", 9), ("5", 3), ("4", 5), ("2", nil)] {
      var request = shop.request((product, quantity))
      request.requestedDate = day.map { shop.today.adding(days: $0) }
      ids.append(try shop.run(PlaceOrder(request, options: options)).id)
      shop.now = shop.now.adding(seconds: 1)
    }
    func receive(_ quantity: Int64) throws -> [Int64] {
      try shop.run(
        ReceiveStock(
          reference: "R",
          lines: [.init(product: .id(product), quantity: Quantity(whole: quantity))]))
      return ids.map { (shop.books.orders[$0]?.lines[0].reserved.micros ?? 0) / 1_000_000 }
    }
    #expect(try receive(20) == [12, 0, 5, 3, 0])
    #expect(try receive(5) == [12, 4, 5, 4, 0])
    // What a cancellation frees goes to those who wait.
    try shop.run(CancelOrder(order: ids[2], reasonCode: "TEST"))
    #expect(try receive(2) == [12, 10, 0, 4, 1])
  }

  @Test("of twenty, the higher priority gets ten, then who was promised first")
  func priorities() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 0)
    var ids: [ID<Order>] = []
    for (quantity, day, priority) in [("12", 5, 0), ("10", 9, 1), ("5", 3, 0)]
      as [(String, Int, Int32)]
    {
      var request = shop.request((product, quantity))
      request.requestedDate = shop.today.adding(days: day)
      request.priority = priority
      ids.append(
        try shop.run(
          PlaceOrder(request, options: ConfirmationOptions(allowBackorder: true))
        ).id)
    }
    try shop.run(
      ReceiveStock(
        reference: "R", lines: [.init(product: .id(product), quantity: Quantity(whole: 20))]))
    #expect(
      ids.map { (shop.books.orders[$0]?.lines[0].reserved.micros ?? 0) / 1_000_000 } == [5, 10, 5])
  }

  @Test("a line that takes all or nothing lets others pass for seven days, then it blocks")
  func shipComplete() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 0)
    let options = ConfirmationOptions(allowBackorder: true)
    var request = shop.request((product, "10"))
    request.isShipComplete = true
    request.requestedDate = shop.today
    let complete = try shop.run(PlaceOrder(request, options: options)).id
    let other = try shop.run(PlaceOrder(shop.request((product, "9")), options: options)).id
    func receive(_ quantity: Int64) throws -> [Int64] {
      try shop.run(
        ReceiveStock(
          reference: "R",
          lines: [.init(product: .id(product), quantity: Quantity(whole: quantity))]))
      return [complete, other].map {
        (shop.books.orders[$0]?.lines[0].reserved.micros ?? 0) / 1_000_000
      }
    }
    #expect(try receive(3) == [0, 3])
    shop.now = shop.now.adding(days: 7)
    #expect(try receive(2) == [0, 5])
    shop.now = shop.now.adding(days: 1)
    #expect(try receive(3) == [0, 5])
    #expect(try receive(8) == [10, 6])
  }

  @Test("a reservation that lapsed serves those who wait, and is taken again on release")
  func lapses() throws {
    var shop = Shop(limit: 10_000)
    let product = shop.product("100", taxClass: "ZERO", stock: 5)
    let held = try shop.run(PlaceOrder(shop.request((product, "5"))))
    #expect(held.state == .onHold)
    #expect(held.reserveUntil == shop.now.adding(hours: 72))
    let waiting = try shop.run(
      PlaceOrder(
        shop.request((product, "1")), options: ConfirmationOptions(allowBackorder: true)))
    #expect(waiting.lines[0].reserved == .zero)
    #expect(try shop.run(ExpireReservation(order: held.id)) == held)
    shop.now = shop.now.adding(hours: 72)
    let expired = try shop.run(ExpireReservation(order: held.id))
    #expect(expired.lines[0].reserved == .zero)
    #expect(shop.books.orders[waiting.id]?.lines[0].reserved == Quantity(whole: 1))
    #expect(try shop.run(ExpireReservation(order: held.id)) == expired)
    let released = try shop.run(ReleaseCreditHold(order: held.id, note: "go"))
    #expect(released.state == .confirmed)
    #expect(released.lines[0].reserved == Quantity(whole: 4))
    #expect(released.lines[0].backordered == Quantity(whole: 1))
  }

  @Test("whoever frees goods looks at all levels of the product where something is left to give")
  func siblings() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 5)
    let other = ID<Warehouse>(high: 3, low: 2)
    shop.books.put(
      Warehouse(id: other, code: "V", displayName: "V", address: Address(), at: shop.now))
    var level = StockLevel(key: StockKey(warehouse: other, product: product))
    level.onHand = Quantity(whole: 2)
    shop.books.put(level)
    shop.books.keep()
    var request = shop.request((product, "6"))
    request.isShipComplete = true
    request.lines[0].warehouse = other
    try shop.run(PlaceOrder(request, options: ConfirmationOptions(allowBackorder: true)))
    let here = StockKey(warehouse: shop.warehouse, product: product)
    #expect(shop.books.waitingNeeds(for: [here: .zero]).waitingForProducts.isEmpty == false)
    shop.books.reach.waiting[product] = .max
    #expect(shop.books.waitingNeeds(for: [here: .zero]) == Needs())
  }
}
