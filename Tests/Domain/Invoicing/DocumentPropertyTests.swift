import Domain
import Testing

/// Random documents in currencies of 0, 2 and 3 digits, both rounding modes, both tax levels.
@Suite("Quote, order, invoices and credits agree to the minor unit")
struct DocumentPropertyTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let kinds: [(String, RoundingMode, TaxLevel)] = ["JPY", "EUR", "KWD"].flatMap { code in
    RoundingMode.allCases.flatMap { mode in TaxLevel.allCases.map { (code, mode, $0) } }
  }

  private func order(in shop: inout Shop, _ dice: inout Dice) throws -> Order {
    let classes = ["STANDARD", "REDUCED", "TENTH", "ZERO"]
    var lines: [OrderRequest.Line] = []
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      let price = UnitPrice(micros: Int64.random(in: 1...60_000_000, using: &dice))
      let product = shop.product(
        price.description, taxClass: classes.randomElement(using: &dice) ?? "ZERO", stock: 2000)
      let quantity =
        Bool.random(using: &dice)
        ? Quantity(whole: Int64.random(in: 1...12, using: &dice))
        : Quantity(micros: Int64.random(in: 1...9_000_000, using: &dice))
      var line = OrderRequest.Line(product: .id(product), quantity: quantity)
      for _ in 0..<Int.random(in: 0...2, using: &dice) {
        line.discounts.append(
          .percent(Percent(micros: Int64.random(in: 0...60_000_000, using: &dice))))
      }
      lines.append(line)
    }
    var request = OrderRequest(customer: .id(shop.customer), lines: lines)
    if Bool.random(using: &dice) {
      request.discounts = [
        .percent(Percent(micros: Int64.random(in: 0...100_000_000, using: &dice)))
      ]
    }
    if Bool.random(using: &dice) {
      request.charges = [
        Charge(
          kind: .freight, taxClass: classes.randomElement(using: &dice) ?? "ZERO",
          amount: Int64.random(in: 1...9999, using: &dice))
      ]
    }
    let quote = try shop.run(CreateOrder(request))
    let placed = try shop.run(ConfirmOrder(order: quote.id))
    #expect(quote.totals == placed.totals && quote.taxes == placed.taxes)
    return placed
  }

  /// Sums, shares and groups of a document hold together.
  private func holds(_ order: Order) {
    let lineNet = order.lines.reduce(0) { $0 + $1.netAmount }
    let tax =
      order.lines.reduce(0) { $0 + $1.taxAmount } + order.charges.reduce(0) { $0 + $1.taxAmount }
    #expect(lineNet - order.totals.discount + order.totals.charges == order.totals.net)
    #expect(order.lines.reduce(0) { $0 + $1.documentDiscount } == order.totals.discount)
    #expect(order.lines.allSatisfy { 0...$0.netAmount ~= $0.documentDiscount })
    #expect(tax == order.totals.tax)
    #expect(order.taxes.reduce(0) { $0 + $1.base } == order.totals.net)
  }

  @Test("one invoice of the whole order has its totals", arguments: kinds)
  func whole(code: String, mode: RoundingMode, level: TaxLevel) throws {
    var dice = Dice(state: 7)
    var shop = Shop(currency: try #require(Currency(code)), mode: mode, level: level)
    for _ in 0..<40 {
      let order = try order(in: &shop, &dice)
      holds(order)
      try shop.run(ShipOrder(order: order.id))
      let invoice = try shop.run(InvoiceOrder(order: order.id))
      #expect(invoice.totals == order.totals && invoice.taxes == order.taxes)
      #expect(shop.account.openOrders == 0 && shop.account.unbilledShipments == 0)
    }
  }

  @Test(
    "partial invoices end at the order's net, and their tax within half a unit each",
    arguments: kinds)
  func parts(code: String, mode: RoundingMode, level: TaxLevel) throws {
    var dice = Dice(state: 11)
    var shop = Shop(currency: try #require(Currency(code)), mode: mode, level: level)
    for _ in 0..<25 {
      let order = try order(in: &shop, &dice)
      var invoices: [Invoice] = []
      for _ in 0..<200 {
        guard let current = shop.books.orders[order.id], current.state == .confirmed else { break }
        var wanted: [ShipOrder.Line] = []
        for line in current.lines where line.open > .zero && Bool.random(using: &dice) {
          let part = Int64.random(in: 1...line.open.micros, using: &dice)
          wanted.append(
            .init(number: line.number, quantity: Quantity(micros: max(part, line.open.micros / 3))))
        }
        guard !wanted.isEmpty else { continue }
        try shop.run(ShipOrder(order: order.id, lines: wanted))
        invoices.append(try shop.run(InvoiceOrder(order: order.id)))
      }
      let nets = invoices.map(\.totals.net)
      #expect(nets.reduce(0, +) == order.totals.net)
      #expect(invoices.reduce(0) { $0 + $1.totals.discount } == order.totals.discount)
      #expect(invoices.flatMap(\.lines).allSatisfy { $0.netAmount >= $0.documentDiscount })
      let tax = invoices.reduce(0) { $0 + $1.totals.tax }
      let roundings = Int64(invoices.reduce(0) { $0 + $1.lines.count + $1.charges.count + 1 })
      #expect(abs(tax - order.totals.tax) <= roundings)
      for line in shop.books.orders[order.id]?.lines ?? [] {
        #expect(line.drawn.base == line.taxableAmount)
        #expect(line.drawn.discount == line.discountAmount)
        #expect(line.drawn.documentDiscount == line.documentDiscount)
      }
    }
  }

  @Test("crediting everything, in whatever steps, gives exactly the invoice", arguments: kinds)
  func credits(code: String, mode: RoundingMode, level: TaxLevel) throws {
    var dice = Dice(state: 13)
    var shop = Shop(currency: try #require(Currency(code)), mode: mode, level: level)
    for _ in 0..<40 {
      let order = try order(in: &shop, &dice)
      try shop.run(ShipOrder(order: order.id))
      let invoice = try shop.run(InvoiceOrder(order: order.id))
      var drawing = CreditDrawing(invoice)
      var parts: [CreditDrawing.Part] = []
      while true {
        let rest = drawing.rest
        if rest.quantities.isEmpty && rest.charges.isEmpty { break }
        var quantities: [Int32: Quantity] = [:]
        for (number, left) in rest.quantities.sorted(by: { $0.key < $1.key })
        where Bool.random(using: &dice) {
          let part = Int64.random(in: 1...left.micros, using: &dice)
          quantities[number] = Quantity(micros: max(part, left.micros / 3))
        }
        let charges = Bool.random(using: &dice) ? rest.charges : [:]
        let part = drawing.credit(quantities, charges: charges)
        parts.append(try #require(part))
      }
      #expect(parts.reduce(0) { $0 + $1.net } == invoice.totals.net)
      #expect(parts.reduce(0) { $0 + $1.tax } == invoice.totals.tax)
      #expect(parts.reduce(0) { $0 + $1.gross } == invoice.totals.gross)
      for group in invoice.taxes {
        let credited = parts.flatMap(\.taxes).filter {
          $0.category == group.category && $0.rate == group.rate
        }
        #expect(credited.reduce(0) { $0 + $1.base } == group.base)
        #expect(credited.reduce(0) { $0 + $1.tax } == group.tax)
        #expect(credited.allSatisfy { $0.base >= 0 && $0.tax >= 0 })
      }
      for line in invoice.lines {
        let net = parts.flatMap(\.lines).filter { $0.number == line.number }.reduce(0) {
          $0 + $1.net
        }
        #expect(net == line.netAmount)
      }
      let more = drawing.credit([1: Quantity(micros: 1)])
      #expect(more == nil)
    }
  }

  @Test("3 × 0.35 at 19 % credited one by one: tax 0.07, 0.06, 0.07")
  func onePieceAtATime() throws {
    var shop = Shop()
    let product = shop.product("0.35")
    let order = try shop.run(PlaceOrder(shop.request((product, "3"))))
    try shop.run(ShipOrder(order: order.id))
    var drawing = CreditDrawing(try shop.run(InvoiceOrder(order: order.id)))
    var parts: [CreditDrawing.Part] = []
    for _ in 0..<3 {
      let part = drawing.credit([1: Quantity(whole: 1)])
      parts.append(try #require(part))
    }
    #expect(parts.map(\.net) == [35, 35, 35])
    #expect(parts.map(\.tax) == [7, 6, 7])
    #expect(parts.flatMap(\.lines).map(\.tax) == [7, 6, 7])
  }

  @Test("goodwill of 50.00 goes over 101.68 and 29.45 as 38.77 and 11.23")
  func goodwill() throws {
    var shop = Shop()
    let first = shop.product("101.68")
    let second = shop.product("29.45", taxClass: "REDUCED")
    let order = try shop.run(PlaceOrder(shop.request((first, "1"), (second, "1"))))
    try shop.run(ShipOrder(order: order.id))
    let drawing = CreditDrawing(try shop.run(InvoiceOrder(order: order.id)))
    #expect(drawing.shares(ofGoodwill: 5000) == [3877, 1123])
  }
}
