import Domain
import Testing

@Suite("A document discount and amendments")
struct AmendedDiscountTests {
  @Test("what an invoice has drawn of a line's share stays with the line when others are added")
  func drawnShares() throws {
    var shop = Shop()
    let (apple, pear) = (shop.product("100"), shop.product("100"))
    var request = shop.request((apple, "12"), (pear, "1"))
    request.discounts = [Discount(.amount(1300))]
    let id = try shop.run(PlaceOrder(request)).id
    try shop.run(
      ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 11))]))
    let first = try shop.run(InvoiceOrder(order: id))
    #expect(first.lines.map(\.documentDiscount) == [1100])
    try shop.run(
      AmendOrder(
        order: id, addedLines: [.init(product: .id(pear), quantity: Quantity(whole: 13))],
        options: .init(allowBackorder: true)))
    let amended = try #require(shop.books.orders[id])
    // By net alone the first line would have 600.
    #expect(amended.lines.map(\.documentDiscount) == [1100, 14, 186])
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 1))]))
    let second = try shop.run(InvoiceOrder(order: id))
    let line = amended.lines[0]
    #expect(first.lines[0].netAmount + second.lines[0].netAmount == line.netAmount)
    #expect(second.lines[0].documentDiscount == 0)
  }
}
