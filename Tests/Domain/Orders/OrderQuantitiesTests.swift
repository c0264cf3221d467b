import Domain
import Testing

@Suite("Quantities of an order line")
struct OrderQuantitiesTests {
  /// O, X, R, S, I, open, back-ordered, to bill.
  private func row(_ shop: Shop, _ id: ID<Order>) -> [Int64] {
    guard let line = shop.books.orders[id]?.lines.first else { return [] }
    return [
      line.ordered, line.cancelled, line.reserved, line.shipped, line.invoiced, line.open,
      line.backordered, line.toBill(.onShipment),
    ].map { $0.micros / 1_000_000 }
  }

  @Test("ten ordered with seven in stock, step by step")
  func table() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 7)
    let options = ConfirmationOptions(allowBackorder: true)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")), options: options)).id
    #expect(row(shop, id) == [10, 0, 7, 0, 0, 10, 3, 0])
    try shop.run(ShipOrder(order: id))
    #expect(row(shop, id) == [10, 0, 0, 7, 0, 3, 3, 7])
    try shop.run(InvoiceOrder(order: id))
    #expect(row(shop, id) == [10, 0, 0, 7, 7, 3, 3, 0])
    try shop.run(
      ReceiveStock(
        reference: "R", lines: [.init(product: .id(product), quantity: Quantity(whole: 5))]))
    #expect(row(shop, id) == [10, 0, 3, 7, 7, 3, 0, 0])
    try shop.run(
      CancelOrder(
        order: id, reasonCode: "TEST", lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    #expect(row(shop, id) == [10, 1, 2, 7, 7, 2, 0, 0])
    try shop.run(ShipOrder(order: id))
    #expect(row(shop, id) == [10, 1, 0, 9, 7, 0, 0, 2])
    try shop.run(InvoiceOrder(order: id))
    #expect(row(shop, id) == [10, 1, 0, 9, 9, 0, 0, 0])
    #expect(shop.books.orders[id]?.state == .completed)
    let level = shop.books.stockLevel(StockKey(warehouse: shop.warehouse, product: product))
    #expect(level.onHand == Quantity(whole: 3))
    #expect(level.reserved == .zero)
  }

  @Test("what is back-ordered is given up before what is reserved")
  func cancelsBackorderFirst() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 7)
    let options = ConfirmationOptions(allowBackorder: true)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")), options: options)).id
    try shop.run(
      CancelOrder(
        order: id, reasonCode: "TEST", lines: [.init(number: 1, quantity: Quantity(whole: 4))]))
    #expect(row(shop, id) == [10, 4, 6, 0, 0, 6, 0, 0])
  }

  @Test("shipping takes above its reservation only what nobody else has")
  func shipsAboveReservation() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let options = ConfirmationOptions(allowBackorder: true)
    let first = try shop.run(PlaceOrder(shop.request((product, "8")))).id
    let second = try shop.run(PlaceOrder(shop.request((product, "6")), options: options)).id
    let more = ShipOrder.Line(number: 1, quantity: Quantity(whole: 3))
    #expect(
      shop.refusal(of: ShipOrder(order: second, lines: [more]))?.reason == .insufficientStock)
    let over = ShipOrder.Line(number: 1, quantity: Quantity(whole: 9))
    #expect(shop.refusal(of: ShipOrder(order: first, lines: [over]))?.reason == .overShipment)
    try shop.run(ShipOrder(order: first))
    #expect(row(shop, first) == [8, 0, 0, 8, 0, 0, 0, 8])
    #expect(row(shop, second) == [6, 0, 2, 0, 0, 6, 4, 0])
  }

  @Test("the states that people see follow from the quantities")
  func derived() throws {
    var shop = Shop()
    let product = shop.product("10", stock: 7)
    let options = ConfirmationOptions(allowBackorder: true)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")), options: options)).id
    func states() -> [String] {
      let order = shop.books.orders[id]
      let paid = Order.PaymentState(of: shop.books.openItems(of: id))
      return [
        order?.fulfillmentState.rawValue ?? "", order?.billingState.rawValue ?? "", paid.rawValue,
      ]
    }
    #expect(states() == ["UNFULFILLED", "UNBILLED", "UNPAID"])
    try shop.run(ShipOrder(order: id))
    let half = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 3))
    try shop.run(InvoiceOrder(order: id, lines: [half]))
    #expect(states() == ["PARTLY_FULFILLED", "PARTLY_BILLED", "UNPAID"])
    try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(100, .eur), autoApply: true))
    #expect(states()[2] == "PARTLY_PAID")
    try shop.run(CancelOrder(order: id, reasonCode: "TEST"))
    try shop.run(InvoiceOrder(order: id))
    try shop.run(
      RecordPayment(customer: .id(shop.customer), amount: Money(99_999, .eur), autoApply: true))
    #expect(states() == ["FULFILLED", "BILLED", "PAID"])
  }
}
