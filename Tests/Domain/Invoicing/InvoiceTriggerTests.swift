import Domain
import Testing

@Suite("What is billed when")
struct InvoiceTriggerTests {
  private func shop(_ trigger: InvoiceTrigger, stock: Int64 = 100) -> (Shop, ID<Product>) {
    var shop = Shop()
    let product = shop.product("100", stock: stock)
    shop.customerRule(trigger)
    return (shop, product)
  }

  /// S, D, T, I, to bill, to credit.
  private func row(_ shop: Shop, _ id: ID<Order>) -> [Int64] {
    guard let order = shop.books.orders[id], let line = order.lines.first else { return [] }
    return [
      line.shipped, line.delivered, line.returned, line.invoiced,
      line.toBill(order.invoiceTrigger), line.toCredit(order.invoiceTrigger),
    ].map { $0.micros / 1_000_000 }
  }

  private func line(_ quantity: Int64) -> [InvoiceOrder.Line] {
    [.init(number: 1, quantity: Quantity(whole: quantity))]
  }

  @Test("an order keeps the trigger that its customer had when it was made")
  func isKept() throws {
    var (shop, product) = shop(.onOrder)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    shop.customerRule(.onDelivery)
    #expect(shop.books.orders[id]?.invoiceTrigger == .onOrder)
    #expect(row(shop, id) == [0, 0, 0, 0, 10, 0])
    var plain = Shop()
    let other = plain.product("1")
    #expect(try plain.run(PlaceOrder(plain.request((other, "1")))).invoiceTrigger == .onShipment)
  }

  @Test(
    "ON_ORDER bills at once; what is cancelled of it is to credit; the last shipment completes it")
  func onOrder() throws {
    var (shop, product) = shop(.onOrder)
    let order = try shop.run(PlaceOrder(shop.request((product, "10"))))
    let id = order.id
    let invoice = try shop.run(InvoiceOrder(order: id))
    #expect(invoice.totals == order.totals && invoice.deliveryDate == nil)
    #expect(row(shop, id) == [0, 0, 0, 10, 0, 0])
    #expect(shop.books.orders[id]?.state == .confirmed)
    #expect(shop.account.openOrders == 0 && shop.account.openItems == 119_000)
    let two = CancelOrder.Line(number: 1, quantity: Quantity(whole: 2))
    try shop.run(CancelOrder(order: id, reasonCode: "TEST", lines: [two]))
    #expect(row(shop, id) == [0, 0, 0, 10, 0, 2])
    try shop.run(ShipOrder(order: id))
    #expect(shop.books.orders[id]?.state == .completed)
    #expect(row(shop, id) == [8, 0, 0, 10, 0, 2])
    #expect(shop.account.unbilledShipments == 0)
  }

  @Test("ON_DELIVERY bills what arrived and stays open until it has")
  func onDelivery() throws {
    var (shop, product) = shop(.onDelivery)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    let first = try shop.run(
      ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 4))]))
    #expect(shop.refusal(of: InvoiceOrder(order: id))?.reason == .nothingToInvoice)
    try shop.run(ConfirmDelivery(order: id, shipment: first.id))
    #expect(row(shop, id) == [4, 4, 0, 0, 4, 0])
    #expect(
      shop.refusal(of: InvoiceOrder(order: id, lines: line(5)))?.reason == .nothingToInvoice)
    try shop.run(InvoiceOrder(order: id))
    let second = try shop.run(ShipOrder(order: id))
    // All has left and nothing is to bill, yet it is not over: 714.00 wait for their arrival.
    #expect(row(shop, id) == [10, 4, 0, 4, 0, 0])
    #expect(shop.books.orders[id]?.state == .confirmed)
    #expect(shop.account.unbilledShipments == 71_400)
    try shop.run(ConfirmDelivery(order: id, shipment: second.id))
    try shop.run(InvoiceOrder(order: id))
    #expect(shop.books.orders[id]?.state == .completed)
    #expect(shop.account.openItems == 119_000)
  }

  @Test("the scope bills what left, or all, whatever the trigger says")
  func scopes() throws {
    var (shop, product) = shop(.onDelivery)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 4))]))
    let shipped = try shop.run(InvoiceOrder(order: id, scope: .shipped))
    #expect(shipped.lines.map(\.quantity) == [Quantity(whole: 4)])
    let rest = try shop.run(InvoiceOrder(order: id, scope: .all))
    #expect(rest.lines.map(\.quantity) == [Quantity(whole: 6)])
    #expect(shop.refusal(of: InvoiceOrder(order: id, scope: .all))?.reason == .nothingToInvoice)
    #expect(shop.books.orders[id]?.billingState == .billed)
    #expect(shop.account.exposure == 119_000)
  }

  @Test("a hold stops an invoice ahead of shipment, and none of what left")
  func holds() throws {
    var (shop, product) = shop(.onOrder)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    let draft = try shop.run(InvoiceOrder(order: id, draftOnly: true))
    try shop.run(ShipOrder(order: id, lines: [.init(number: 1, quantity: Quantity(whole: 4))]))
    try shop.run(HoldOrder(order: id, reason: "CHECK"))
    #expect(shop.refusal(of: InvoiceOrder(order: id))?.reason == .orderOnHold)
    #expect(shop.refusal(of: InvoiceOrder(order: id, scope: .all))?.reason == .orderOnHold)
    #expect(shop.refusal(of: InvoiceOrder(order: id, lines: line(5)))?.reason == .orderOnHold)
    #expect(shop.refusal(of: IssueInvoice(invoice: draft.id))?.reason == .orderOnHold)
    let left = try shop.run(InvoiceOrder(order: id, scope: .shipped))
    #expect(left.lines.map(\.quantity) == [Quantity(whole: 4)])
    try shop.run(ReleaseOrder(order: id))
    #expect(shop.refusal(of: IssueInvoice(invoice: draft.id))?.reason == .nothingToInvoice)
    #expect(try shop.run(InvoiceOrder(order: id)).lines.map(\.quantity) == [Quantity(whole: 6)])
  }

  @Test("a draft is held to what it was asked to bill")
  func drafts() throws {
    var (shop, product) = shop(.onShipment)
    let id = try shop.run(PlaceOrder(shop.request((product, "10")))).id
    let shipment = try shop.run(ShipOrder(order: id))
    let draft = try shop.run(InvoiceOrder(order: id, draftOnly: true))
    try shop.run(ConfirmDelivery(order: id, shipment: shipment.id, isLost: true))
    #expect(shop.refusal(of: IssueInvoice(invoice: draft.id))?.reason == .nothingToInvoice)
    let ahead = try shop.run(InvoiceOrder(order: id, scope: .all, draftOnly: true))
    #expect(try shop.run(IssueInvoice(invoice: ahead.id)).state == .issued)
  }

  @Test(
    "target less what is billed is to bill less to credit, and exposure does not ask for the trigger",
    arguments: InvoiceTrigger.allCases)
  func identities(trigger: InvoiceTrigger) throws {
    var dice = DocumentPropertyTests.Dice(state: 42)
    var (shop, product) = shop(trigger, stock: 1000)
    let (other, _) = (shop.product("33.33", stock: 1000), 0)
    let options = ConfirmationOptions(allowBackorder: true)
    for _ in 0..<40 {
      let request = shop.request((product, "\(Int.random(in: 1...9, using: &dice))"), (other, "7"))
      let id = try shop.run(PlaceOrder(request, options: options)).id
      for _ in 0..<12 {
        step(&shop, id, &dice)
        check(shop, id)
      }
    }
  }

  private func step(
    _ shop: inout Shop, _ id: ID<Order>, _ dice: inout DocumentPropertyTests.Dice
  ) {
    let one = Quantity(whole: Int64.random(in: 1...3, using: &dice))
    let number = Int32.random(in: 1...2, using: &dice)
    let shipments = shop.books.shipments(of: id)
    switch Int.random(in: 0...7, using: &dice) {
    case 0, 1:
      _ = shop.refusal(of: ShipOrder(order: id, lines: [.init(number: number, quantity: one)]))
    case 2:
      if let shipment = shipments.last {
        let isLost = Bool.random(using: &dice)
        _ = shop.refusal(
          of: ConfirmDelivery(order: id, shipment: shipment.id, isLost: isLost))
      }
    case 3: _ = shop.refusal(of: InvoiceOrder(order: id))
    case 4:
      _ = shop.refusal(
        of: InvoiceOrder(order: id, scope: Bool.random(using: &dice) ? .all : .shipped))
    case 5:
      _ = shop.refusal(
        of: CancelOrder(
          order: id, reasonCode: "T", lines: [.init(number: number, quantity: one)]))
    case 6:
      guard let shipment = shipments.first else { return }
      let lines = [
        CreateReturn.Line(
          orderLine: number, shipment: shipment.id, quantity: one, reasonCode: "DAMAGED",
          disposition: .scrap)
      ]
      guard let back = try? shop.run(CreateReturn(order: id, lines: lines)) else { return }
      _ = shop.refusal(of: AuthorizeReturn(return: back.id, note: ""))
      _ = shop.refusal(of: ReceiveReturn(return: back.id))
    default:
      _ = shop.refusal(
        of: InvoiceOrder(order: id, lines: [.init(number: number, quantity: one)], scope: .all))
    }
  }

  private func check(_ shop: Shop, _ id: ID<Order>) {
    guard let order = shop.books.orders[id] else { return }
    var (open, unbilled): (Int64, Int64) = (0, 0)
    for line in order.lines {
      let (s, t) = (line.shipped.micros, line.returned.micros)
      let wanted = line.ordered.micros - line.cancelled.micros - t
      let target =
        switch order.invoiceTrigger {
        case .onOrder: wanted
        case .onShipment, .manual: s - t
        case .onDelivery: max(0, line.delivered.micros - t)
        }
      let billed = line.invoiced.micros - line.credited.micros
      let toBill = line.toBill(order.invoiceTrigger).micros
      let toCredit = line.toCredit(order.invoiceTrigger).micros
      #expect(target - billed == toBill - toCredit && min(toBill, toCredit) == 0)
      #expect(line.uninvoiced.micros == max(0, wanted - billed))
      let part = min(line.uninvoiced, line.unbilled)
      let value = LineAmounts.share(of: line.lineGross, part, of: line.ordered, .halfAway)
      unbilled += value
      open +=
        LineAmounts.share(of: line.lineGross, line.uninvoiced, of: line.ordered, .halfAway) - value
    }
    guard order.state == .confirmed else { return }
    #expect(order.exposure == (open, unbilled))
  }
}

extension Shop {
  /// Gives the customer a rule for its invoices.
  mutating func customerRule(_ trigger: InvoiceTrigger) {
    guard var row = books.customers[customer] else { return }
    row.invoiceRules = .init(trigger: trigger, grouping: .perOrder)
    books.put(row)
    books.keep()
  }
}
