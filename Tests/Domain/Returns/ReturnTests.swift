import Domain
import Testing

@Suite("Deliveries and returns")
struct ReturnTests {
  /// O, X, R, S, T, I, open, back-ordered, to bill, to credit.
  private func row(_ shop: Shop, _ id: ID<Order>) -> [Int64] {
    guard let line = shop.books.orders[id]?.lines.first else { return [] }
    return [
      line.ordered, line.cancelled, line.reserved, line.shipped, line.returned, line.invoiced,
      line.open, line.backordered, line.toBill(.onShipment),
      line.toCredit(.onShipment),
    ].map { $0.micros / 1_000_000 }
  }

  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  /// Ten of a product, all shipped.
  private func shipped(
    _ shop: inout Shop, invoiced: Bool = false
  ) throws -> (order: ID<Order>, shipment: Shipment, product: ID<Product>) {
    let product = shop.product("1", stock: 10)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    let shipment = try shop.run(ShipOrder(order: id))
    if invoiced { try shop.run(InvoiceOrder(order: id)) }
    return (id, shipment, product)
  }

  private func back(_ shop: inout Shop, _ order: ID<Order>, _ whole: Int64) throws -> Return {
    try shop.run(
      CreateReturn(order: order, lines: [.init(orderLine: 1, quantity: quantity(whole))]))
  }

  @Test("two of eleven come back and are to credit; their credit settles it")
  func toCredit() throws {
    var shop = Shop()
    let (id, _, product) = try shipped(&shop, invoiced: true)
    #expect(row(shop, id) == [10, 0, 0, 10, 0, 10, 0, 0, 0, 0])
    let asked = try back(&shop, id, 2)
    #expect(asked.number == "RMA-2026-000001")
    #expect(asked.state == .requested)
    try shop.run(AuthorizeReturn(return: asked.id))
    #expect(shop.books.orders[id]?.lines[0].returnable == quantity(8))
    try shop.run(ReceiveReturn(return: asked.id))
    #expect(row(shop, id) == [10, 0, 0, 10, 2, 10, 0, 0, 0, 2])
    #expect(shop.books.orders[id]?.state == .completed)
    let key = StockKey(warehouse: shop.warehouse, product: product)
    #expect(shop.books.stockLevel(key).onHand == quantity(2))
    var line = try #require(shop.books.orders[id]?.lines[0])
    line.credited = quantity(2)
    #expect(line.toCredit(.onShipment) == .zero)
    #expect(line.toBill(.onShipment) == .zero)
  }

  @Test("of ten shipped, two returned and three on their way, five are returnable")
  func returnable() throws {
    var shop = Shop()
    let (id, _, _) = try shipped(&shop)
    let first = try back(&shop, id, 2)
    try shop.run(AuthorizeReturn(return: first.id))
    try shop.run(ReceiveReturn(return: first.id))
    let second = try back(&shop, id, 3)
    try shop.run(AuthorizeReturn(return: second.id))
    let refused = shop.refusal(
      of: CreateReturn(order: id, lines: [.init(orderLine: 1, quantity: quantity(6))]))
    #expect(refused?.reason == .overReturn)
    #expect(refused?.metadata["shipped"] == "10")
    let third = try back(&shop, id, 5)
    // A request holds nothing: whoever is authorised first has it.
    let fourth = try back(&shop, id, 1)
    try shop.run(AuthorizeReturn(return: fourth.id))
    #expect(shop.refusal(of: AuthorizeReturn(return: third.id))?.reason == .overReturn)
  }

  @Test("an authorisation counts for thirty days; then its goods are returnable again")
  func lapses() throws {
    var shop = Shop()
    let (id, _, _) = try shipped(&shop)
    let first = try back(&shop, id, 10)
    try shop.run(AuthorizeReturn(return: first.id))
    #expect(
      shop.refusal(
        of: CreateReturn(order: id, lines: [.init(orderLine: 1, quantity: quantity(1))]))?
        .reason == .overReturn)
    shop.now = shop.now.adding(days: 30)
    #expect(shop.refusal(of: ReceiveReturn(return: first.id))?.reason == .invalidStateTransition)
    let second = try back(&shop, id, 4)
    try shop.run(AuthorizeReturn(return: second.id))
    #expect(shop.books.orders[id]?.lines[0].returning == quantity(4))
    #expect(shop.refusal(of: AuthorizeReturn(return: first.id))?.reason == .overReturn)
    // What does not come, or is not accepted, may be asked back again.
    try shop.run(
      ReceiveReturn(
        return: second.id,
        lines: [.init(orderLine: 1, quantity: quantity(3), disposition: .scrap)]))
    #expect(shop.books.orders[id]?.lines[0].returned == quantity(3))
    #expect(shop.books.orders[id]?.lines[0].returnable == quantity(7))
  }

  @Test("goods can be asked back for thirty days after delivery, later by permission")
  func window() throws {
    var shop = Shop()
    let (id, shipment, _) = try shipped(&shop)
    try shop.run(ConfirmDelivery(order: id, shipment: shipment.id, recipient: "Ada"))
    #expect(shop.books.orders[id]?.lines[0].delivered == quantity(10))
    shop.now = shop.now.adding(days: 30)
    _ = try back(&shop, id, 1)
    shop.now = shop.now.adding(days: 1)
    let late = CreateReturn(order: id, lines: [.init(orderLine: 1, quantity: quantity(1))])
    #expect(shop.refusal(of: late)?.reason == .returnWindowClosed)
    let manager = Caller(principal: shop.admin, permissions: ["returns.decide"])
    #expect(shop.refusal(of: late, as: manager) == nil)
  }

  @Test(
    "what comes back goes where its disposition says",
    arguments: [
      (Return.Disposition.restock, 2, 1), (.scrap, 0, 0), (.repair, 0, 0),
    ])
  func dispositions(disposition: Return.Disposition, onHand: Int64, served: Int64) throws {
    var shop = Shop()
    let (id, _, product) = try shipped(&shop)
    let waiting = try shop.run(
      PlaceOrder(
        shop.request((product, "1")), options: ConfirmationOptions(allowBackorder: true)))
    let asked = try back(&shop, id, 2)
    try shop.run(AuthorizeReturn(return: asked.id))
    let received = try shop.run(
      ReceiveReturn(
        return: asked.id,
        lines: [.init(orderLine: 1, quantity: quantity(2), disposition: disposition)]))
    #expect(received.state == .received)
    #expect(received.lines[0].disposition == disposition)
    let key = StockKey(warehouse: shop.warehouse, product: product)
    #expect(shop.books.stockLevel(key).onHand == quantity(onHand))
    #expect(shop.books.orders[waiting.id]?.lines[0].reserved == quantity(served))
    // Not billed and back: nothing is left to do.
    #expect(row(shop, id) == [10, 0, 0, 10, 2, 0, 0, 0, 8, 0])
  }

  @Test("of one line some is sold again and some is not; amounts and replacements part with it")
  func parted() throws {
    var shop = Shop()
    let (id, _, product) = try shipped(&shop)
    let asked = try back(&shop, id, 7)
    try shop.run(AuthorizeReturn(return: asked.id))
    var line = OrderRequest.Line(product: .id(product), quantity: quantity(3))
    line.replacementFor = asked.id
    let options = ConfirmationOptions(allowBackorder: true)
    try shop.run(
      PlaceOrder(OrderRequest(customer: .id(shop.customer), lines: [line]), options: options))
    func part(_ whole: Int64, _ disposition: Return.Disposition?) -> ReceiveReturn.Line {
      .init(orderLine: 1, quantity: quantity(whole), disposition: disposition)
    }
    for (lines, reason, field) in [
      ([part(2, .restock), part(6, .scrap)], Reason.overReturn, "lines[1].quantity"),
      ([part(2, nil), part(1, .restock)], .invalidFields, "lines[1].line_id"),
    ] {
      let refusal = shop.refusal(of: ReceiveReturn(return: asked.id, lines: lines))
      #expect(refusal?.reason == reason && refusal?.violations.map(\.field) == [field])
    }
    let received = try shop.run(
      ReceiveReturn(
        return: asked.id, lines: [part(2, .restock), part(1, .scrap), part(3, .repair)]))
    #expect(received.lines.map(\.number) == [1, 2, 3])
    #expect(received.lines.map(\.disposition) == [.restock, .scrap, .repair])
    #expect(received.lines.map(\.quantity) == [quantity(3), quantity(1), quantity(3)])
    #expect(received.lines.map(\.received) == [quantity(2), quantity(1), quantity(3)])
    #expect(received.lines.map(\.netAmount) == [300, 100, 300])
    #expect(received.lines.map(\.replaced) == [quantity(3), .zero, .zero])
    #expect(received.replaceable(product) == quantity(3))
    #expect(row(shop, id)[4] == 6)
    // Two came to stock, and wait no more: the replacement takes them.
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    #expect(level.onHand == quantity(2) && level.reserved == quantity(2))
  }

  @Test("what was lost is open again, takes from stock anew, and what was billed is to credit")
  func lost() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 12)
    let id = try shop.run(
      PlaceOrder(
        shop.request((product, "15")), options: ConfirmationOptions(allowBackorder: true))
    ).id
    let shipment = try shop.run(
      ShipOrder(order: id, lines: [.init(number: 1, quantity: quantity(4))]))
    try shop.run(InvoiceOrder(order: id))
    let lost = try shop.run(ConfirmDelivery(order: id, shipment: shipment.id, isLost: true))
    #expect(lost.state == .lost)
    #expect(row(shop, id) == [15, 0, 8, 0, 0, 4, 15, 7, 0, 4])
    #expect(
      shop.refusal(of: ConfirmDelivery(order: id, shipment: shipment.id))?.reason
        == .invalidStateTransition)
  }

  @Test("on a complete order nothing opens again: what was lost is cancelled and to credit")
  func lostLate() throws {
    var shop = Shop()
    let (id, shipment, _) = try shipped(&shop, invoiced: true)
    try shop.run(ConfirmDelivery(order: id, shipment: shipment.id, isLost: true))
    #expect(row(shop, id) == [10, 10, 0, 0, 0, 10, 0, 0, 0, 10])
    #expect(shop.books.orders[id]?.state == .completed)
    #expect(
      shop.refusal(
        of: CreateReturn(order: id, lines: [.init(orderLine: 1, quantity: quantity(1))]))?
        .reason == .overReturn)
  }

  @Test("a rest within the tolerance is closed with the shipment before it")
  func underShipment() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 100)
    var seller = shop.books.seller
    seller.stock.underShipment = Percent("2") ?? .zero
    shop.books.put(seller)
    let id = try shop.run(PlaceOrder(shop.request((product, "100")))).id
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: quantity(97))]))
    #expect(row(shop, id) == [100, 0, 3, 97, 0, 0, 3, 0, 97, 0])
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: quantity(1))]))
    #expect(row(shop, id) == [100, 2, 0, 98, 0, 0, 0, 0, 98, 0])
    let key = StockKey(warehouse: shop.warehouse, product: product)
    #expect(shop.books.stockLevel(key).reserved == .zero)
  }

  @Test("a return is decided once")
  func states() throws {
    var shop = Shop()
    let (id, _, _) = try shipped(&shop)
    let asked = try back(&shop, id, 1)
    #expect(shop.refusal(of: ReceiveReturn(return: asked.id))?.reason == .invalidStateTransition)
    try shop.run(RejectReturn(return: asked.id, reason: "WORN"))
    for refused in [
      shop.refusal(of: RejectReturn(return: asked.id, reason: "AGAIN")),
      shop.refusal(of: AuthorizeReturn(return: asked.id)),
      shop.refusal(of: ReceiveReturn(return: asked.id)),
    ] {
      #expect(refused?.reason == .invalidStateTransition)
    }
    let partner = Caller(principal: shop.admin, scope: .customers([shop.stranger]))
    #expect(
      shop.refusal(of: RejectReturn(return: asked.id, reason: ""), as: partner)?.reason
        == .resourceNotFound)
  }
}
