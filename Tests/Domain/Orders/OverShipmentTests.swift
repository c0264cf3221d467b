import Domain
import Testing

@Suite("Shipments beyond what was ordered")
struct OverShipmentTests {
  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  private func ship(_ id: ID<Order>, _ whole: Int64, line: Int32 = 1) -> ShipOrder {
    ShipOrder(order: id, lines: [.init(number: line, quantity: quantity(whole))])
  }

  /// A shop whose seller takes so many percent more.
  private func shop(over: String = "2", limit: Int64 = 1_000_000_000) throws -> Shop {
    var shop = Shop(limit: limit)
    var seller = shop.books.seller
    seller.stock.overShipment = try #require(Percent(over))
    shop.books.put(seller)
    shop.books.keep()
    return shop
  }

  /// O, X, R, S, I, open, to bill.
  private func row(_ shop: Shop, _ id: ID<Order>, _ index: Int = 0) -> [Int64] {
    guard let line = shop.books.orders[id]?.lines[index] else { return [] }
    return [
      line.ordered, line.cancelled, line.reserved, line.shipped, line.invoiced, line.open,
      line.toBill(.onShipment),
    ].map { $0.micros / 1_000_000 }
  }

  @Test("a hundred ordered with 2 percent: 102 orders two more, 103 is OVER_SHIPMENT")
  func bounds() throws {
    var shop = try shop()
    let product = shop.product("10", stock: 200)
    let placed = try shop.run(PlaceOrder(shop.request((product, "100"))))
    let refusal = shop.refusal(of: ship(placed.id, 103))
    #expect(refusal?.reason == .overShipment)
    #expect(refusal?.violations.map(\.field) == ["lines[0].quantity"])
    #expect(
      refusal?.metadata == ["line": "1", "ordered": "100", "shipped": "0", "most": "102"])
    #expect(shop.books.orders[placed.id] == placed && shop.books.revisions.rows.isEmpty)

    let shipment = try shop.run(ship(placed.id, 102))
    #expect(shipment.lines.map(\.quantity) == [quantity(102)])
    #expect(row(shop, placed.id) == [102, 0, 0, 102, 0, 0, 102])
    let order = try #require(shop.books.orders[placed.id])
    #expect(order.revision == 2 && order.totals.net == 102_000 && order.totals.gross == 121_380)
    #expect(order.credit?.result == .approved && order.credit?.revision == 2)
    #expect(shop.account.openOrders == 0 && shop.account.unbilledShipments == 121_380)
    #expect(shop.books.revisions.rows.map(\.order) == [placed])
    #expect(shop.books.revisions.rows.map(\.reason) == ["OVER_SHIPMENT"])
    #expect(shop.events(.orderAmended).count == 1 && shop.events(.creditDecided).count == 2)
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    #expect(level.onHand == quantity(98) && level.reserved == .zero)
    try shop.run(InvoiceOrder(order: placed.id))
    #expect(shop.books.orders[placed.id]?.state == .completed)
    #expect(shop.account.openItems == 121_380)
  }

  @Test("a tolerance is used once, and only by what is named")
  func once() throws {
    var shop = try shop()
    let product = shop.product("10", stock: 200)
    let id = try shop.run(PlaceOrder(shop.request((product, "100")))).id
    try shop.run(ship(id, 40))
    // Two percent of what was ordered, not of what is left.
    #expect(shop.refusal(of: ship(id, 63))?.reason == .overShipment)
    try shop.run(ship(id, 62))
    #expect(row(shop, id) == [102, 0, 0, 102, 0, 0, 102])
    let again = shop.refusal(of: ship(id, 1))
    #expect(again?.reason == .overShipment)
    #expect(again?.message == "More is to be shipped than is open.")
    let all = try shop.run(PlaceOrder(shop.request((product, "50"))))
    try shop.run(ShipOrder(order: all.id))
    #expect(row(shop, all.id) == [50, 0, 0, 50, 0, 0, 50])
    #expect(shop.books.orders[all.id]?.revision == 1)
  }

  @Test(
    "the customer's tolerance comes before the product's, and that before the seller's",
    arguments: [
      ("3", nil, nil, 103), ("3", "5", nil, 105), ("3", "5", "0", 100), ("0", nil, "2.5", 102),
      ("0", nil, nil, 100), ("100", "0", nil, 100),
    ] as [(String, String?, String?, Int64)])
  func precedence(seller: String, product: String?, customer: String?, most: Int64) throws {
    for isOver in [true, false] {
      var shop = Shop()
      let id = shop.product("10", stock: 500)
      var settings = shop.books.seller
      var row = try #require(shop.books.products[id])
      var buyer = try #require(shop.books.customers[shop.customer])
      if isOver {
        settings.stock.overShipment = try #require(Percent(seller))
        row.overShipment = product.flatMap { Percent($0) }
        buyer.overShipment = customer.flatMap { Percent($0) }
      } else {
        settings.stock.underShipment = try #require(Percent(seller))
        row.underShipment = product.flatMap { Percent($0) }
        buyer.underShipment = customer.flatMap { Percent($0) }
      }
      shop.books.put(settings)
      shop.books.put(row)
      shop.books.put(buyer)
      shop.books.keep()
      let order = try shop.run(PlaceOrder(shop.request((id, "100")))).id
      if isOver {
        #expect(shop.refusal(of: ship(order, most + 1))?.reason == .overShipment)
        try shop.run(ship(order, most))
        #expect(self.row(shop, order)[0] == most)
      } else {
        let least = 200 - most
        if least < 100 {
          try shop.run(ship(order, least))
          #expect(self.row(shop, order) == [100, 100 - least, 0, least, 0, 0, least])
        }
        let short = try shop.run(PlaceOrder(shop.request((id, "100")))).id
        try shop.run(ship(short, least - 1))
        #expect(self.row(shop, short)[1] == 0)
      }
    }
  }

  @Test("discounts, tax and the parts of invoices follow what was ordered by the shipment")
  func amounts() throws {
    var shop = try shop()
    let product = shop.product("10", stock: 200)
    var request = shop.request((product, "100"))
    request.lines[0].discounts = [.percent(Percent(whole: 10)), Discount(.amount(1_000))]
    request.discounts = [.percent(Percent(whole: 5))]
    request.charges = [Charge(kind: .freight, taxClass: "STANDARD", amount: 5_000)]
    let id = try shop.run(PlaceOrder(request)).id
    try shop.run(ship(id, 37))
    try shop.run(InvoiceOrder(order: id))
    try shop.run(ship(id, 65))
    let order = try #require(shop.books.orders[id])
    // 1,020.00 less 10 % and 10.00 is 908.00, less 5 % is 862.60; with freight 912.60.
    #expect(order.lines[0].netAmount == 90_800 && order.totals.discount == 4_540)
    #expect(order.totals.net == 91_260 && order.totals.tax == 17_339)
    try shop.run(InvoiceOrder(order: id))
    let invoices = shop.books.invoices.rows.map(\.totals)
    #expect(invoices.reduce(0) { $0 + $1.net } == order.totals.net)
    #expect(abs(invoices.reduce(0) { $0 + $1.tax } - order.totals.tax) <= 1)
    #expect(shop.account.openOrders == 0 && shop.account.unbilledShipments == 0)
  }

  @Test("what leaves above the reservation is taken from what is available, or not at all")
  func stock() throws {
    var shop = try shop()
    let product = shop.product("10", stock: 101)
    let placed = try shop.run(PlaceOrder(shop.request((product, "100"))))
    let refusal = shop.refusal(of: ship(placed.id, 102))
    #expect(refusal?.reason == .insufficientStock)
    #expect(refusal?.metadata["available"] == "101")
    #expect(shop.books.orders[placed.id] == placed)
    try shop.run(ship(placed.id, 101))
    #expect(row(shop, placed.id) == [101, 0, 0, 101, 0, 0, 101])
  }

  @Test("credit is asked for the excess: a denial is CREDIT_HOLD and changes nothing")
  func credit() throws {
    // 100 × 10.00 with 19 % tax.
    var shop = try shop(limit: 119_000)
    let product = shop.product("10", stock: 200)
    let placed = try shop.run(PlaceOrder(shop.request((product, "100"))))
    #expect(placed.state == .confirmed)
    let account = shop.account
    let refusal = shop.refusal(of: ship(placed.id, 102))
    #expect(refusal?.reason == .creditHold && refusal?.metadata["rules"] == "LIMIT")
    #expect(refusal?.metadata["passesIfMinor"] == "2380")
    #expect(shop.books.orders[placed.id] == placed && shop.account == account)
    #expect(shop.books.revisions.rows.isEmpty && shop.events(.creditDecided).count == 1)
    var more = account
    more.limit = 121_380
    shop.books.put(more)
    shop.books.keep()
    try shop.run(ship(placed.id, 102))
    #expect(shop.account.exposure == 121_380)
    #expect(shop.books.orders[placed.id]?.credit?.exposure == 121_380)
  }

  @Test("an old approval does not save an excess, and a free excess needs none")
  func coverage() throws {
    var shop = try shop(limit: 11_900)
    let (paid, free) = (shop.product("1", stock: 200), shop.product("0.000001", stock: 200))
    let id = try shop.run(PlaceOrder(shop.request((paid, "100"), (free, "100")))).id
    #expect(shop.account.exposure == 11_900)
    #expect(shop.refusal(of: ship(id, 101))?.reason == .creditHold)
    try shop.run(ship(id, 102, line: 2))
    let order = try #require(shop.books.orders[id])
    #expect(order.revision == 2 && order.credit?.revision == 2)
    #expect(shop.events(.creditDecided).count == 1)
    // The approval that stood for the first revision stands for this one.
    try shop.run(ship(id, 100))
    #expect(shop.events(.creditDecided).count == 1)
  }

  @Test("one line over and another within its rest: both end with the shipment")
  func both() throws {
    var shop = try shop(over: "10")
    var seller = shop.books.seller
    seller.stock.underShipment = Percent(whole: 10)
    shop.books.put(seller)
    shop.books.keep()
    let (apple, pear) = (shop.product("10", stock: 50), shop.product("10", stock: 50))
    let id = try shop.run(PlaceOrder(shop.request((apple, "10"), (pear, "10")))).id
    try shop.run(
      ShipOrder(
        order: id,
        lines: [
          .init(number: 1, quantity: quantity(11)), .init(number: 2, quantity: quantity(9)),
        ]))
    #expect(row(shop, id) == [11, 0, 0, 11, 0, 0, 11])
    #expect(row(shop, id, 1) == [10, 1, 0, 9, 0, 0, 9])
    #expect(shop.account.exposure == 20 * 1_190)
    #expect(shop.events(.stockReleased).count == 1 && shop.events(.orderAmended).count == 2)
  }

  @Test("of what was paid for beforehand no more leaves than was paid for")
  func prepaid() throws {
    var shop = try shop(over: "20")
    let product = shop.product("100", stock: 20)
    var request = shop.request((product, "10"))
    request.paymentTerms = PaymentTerms("CIA")
    let id = try shop.run(PlaceOrder(request)).id
    try shop.run(InvoiceOrder(order: id, scope: .deposit))
    try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(119_000, .eur), autoApply: true))
    #expect(try shop.run(RedecideCredit(order: id)).order.state == .confirmed)
    let refusal = shop.refusal(of: ship(id, 11))
    #expect(refusal?.reason == .creditHold)
    #expect(refusal?.metadata["rules"]?.contains("PREPAYMENT") == true)
    #expect(shop.books.orders[id]?.revision == 1)
    try shop.run(ship(id, 10))
    #expect(row(shop, id)[0] == 10)
  }

  @Test("a small rest that ends a billed order completes it, and the log says from where")
  func completes() throws {
    var shop = Shop()
    var seller = shop.books.seller
    seller.stock.underShipment = Percent(whole: 10)
    shop.books.put(seller)
    shop.books.keep()
    let product = shop.product("10", stock: 20)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    try shop.run(InvoiceOrder(order: id, scope: .all))
    try shop.run(ship(id, 9))
    #expect(shop.books.orders[id]?.state == .completed && row(shop, id)[1] == 1)
    let event = try #require(shop.events(.orderAmended).last)
    #expect(event.data.contains(#""before":"CONFIRMED","after":"COMPLETED""#))
  }
}
