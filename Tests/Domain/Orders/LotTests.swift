import Domain
import Testing

@Suite("Lots of shipments")
struct LotTests {
  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  private func ship(_ id: ID<Order>, _ whole: Int64, _ lots: (String, Int64)...) -> ShipOrder {
    ShipOrder(
      order: id,
      lines: [
        .init(
          number: 1, quantity: quantity(whole),
          lots: lots.map { .init(number: $0.0, quantity: quantity($0.1)) })
      ])
  }

  private func placed(_ shop: inout Shop) throws -> ID<Order> {
    let product = shop.product("1", stock: 10)
    return try shop.run(PlaceOrder(shop.request((product, "10")))).id
  }

  @Test("a shipment and its event tell which lots left; one without says nothing of them")
  func told() throws {
    var shop = Shop()
    let id = try placed(&shop)
    let some = try shop.run(ship(id, 5, ("L-7", 3), ("L-8", 2)))
    #expect(
      some.lines.map(\.lots) == [
        [.init(number: "L-7", quantity: quantity(3)), .init(number: "L-8", quantity: quantity(2))]
      ])
    let told = try #require(shop.events(.shipmentShipped).last)
    #expect(
      told.data.contains(
        #""lots":[{"line":1,"lot_number":"L-7","quantity":"3"},"#
          + #"{"line":1,"lot_number":"L-8","quantity":"2"}]"#))
    let rest = try shop.run(ShipOrder(order: id))
    #expect(rest.lines.map(\.lots) == [[]])
    #expect(shop.events(.shipmentShipped).last?.data.contains("lots") == false)
  }

  @Test("lots that are named twice or do not come to the line are refused, all faults at once")
  func refused() throws {
    var shop = Shop()
    let id = try placed(&shop)
    let cases: [(ShipOrder, [String])] = [
      (ship(id, 5, ("L-7", 3)), ["lines[0].lots"]),
      (ship(id, 5, ("L-7", 3), ("L-8", 3)), ["lines[0].lots"]),
      (ship(id, 5, ("L-7", 3), ("L-7", 2)), ["lines[0].lots[1].lot_number"]),
      (
        ship(id, 5, ("L-7", 4), ("L-7", 0)),
        ["lines[0].lots[1].quantity", "lines[0].lots[1].lot_number", "lines[0].lots"]
      ),
    ]
    for (command, fields) in cases {
      let refusal = shop.refusal(of: command)
      #expect(refusal?.reason == .invalidFields)
      #expect(refusal?.violations.map(\.field) == fields)
    }
    let many = ShipOrder(
      order: id,
      lines: [
        .init(
          number: 1, quantity: quantity(1),
          lots: (0...Shipment.Lot.limit).map {
            .init(number: "L-\($0)", quantity: Quantity(micros: 1))
          })
      ])
    #expect(shop.refusal(of: many)?.violations.map(\.reason) == [.fieldOutOfRange, .fieldInvalid])
    #expect(shop.books.orders[id]?.hasShipped == false)
  }
}
