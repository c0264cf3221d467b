import Domain
import Testing

@Suite("Moves of stock")
struct MoveStockTests {
  private func level(_ shop: Shop, _ product: ID<Product>) -> [Int64] {
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    return [level.onHand, level.reserved, level.backordered].map { $0.micros / 1_000_000 }
  }

  @Test("ten on hand, eight reserved, four missing: two are taken back and wait")
  func adjustsBelowReserved() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let first = try shop.run(PlaceOrder(shop.request((product, "5"))))
    shop.now = shop.now.adding(seconds: 1)
    let second = try shop.run(PlaceOrder(shop.request((product, "3"))))
    #expect(level(shop, product) == [10, 8, 0])
    var move = MoveStock(lines: [
      .init(
        product: .id(product), from: shop.warehouse, amount: .quantity(Quantity(whole: 4)),
        reason: "BROKEN")
    ])
    let refused = shop.refusal(of: move)
    #expect(refused?.reason == .insufficientStock)
    #expect(refused?.metadata["available"] == "2")
    move = MoveStock(lines: move.lines, isForced: true)
    try shop.run(move)
    #expect(level(shop, product) == [6, 6, 2])
    #expect(shop.books.orders[first.id]?.lines[0].reserved == Quantity(whole: 5))
    // Who came last loses first.
    #expect(shop.books.orders[second.id]?.lines[0].reserved == Quantity(whole: 1))
    #expect(shop.books.orders[second.id]?.lines[0].promisedDate == nil)
    #expect(shop.events(.stockReleased).count == 1)
    #expect(shop.events(.stockBackordered).count == 1)
    // What is found serves who waits.
    try shop.run(
      MoveStock(lines: [
        .init(
          product: .id(product), to: shop.warehouse, amount: .counted(Quantity(whole: 9)))
      ]))
    #expect(level(shop, product) == [9, 8, 0])
  }

  @Test("no adjustment goes below nothing")
  func nothingLeft() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 3)
    let refused = shop.refusal(
      of: MoveStock(
        lines: [
          .init(product: .id(product), from: shop.warehouse, amount: .quantity(Quantity(whole: 4)))
        ], isForced: true))
    #expect(refused?.reason == .insufficientStock)
    #expect(level(shop, product) == [3, 0, 0])
  }

  @Test("a transfer takes what is available only, and serves who waits at the other end")
  func transfer() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let branch = try shop.run(CreateWarehouse(code: "B", displayName: "B", address: Address()))
    try shop.run(PlaceOrder(shop.request((product, "6"))))
    var request = shop.request((product, "3"))
    request.lines[0].warehouse = branch.id
    let waiting = try shop.run(
      PlaceOrder(request, options: ConfirmationOptions(allowBackorder: true)))
    func move(_ quantity: Int64) -> MoveStock {
      MoveStock(
        lines: [
          .init(
            product: .id(product), from: shop.warehouse, to: branch.id,
            amount: .quantity(Quantity(whole: quantity)))
        ], isForced: true)
    }
    #expect(shop.refusal(of: move(5))?.reason == .insufficientStock)
    let levels = try shop.run(move(4))
    #expect(levels.map(\.level.onHand) == [Quantity(whole: 6), Quantity(whole: 4)])
    #expect(shop.books.orders[waiting.id]?.lines[0].reserved == Quantity(whole: 3))
    let sum = shop.books.movements.rows.filter { $0.kind == .transfer }
      .reduce(Quantity.zero) { $0 + $1.quantity }
    #expect(sum == .zero)
  }

  @Test("all faults of a move are told at once")
  func faults() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let service = shop.product("1", isStocked: false)
    let refused = shop.refusal(
      of: MoveStock(lines: [
        .init(product: .id(product), amount: .quantity(Quantity(whole: 1))),
        .init(
          product: .id(service), from: nowhere(), to: shop.warehouse,
          amount: .counted(Quantity(whole: -1))),
        .init(
          product: .id(nowhere()), from: shop.warehouse, to: shop.warehouse,
          amount: .quantity(.zero)),
      ]))
    #expect(refused?.reason == .invalidFields)
    #expect(
      refused?.violations.map(\.field) == [
        "lines[0].to", "lines[1].from", "lines[1].counted", "lines[1].counted",
        "lines[1].product", "lines[2].to", "lines[2].quantity", "lines[2].product",
      ])
  }
}
