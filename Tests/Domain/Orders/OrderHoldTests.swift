import Domain
import Testing

@Suite("Holds of an order")
struct OrderHoldTests {
  @Test("a manual hold stops shipping, keeps stock and exposure, and several may be open")
  func manual() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let id = try shop.run(PlaceOrder(shop.request((product, "4")))).id
    let exposure = shop.account.exposure
    try shop.run(HoldOrder(order: id, reason: "address"))
    let held = try shop.run(HoldOrder(order: id, reason: "price")).order
    #expect(held.state == .onHold && held.holds.map(\.reason) == ["address", "price"])
    #expect(held.holds.allSatisfy { $0.actor == shop.admin && $0.since == shop.now })
    #expect(shop.account.exposure == exposure && held.lines[0].reserved == Quantity(whole: 4))
    let refusal = shop.refusal(of: ShipOrder(order: id))
    #expect(refusal?.reason == .orderOnHold && refusal?.metadata["holds"] == "MANUAL,MANUAL")
    let released = try shop.run(ReleaseOrder(order: id, note: "settled")).order
    #expect(released.state == .confirmed && released.holds.isEmpty)
    #expect(shop.events(.orderReleased).count == 1 && shop.events(.orderHeld).count == 2)
    try shop.run(ShipOrder(order: id))
  }

  @Test("credit and manual holds are released each by its own verb, in any order")
  func both() throws {
    for creditFirst in [true, false] {
      var shop = Shop(limit: 0)
      let product = shop.product("100")
      let id = try shop.run(PlaceOrder(shop.request((product, "1")))).id
      try shop.run(HoldOrder(order: id, reason: "check"))
      #expect(shop.account.exposure == 0)
      if creditFirst {
        #expect(try shop.run(ReleaseCreditHold(order: id, note: "go")).state == .onHold)
        #expect(shop.account.exposure == 11_900)
        #expect(try shop.run(ReleaseOrder(order: id, note: "go")).order.state == .confirmed)
      } else {
        #expect(try shop.run(ReleaseOrder(order: id, note: "go")).order.state == .onHold)
        #expect(shop.account.exposure == 0)
        #expect(try shop.run(ReleaseCreditHold(order: id, note: "go")).state == .confirmed)
      }
      #expect(shop.account.exposure == 11_900)
    }
  }

  @Test("what had shipped is invoiced on hold; with the last hold the order is complete")
  func completes() throws {
    var shop = Shop()
    let product = shop.product("100", stock: 10)
    let id = try shop.run(PlaceOrder(shop.request((product, "4")))).id
    let part = ShipOrder.Line(number: 1, quantity: Quantity(whole: 3))
    try shop.run(ShipOrder(order: id, lines: [part]))
    try shop.run(HoldOrder(order: id, reason: "damage"))
    try shop.run(InvoiceOrder(order: id))
    let rest = try shop.run(CancelOrder(order: id, reasonCode: "SHORT")).order
    #expect(rest.state == .onHold && rest.isComplete)
    let done = try shop.run(ReleaseOrder(order: id, note: "go")).order
    #expect(done.state == .completed && shop.events(.orderCompleted).count == 1)
  }
}
