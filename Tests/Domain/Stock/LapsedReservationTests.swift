import Domain
import Testing

/// A command that finds too little first frees what has lapsed on its levels.
@Suite("Reservations whose time has passed")
struct LapsedReservationTests {
  private let waits = ConfirmationOptions(allowBackorder: true)

  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  /// A draft that holds so much for an hour, and a moment two hours later.
  private func hold(_ whole: Int64, of product: ID<Product>, in shop: inout Shop) throws -> ID<
    Order
  > {
    var request = shop.request((product, String(whole)))
    request.reserveUntil = shop.now.adding(hours: 1)
    return try shop.run(CreateOrder(request)).id
  }

  /// What the level has reserved is what the lines have.
  private func expectSums(_ shop: Shop, _ product: ID<Product>, reserved: Int64) {
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    var sum = Quantity.zero
    for order in shop.books.orders.rows {
      for line in order.lines where line.product == product { sum += line.reserved }
    }
    #expect(level.reserved == sum && sum == quantity(reserved))
  }

  @Test("a shipment frees them, and ships what its own order was given of it")
  func shipping() throws {
    var shop = Shop()
    for (held, wanted) in [(Int64(3), Int64(3)), (10, 3)] {
      let product = shop.product("1", stock: held)
      let draft = try hold(held, of: product, in: &shop)
      let order = try shop.run(
        PlaceOrder(shop.request((product, String(wanted))), options: waits))
      #expect(order.lines[0].reserved == .zero)
      shop.now = shop.now.adding(hours: 2)
      try shop.run(
        ShipOrder(order: order.id, lines: [.init(number: 1, quantity: quantity(wanted))]))
      #expect(shop.books.orders[order.id]?.lines[0].shipped == quantity(wanted))
      #expect(shop.books.orders[draft]?.lines[0].reserved == .zero)
      expectSums(shop, product, reserved: 0)
    }
  }

  @Test("an amendment takes what they held; what its order waited for comes to it too")
  func amending() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let draft = try hold(8, of: product, in: &shop)
    let order = try shop.run(PlaceOrder(shop.request((product, "3")), options: waits))
    #expect(order.lines[0].reserved == quantity(2))
    let more = AmendOrder(
      order: order.id, changes: [.init(line: 1, quantity: quantity(7))],
      addedLines: [.init(product: .id(product), quantity: quantity(3))])
    #expect(shop.refusal(of: more)?.reason == .insufficientStock)
    shop.now = shop.now.adding(hours: 2)
    let amended = try shop.run(more).order
    #expect(amended.lines.map(\.reserved) == [quantity(7), quantity(3)])
    #expect(shop.books.orders[draft]?.lines[0].reserved == .zero)
    expectSums(shop, product, reserved: 10)
    #expect(shop.books.revisions.rows.map(\.order) == [order])
  }

  @Test("a held order that is amended gives up what it held too long itself")
  func amendingItself() throws {
    var shop = Shop(limit: 1_000)
    let product = shop.product("1", stock: 10)
    let held = try shop.run(PlaceOrder(shop.request((product, "10"))))
    #expect(held.state == .onHold && held.lines[0].reserved == quantity(10))
    shop.now = shop.now.adding(hours: 73)
    let less = try shop.run(
      AmendOrder(order: held.id, changes: [.init(line: 1, quantity: quantity(8))]))
    #expect(less.order.state == .confirmed && less.order.lines[0].reserved == quantity(8))
    #expect(shop.events(.reservationExpired).count == 1)
    expectSums(shop, product, reserved: 8)
  }

  @Test("drafts, their updates, and the release of a hold free them")
  func others() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    _ = try hold(10, of: product, in: &shop)
    let plain = try shop.run(CreateOrder(shop.request((product, "4"))))
    let stopped = try shop.run(PlaceOrder(shop.request((product, "2")), options: waits))
    try shop.run(HoldOrder(order: stopped.id, reason: "wait"))
    shop.now = shop.now.adding(hours: 2)
    let second = try hold(3, of: product, in: &shop)
    #expect(shop.books.orders[second]?.lines[0].reserved == quantity(3))
    expectSums(shop, product, reserved: 3)
    var fields = UpdateOrder.Fields()
    fields.reserveUntil = .some(shop.now.adding(hours: 4))
    let version = try #require(shop.books.orders[plain.id]?.version)
    let updated = try shop.run(
      UpdateOrder(order: plain.id, expectedVersion: version, fields: fields))
    #expect(updated.lines[0].reserved == quantity(4))
    let released = try shop.run(ReleaseOrder(order: stopped.id)).order
    #expect(released.state == .confirmed && released.lines[0].reserved == quantity(2))
    expectSums(shop, product, reserved: 9)
  }

  @Test("a draft that is given a new time takes anew what it held too long")
  func renewed() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 5)
    let draft = try hold(4, of: product, in: &shop)
    shop.now = shop.now.adding(hours: 2)
    var fields = UpdateOrder.Fields()
    fields.reserveUntil = .some(shop.now.adding(hours: 1))
    let updated = try shop.run(UpdateOrder(order: draft, expectedVersion: 1, fields: fields))
    #expect(updated.lines[0].reserved == quantity(4))
    expectSums(shop, product, reserved: 4)
  }

  @Test("a preview loads what the order would")
  func preview() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    _ = try hold(10, of: product, in: &shop)
    shop.now = shop.now.adding(hours: 2)
    let request = shop.request((product, "4"))
    let context = Context(
      now: shop.now, today: shop.today, caller: shop.owner, requestID: ID(high: 5, low: 1),
      method: "Test")
    let needs = PlaceOrder(request).furtherNeeds(on: shop.books, in: context)
    #expect(needs?.lapsedForProducts == [product])
    #expect(PreviewOrder(request).furtherNeeds(on: shop.books, in: context) == needs)
  }
}
