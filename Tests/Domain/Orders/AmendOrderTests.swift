import Domain
import Testing

@Suite("Amendments of an order")
struct AmendOrderTests {
  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  private func amend(
    _ id: ID<Order>, line: Int32 = 1, to whole: Int64, backorder: Bool = false,
    failOnHold: Bool = false
  ) -> AmendOrder {
    AmendOrder(
      order: id, changes: [.init(line: line, quantity: Quantity(whole: whole))],
      options: .init(failOnHold: failOnHold, allowBackorder: backorder))
  }

  /// O, X, R, S, I, open, back-ordered, to bill.
  private func row(_ shop: Shop, _ id: ID<Order>) -> [Int64] {
    guard let line = shop.books.orders[id]?.lines.first else { return [] }
    return [
      line.ordered, line.cancelled, line.reserved, line.shipped, line.invoiced, line.open,
      line.backordered, line.toBill(.onShipment),
    ].map { $0.micros / 1_000_000 }
  }

  @Test("ten ordered with seven in stock, amended to twelve, step by step")
  func table() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 7)
    let options = ConfirmationOptions(allowBackorder: true)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")), options: options)).id
    #expect(row(shop, id) == [10, 0, 7, 0, 0, 10, 3, 0])
    try shop.run(ShipOrder(order: id))
    #expect(row(shop, id) == [10, 0, 0, 7, 0, 3, 3, 7])
    try shop.run(InvoiceOrder(order: id))
    try shop.run(amend(id, to: 12, backorder: true))
    #expect(row(shop, id) == [12, 0, 0, 7, 7, 5, 5, 0])
    try shop.run(
      ReceiveStock(
        reference: "R", lines: [.init(product: .id(product), quantity: quantity(5))]))
    try shop.run(
      CancelOrder(order: id, reasonCode: "T", lines: [.init(number: 1, quantity: quantity(1))]))
    #expect(row(shop, id) == [12, 1, 4, 7, 7, 4, 0, 0])
    try shop.run(ShipOrder(order: id))
    try shop.run(InvoiceOrder(order: id))
    #expect(row(shop, id) == [12, 1, 0, 11, 11, 0, 0, 0])
    let order = try #require(shop.books.orders[id])
    #expect(order.state == .completed && order.revision == 2)
    #expect(order.totals.net == 1200 && order.totals.tax == 228)
  }

  @Test("every amendment keeps what the order was, and counts up by one")
  func revisions() throws {
    var shop = Shop()
    let (apple, pear) = (shop.product("10"), shop.product("20"))
    let placed = try shop.run(PlaceOrder(shop.request((apple, "2"))))
    #expect(placed.revision == 1)
    let more = try shop.run(
      AmendOrder(
        order: placed.id, addedLines: [.init(product: .id(pear), quantity: quantity(1))],
        reason: "one more")
    ).order
    #expect(more.revision == 2 && more.lines.map(\.number) == [1, 2] && more.totals.net == 4000)
    let less = try shop.run(amend(placed.id, to: 1)).order
    #expect(less.revision == 3 && less.totals.net == 3000)
    let kept = shop.books.revisions.rows
    #expect(kept.map(\.order.revision) == [1, 2])
    #expect(kept[0].order == placed && kept[1].order == more)
    #expect(kept[0].reason == "one more" && kept[0].replacedBy == shop.admin)
    #expect(shop.account.openOrders == 3570)
  }

  @Test("stock follows: less frees it for who waits, more takes it or is refused or waits")
  func stock() throws {
    var shop = Shop()
    let product = shop.product("1", stock: 10)
    let waits = ConfirmationOptions(allowBackorder: true)
    let first = try shop.run(PlaceOrder(shop.request((product, "8")))).id
    let second = try shop.run(PlaceOrder(shop.request((product, "6")), options: waits)).id
    #expect(row(shop, second)[2] == 2)
    let refusal = shop.refusal(of: amend(first, to: 9))
    #expect(refusal?.reason == .insufficientStock && row(shop, first)[0] == 8)
    try shop.run(amend(first, to: 9, backorder: true))
    #expect(row(shop, first) == [9, 0, 8, 0, 0, 9, 1, 0])
    try shop.run(amend(first, to: 5))
    #expect(row(shop, first) == [5, 0, 5, 0, 0, 5, 0, 0] && row(shop, second)[2] == 5)
  }

  @Test("below what was cancelled and shipped it is BELOW_SHIPPED, for all lines at once")
  func belowShipped() throws {
    var shop = Shop()
    let (apple, pear) = (shop.product("1"), shop.product("1"))
    let id = try shop.run(PlaceOrder(shop.request((apple, "5"), (pear, "5")))).id
    try shop.run(
      CancelOrder(order: id, reasonCode: "T", lines: [.init(number: 1, quantity: quantity(1))]))
    try shop.run(
      ShipOrder(
        order: id,
        lines: [
          .init(number: 1, quantity: quantity(2)), .init(number: 2, quantity: quantity(4)),
        ]))
    let refusal = shop.refusal(
      of: AmendOrder(
        order: id,
        changes: [
          .init(line: 1, quantity: quantity(2)), .init(line: 2, quantity: quantity(3)),
        ]))
    #expect(refusal?.reason == .belowShipped)
    #expect(refusal?.violations.map(\.field) == ["changes[0].quantity", "changes[1].quantity"])
    try shop.run(
      AmendOrder(
        order: id,
        changes: [
          .init(line: 1, quantity: quantity(3)), .init(line: 2, quantity: quantity(4)),
        ]))
    #expect(row(shop, id) == [3, 1, 0, 2, 0, 0, 0, 2])
  }

  @Test("the price of an invoiced line is fixed; less of it cancels the rest")
  func invoiced() throws {
    var shop = Shop()
    let product = shop.product("0.0149")
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: quantity(1))]))
    try shop.run(InvoiceOrder(order: id))
    let dearer = AmendOrder.Change(line: 1, unitPrice: UnitPrice("2"))
    let refusal = shop.refusal(of: AmendOrder(order: id, changes: [dearer]))
    #expect(refusal?.reason == .lineInvoiced)
    #expect(refusal?.violations.first?.field == "changes[0].unit_price")
    try shop.run(amend(id, to: 4))
    #expect(row(shop, id) == [10, 6, 3, 1, 1, 3, 0, 0])
    #expect(shop.books.orders[id]?.totals.net == 15)
  }

  @Test("prices follow: the tier of the new quantity, a manual price, the tax of the whole")
  func prices() throws {
    var shop = Shop()
    let product = shop.product("10")
    shop.books.put(
      Price(
        key: .init(
          product: product, currency: .eur, audience: .all, minQuantity: quantity(10),
          validFrom: CalendarDay(daysSince1970: 0)), unitPrice: UnitPrice("9") ?? .zero))
    shop.books.keep()
    let id = try shop.run(PlaceOrder(shop.request((product, "2")))).id
    #expect(try shop.run(amend(id, to: 10)).order.totals.net == 9000)
    let byHand = AmendOrder.Change(line: 1, unitPrice: UnitPrice("8.50"))
    let order = try shop.run(AmendOrder(order: id, changes: [byHand])).order
    #expect(order.lines[0].priceSource == .manual && order.totals.gross == 10_115)
    #expect(try shop.run(amend(id, to: 1)).order.totals.net == 850)
    let partner = Caller(principal: shop.admin, scope: .customers([shop.customer]))
    let refusal = shop.refusal(of: AmendOrder(order: id, changes: [byHand]), as: partner)
    #expect(refusal?.reason == .discountNotAllowed)
    let clerk = Caller(principal: shop.admin, authority: ["orders.discount": 100])
    let bound = shop.refusal(of: AmendOrder(order: id, changes: [byHand]), as: clerk)
    #expect(bound?.reason == .authorityExceeded)
  }

  @Test("an order is not amended to nothing")
  func nothingLeft() throws {
    var shop = Shop()
    let product = shop.product("1")
    let id = try shop.run(PlaceOrder(shop.request((product, "5")))).id
    try shop.run(
      CancelOrder(order: id, reasonCode: "T", lines: [.init(number: 1, quantity: quantity(2))]))
    #expect(shop.refusal(of: amend(id, to: 2))?.reason == .orderEmpty)
    let nothing = shop.refusal(of: AmendOrder(order: id))
    #expect(nothing?.violations.map(\.field) == ["changes"])
    let unknown = shop.refusal(of: amend(id, line: 9, to: 2))
    #expect(unknown?.violations.map(\.reason) == [.referenceNotFound])
  }

  @Test("what takes the last open pieces off a shipped and billed order completes it")
  func completes() throws {
    var shop = Shop()
    let product = shop.product("1")
    let id = try shop.run(PlaceOrder(shop.request((product, "5")))).id
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: quantity(3))]))
    try shop.run(InvoiceOrder(order: id))
    #expect(try shop.run(amend(id, to: 3)).order.state == .completed)
    #expect(shop.events(.orderCompleted).count == 1)
  }

  @Suite("under credit")
  struct CreditSide {
    private func amend(
      _ id: ID<Order>, to whole: Int64, failOnHold: Bool = false
    ) -> AmendOrder {
      AmendOrder(
        order: id, changes: [.init(line: 1, quantity: Quantity(whole: whole))],
        options: .init(failOnHold: failOnHold))
    }

    @Test("an increase beyond the limit holds the order, and what is open leaves the exposure")
    func denied() throws {
      var shop = Shop(limit: 100_000)
      let product = shop.product("100", stock: 100)
      let id = try shop.run(PlaceOrder(shop.request((product, "5")))).id
      try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
      let held = try shop.run(amend(id, to: 20)).order
      #expect(held.state == .onHold && held.holds.map(\.kind) == [.credit] && held.revision == 2)
      #expect(held.holds[0].decision != nil && held.credit?.result == .denied)
      #expect(held.lines[0].reserved == Quantity(whole: 4) && held.reserveUntil == nil)
      #expect(shop.account.openOrders == 0 && shop.account.unbilledShipments == 11_900)
      let released = try shop.run(ReleaseCreditHold(order: id, note: "go"))
      #expect(released.state == .confirmed && released.confirmTime == shop.now)
      #expect(released.lines[0].reserved == Quantity(whole: 19))
      #expect(shop.account.openOrders + shop.account.unbilledShipments == 238_000)
    }

    @Test("with fail_on_hold the old revision stays as it was")
    func refused() throws {
      var shop = Shop(limit: 100_000)
      let product = shop.product("100", stock: 100)
      let before = try shop.run(PlaceOrder(shop.request((product, "5"))))
      let refusal = shop.refusal(of: amend(before.id, to: 20, failOnHold: true))
      #expect(refusal?.reason == .creditHold)
      #expect(shop.books.orders[before.id] == before && shop.books.revisions.rows.isEmpty)
    }

    @Test("a decrease is never denied, whatever the account says")
    func decrease() throws {
      var shop = Shop(limit: 100_000)
      let product = shop.product("100", stock: 100)
      let id = try shop.run(PlaceOrder(shop.request((product, "5")))).id
      var account = shop.account
      account.limit = 0
      shop.books.put(account)
      shop.books.keep()
      let less = try shop.run(amend(id, to: 4, failOnHold: true)).order
      #expect(less.state == .confirmed && shop.account.openOrders == 47_600)
      #expect(shop.events(.creditDecided).count == 1)
    }

    @Test("a held order that is made small enough goes on")
    func freed() throws {
      var shop = Shop(limit: 100_000)
      let product = shop.product("100", stock: 100)
      let id = try shop.run(PlaceOrder(shop.request((product, "20")))).id
      #expect(shop.books.orders[id]?.state == .onHold)
      #expect(try shop.run(amend(id, to: 10)).order.state == .onHold)
      let freed = try shop.run(amend(id, to: 8)).order
      #expect(freed.state == .confirmed && freed.holds.isEmpty && freed.reserveUntil == nil)
      #expect(freed.confirmTime == shop.now && shop.account.openOrders == 95_200)
      #expect(freed.lines[0].reserved == Quantity(whole: 8))
    }
  }
}
