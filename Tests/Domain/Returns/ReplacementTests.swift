import Domain
import Testing

@Suite("Replacements of returned goods")
struct ReplacementTests {
  private func quantity(_ whole: Int64) -> Quantity { Quantity(whole: whole) }

  /// Ten of a product at 9.99 less 5 percent, shipped, of which so many may come back; the list asks
  /// 20 by now.
  private func returning(
    _ shop: inout Shop, _ whole: Int64, documentDiscount: Bool = false
  ) throws -> (order: Order, back: Return, product: ID<Product>) {
    let product = shop.product("9.99", stock: 100)
    var request = shop.request((product, "10"))
    request.lines[0].discounts = [.percent(Percent(whole: 5))]
    if documentDiscount { request.discounts = [Discount(.amount(100))] }
    let order = try shop.run(PlaceOrder(request))
    try shop.run(ShipOrder(order: order.id))
    try shop.run(InvoiceOrder(order: order.id))
    let back = try shop.run(
      CreateReturn(order: order.id, lines: [.init(orderLine: 1, quantity: quantity(whole))]))
    let allowed = try shop.run(AuthorizeReturn(return: back.id))
    shop.books.put(
      Price(
        key: .init(
          product: product, currency: .eur, audience: .all, minQuantity: .zero,
          validFrom: CalendarDay(daysSince1970: 0)),
        unitPrice: UnitPrice(micros: 20_000_000)))
    shop.books.keep()
    return (try #require(shop.books.orders[order.id]), allowed, product)
  }

  private func request(
    _ shop: Shop, _ back: Return, _ lines: (ID<Product>, Int64)...
  ) -> OrderRequest {
    var request = OrderRequest(customer: .id(shop.customer), lines: [])
    request.lines = lines.map { product, whole in
      var line = OrderRequest.Line(product: .id(product), quantity: quantity(whole))
      line.replacementFor = back.id
      return line
    }
    return request
  }

  @Test(
    "an exchange comes to nothing: price, discounts and tax are those of the line that comes back",
    arguments: [(Int64(10), false), (3, false), (7, true), (10, true)])
  func price(whole: Int64, documentDiscount: Bool) throws {
    var shop = Shop()
    let (order, back, product) = try returning(&shop, 10, documentDiscount: documentDiscount)
    let new = try shop.run(PlaceOrder(request(shop, back, (product, whole))))
    let line = new.lines[0]
    #expect(line.priceSource == .replacement && line.replacementFor == back.id)
    #expect(line.unitPrice == UnitPrice("9.99") && line.priceRow == "\(order.number) line 1")
    #expect(
      line.priceDate == order.orderDate && line.discounts[0].value == .percent(Percent(whole: 5)))
    // What the return says of the goods, and so a credit note for as much.
    let old = order.lines[0]
    let share = LineAmounts.share(
      of: old.taxableAmount, quantity(whole), of: old.ordered, .halfAway)
    #expect(line.netAmount == share)
    #expect(line.grossAmount - line.discountAmount == line.netAmount)
    if whole == 10 { #expect(new.totals.gross == order.totals.gross) }
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(whole))
    let event = try #require(shop.events(.returnReplaced).last)
    #expect(
      event.resource.id == back.id.retyped() && event.data.contains(#""quantity":"\#(whole)""#))
    #expect(shop.events(.orderPlaced).last?.data.contains("returns/\(back.id)") == true)
  }

  @Test("an order with a discount of its own takes the line's price, and its own discount off it")
  func ownDiscount() throws {
    var shop = Shop()
    let (order, back, product) = try returning(&shop, 10, documentDiscount: true)
    var request = request(shop, back, (product, 10))
    request.discounts = [Discount(.amount(100))]
    let new = try shop.run(PlaceOrder(request))
    #expect(new.lines[0].netAmount == order.lines[0].netAmount)
    #expect(new.totals == order.totals)
  }

  @Test("no more is replaced than comes back, over all orders; what is cancelled may be again")
  func bound() throws {
    var shop = Shop()
    let (_, back, product) = try returning(&shop, 5)
    let two = try shop.run(PlaceOrder(request(shop, back, (product, 2))))
    let refusal = shop.refusal(of: PlaceOrder(request(shop, back, (product, 2), (product, 2))))
    #expect(refusal?.reason == .overReturn)
    #expect(refusal?.violations.map(\.field) == ["order.lines[1].quantity"])
    #expect(
      refusal?.metadata == [
        "resource": "returns/\(back.id)", "product": "products/\(product)", "requested": "2",
        "replaceable": "1",
      ])
    let draft = try shop.run(CreateOrder(request(shop, back, (product, 3))))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(5))
    #expect(shop.refusal(of: PlaceOrder(request(shop, back, (product, 1))))?.reason == .overReturn)
    let cancel = CancelOrder(
      order: two.id, reasonCode: "X", lines: [.init(number: 1, quantity: quantity(1))])
    try shop.run(cancel)
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(4))
    try shop.run(CancelOrder(order: draft.id, reasonCode: "X"))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))
    try shop.run(PlaceOrder(request(shop, back, (product, 4))))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(5))
  }

  @Test("what was not accepted is not replaced; what was replaced before stays")
  func received() throws {
    var shop = Shop()
    let (_, back, product) = try returning(&shop, 5)
    try shop.run(PlaceOrder(request(shop, back, (product, 2))))
    try shop.run(
      ReceiveReturn(
        return: back.id, lines: [.init(orderLine: 1, quantity: quantity(3), disposition: .scrap)]))
    #expect(shop.refusal(of: PlaceOrder(request(shop, back, (product, 2))))?.reason == .overReturn)
    let one = try shop.run(PlaceOrder(request(shop, back, (product, 1))))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(3))
    let more = AmendOrder(order: one.id, changes: [.init(line: 1, quantity: quantity(2))])
    #expect(shop.refusal(of: more)?.reason == .overReturn)
  }

  @Test("only goods that may come, or came, of the same customer and product, are replaced")
  func refused() throws {
    var shop = Shop()
    let (order, back, product) = try returning(&shop, 5)
    let other = shop.product("1", stock: 10)
    let asked = try shop.run(
      CreateReturn(order: order.id, lines: [.init(orderLine: 1, quantity: quantity(1))]))
    var foreign = request(shop, back, (product, 1))
    foreign.customer = .id(shop.stranger)
    var nowhere = request(shop, back, (product, 1))
    nowhere.lines[0].replacementFor = ID(high: 7, low: 7)
    for (what, request, reason) in [
      ("asked for", request(shop, asked, (product, 1)), Reason.fieldInvalid),
      ("another product", request(shop, back, (other, 1)), .fieldInvalid),
      ("another's", foreign, .referenceNotFound), ("nowhere", nowhere, .referenceNotFound),
    ] {
      let refusal = shop.refusal(of: PlaceOrder(request))
      #expect(refusal?.reason == .invalidFields, "\(what)")
      #expect(refusal?.violations.map(\.field) == ["order.lines[0].replacement_for"], "\(what)")
      #expect(refusal?.violations.map(\.reason) == [reason], "\(what)")
    }
    let draft = try shop.run(CreateOrder(request(shop, back, (product, 1))))
    shop.now = shop.now.adding(days: 30)
    #expect(
      shop.refusal(of: PlaceOrder(request(shop, back, (product, 1))))?.violations.map(\.reason)
        == [.fieldInvalid])
    // What a draft replaces already it goes on to.
    var fields = UpdateOrder.Fields()
    fields.lines = request(shop, back, (product, 1)).lines
    fields.purchaseOrderReference = "PO"
    let updated = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(updated.lines == draft.lines && updated.purchaseOrderReference == "PO")
    try shop.run(ConfirmOrder(order: draft.id))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))
  }

  @Test(
    "a line that is added to a confirmed order, a draft that changes, a copy that replaces nothing")
  func life() throws {
    var shop = Shop()
    let (order, back, product) = try returning(&shop, 5)
    let other = shop.product("1", stock: 10)
    let placed = try shop.run(PlaceOrder(shop.request((other, "1"))))
    let line = request(shop, back, (product, 2)).lines[0]
    let amended = try shop.run(AmendOrder(order: placed.id, addedLines: [line])).order
    #expect(amended.lines[1].priceSource == .replacement)
    #expect(amended.lines[1].netAmount == order.lines[0].netAmount / 5)
    let less = try shop.run(
      AmendOrder(order: placed.id, changes: [.init(line: 2, quantity: quantity(1))])
    ).order
    #expect(less.lines[1].unitPrice == UnitPrice("9.99") && less.lines[1].replacementFor == back.id)
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))
    let over = AmendOrder(order: placed.id, changes: [.init(line: 2, quantity: quantity(6))])
    #expect(shop.refusal(of: over)?.violations.map(\.field) == ["changes[0].quantity"])
    let byHand = try shop.run(
      AmendOrder(
        order: placed.id, changes: [.init(line: 2, unitPrice: UnitPrice("5"))])
    ).order
    #expect(byHand.lines[1].priceSource == .manual && byHand.lines[1].replacementFor == back.id)

    let draft = try shop.run(CreateOrder(request(shop, back, (product, 4))))
    var fields = UpdateOrder.Fields()
    fields.lines = request(shop, back, (product, 3)).lines
    let changed = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: draft.version, fields: fields))
    #expect(changed.lines[0].number == 1 && changed.lines[0].ordered == quantity(3))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(4))
    fields.lines?[0].replacementFor = nil
    let plain = try shop.run(
      UpdateOrder(order: draft.id, expectedVersion: changed.version, fields: fields))
    #expect(plain.lines[0].number == 2 && plain.lines[0].priceSource == .list)
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))

    let copy = try shop.run(DuplicateOrder(order: placed.id))
    #expect(copy.lines.allSatisfy { $0.replacementFor == nil })
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))
  }

  @Test("what is lost of a complete order is replaced no more; tolerances leave replacements alone")
  func lostAndTolerated() throws {
    var shop = Shop()
    let (_, back, product) = try returning(&shop, 5)
    var seller = shop.books.seller
    seller.stock.overShipment = Percent(whole: 50)
    seller.stock.underShipment = Percent(whole: 50)
    shop.books.put(seller)
    shop.books.keep()
    let new = try shop.run(PlaceOrder(request(shop, back, (product, 4))))
    let over = ShipOrder(order: new.id, lines: [.init(number: 1, quantity: quantity(5))])
    #expect(shop.refusal(of: over)?.reason == .overShipment)
    let most = ShipOrder(order: new.id, lines: [.init(number: 1, quantity: quantity(3))])
    let shipment = try shop.run(most)
    #expect(shop.books.orders[new.id]?.lines[0].open == quantity(1))
    try shop.run(ShipOrder(order: new.id))
    try shop.run(InvoiceOrder(order: new.id))
    #expect(shop.books.orders[new.id]?.state == .completed)
    try shop.run(ConfirmDelivery(order: new.id, shipment: shipment.id, isLost: true))
    #expect(shop.books.returns[back.id]?.lines[0].replaced == quantity(1))
  }

  @Test("a small order in place of returned goods is not too small; partners may replace their own")
  func small() throws {
    var shop = Shop()
    let (_, back, product) = try returning(&shop, 5)
    var rules = PricingRules()
    rules.minimumOrderValue = 5000
    let policy = try shop.run(
      CreatePolicyVersion(
        rules: .pricing(rules), validFrom: nil, testCases: [], method: "Policy", request: []))
    try shop.run(
      GrantApproval(
        approval: try #require(policy.approval), stored: StartPolicyVersion(policy: policy.id)),
      as: Caller(principal: ID(high: 9, low: 10), permissions: ["policies.write"]))
    #expect(
      shop.refusal(of: PlaceOrder(shop.request((product, "1"))))?.reason == .minimumOrderValue)
    let partner = Caller(
      principal: shop.admin, scope: .customers([shop.customer]), permissions: ["orders.place"])
    let order = try shop.run(PlaceOrder(request(shop, back, (product, 1))), as: partner)
    #expect(order.lines[0].priceSource == .replacement)
    var byHand = request(shop, back, (product, 1))
    byHand.lines[0].unitPrice = UnitPrice("1")
    #expect(shop.refusal(of: PlaceOrder(byHand), as: partner)?.reason == .discountNotAllowed)
    #expect(try shop.run(PlaceOrder(byHand)).lines[0].priceSource == .manual)
  }
}
