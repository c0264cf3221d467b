import Domain
import Testing

@Suite("Partial invoices")
struct PartialInvoiceTests {
  @Test(
    "any number of parts ends at the whole, and no part is negative",
    arguments: [
      ("0.003", "66.6"), ("0.0035", "50"), ("0.013", "33.3"), ("1.005", "2.5"), ("33.33", "0"),
      ("0.01", "100"), ("9.99", "12.345678"),
    ])
  func partsEndAtTheWhole(price: String, discount: String) throws {
    for mode in RoundingMode.allCases {
      var shop = Shop(mode: mode)
      let product = shop.product(price)
      var request = shop.request((product, "10"))
      request.lines[0].discounts = [.percent(try #require(Percent(discount)))]
      let order = try shop.run(PlaceOrder(request))
      try shop.run(ShipOrder(order: order.id))
      var parts: [Invoice.Line] = []
      for _ in 0..<10 {
        let one = InvoiceOrder.Line(number: 1, quantity: Quantity(whole: 1))
        let invoice = try shop.run(InvoiceOrder(order: order.id, lines: [one]))
        parts += invoice.lines
        #expect(invoice.totals.gross >= 0)
      }
      #expect(
        parts.allSatisfy { $0.netAmount >= 0 && $0.discountAmount >= 0 && $0.grossAmount >= 0 })
      #expect(parts.reduce(0) { $0 + $1.netAmount } == order.lines[0].netAmount)
      #expect(parts.reduce(0) { $0 + $1.discountAmount } == order.lines[0].discountAmount)
      #expect(parts.reduce(0) { $0 + $1.grossAmount } == order.lines[0].grossAmount)
      #expect(shop.books.orders[order.id]?.state == .completed)
      #expect(shop.account.openOrders == 0 && shop.account.unbilledShipments == 0)
    }
  }

  @Test("one invoice of the whole order has the order's totals")
  func whole() throws {
    var shop = Shop(level: .line)
    let first = shop.product("1.005")
    let second = shop.product("12.345", taxClass: "REDUCED")
    let order = try shop.run(PlaceOrder(shop.request((first, "7"), (second, "2.5"))))
    try shop.run(ShipOrder(order: order.id))
    let invoice = try shop.run(InvoiceOrder(order: order.id))
    #expect(invoice.totals == order.totals)
    #expect(invoice.taxes == order.taxes)
    #expect(invoice.number == "INV-2026-000001")
    #expect(invoice.dueDate?.description == "2026-02-14")
  }

  @Test("numbers have no gaps, years start anew, and dates do not fall")
  func numbers() throws {
    var shop = Shop()
    let product = shop.product("1")
    func invoice(_ date: CalendarDay? = nil) throws(Rejection) -> String? {
      let id = try shop.run(PlaceOrder(shop.request((product, "1")))).id
      try shop.run(ShipOrder(order: id))
      return try shop.run(InvoiceOrder(order: id, issueDate: date)).number
    }
    #expect(try invoice() == "INV-2026-000001")
    let yesterday = shop.today.adding(days: -1)
    #expect(throws: Rejection.self) { try invoice(yesterday) }
    #expect(try invoice() == "INV-2026-000002")
    #expect(try invoice(CalendarDay("2025-12-31")) == "INV-2025-000001")
    shop.now = shop.now.adding(days: 365)
    #expect(try invoice() == "INV-2027-000001")
  }

  @Test("a draft that was overtaken is refused and leaves its number")
  func overtaken() throws {
    var shop = Shop()
    let product = shop.product("1")
    let order = try shop.run(PlaceOrder(shop.request((product, "2")))).id
    try shop.run(ShipOrder(order: order))
    let draft = try shop.run(InvoiceOrder(order: order, draftOnly: true))
    #expect(draft.number == nil)
    try shop.run(InvoiceOrder(order: order))
    #expect(shop.refusal(of: IssueInvoice(invoice: draft.id))?.reason == .nothingToInvoice)
    #expect(shop.books.series[SeriesKey(.invoice, year: 2026)]?.last == 1)
  }
}
