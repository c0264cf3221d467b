import Domain
import Testing

@Suite("Previews of an order")
struct PreviewOrderTests {
  @Test("a preview shows what the order comes to, and leaves the books as they are")
  func shows() throws {
    var shop = Shop(limit: 10_000)
    let product = shop.product("100", stock: 10)
    let before = shop.account
    let preview = try shop.run(PreviewOrder(shop.request((product, "2")))).order
    #expect(preview.state == .onHold && preview.credit?.passesIf == 13_800)
    #expect(preview.totals.gross == 23_800 && preview.lines[0].reserved == Quantity(whole: 2))
    #expect(shop.account == before && shop.books.orders.count == 0)
    #expect(shop.books.events.rows.isEmpty && !shop.books.orders.hasChanges)
    let placed = try shop.run(PlaceOrder(shop.request((product, "2"))))
    #expect(PreviewFacts(of: placed) == PreviewFacts(of: preview))
  }

  @Test("the faults of all steps come at once, the first one's reason in front")
  func allFaults() throws {
    var shop = Shop()
    let good = shop.product("10", stock: 5)
    let unpriced = shop.product(nil)
    let untaxed = shop.product("10", taxClass: "NOWHERE")
    let scarce = shop.product("10", stock: 1)
    var request = shop.request(
      (good, "1"), (unpriced, "1"), (untaxed, "1"), (scarce, "3"), (nowhere(), "1"))
    request.requestedDate = shop.today.adding(days: -1)
    let refusal = shop.refusal(
      of: PreviewOrder(request, options: .init(expectedTotal: Money(1, .eur))))
    #expect(refusal?.reason == .invalidFields)
    let found = refusal?.violations.map { "\($0.field) \($0.reason.rawValue)" }
    #expect(
      found == [
        "order.lines[4].product REFERENCE_NOT_FOUND",
        "order.requested_date FIELD_OUT_OF_RANGE",
        "order.lines[1] PRICE_MISSING",
        "order.lines[2] TAX_NOT_DETERMINED",
        "order.lines[0] TOTAL_CHANGED",
        "order.lines[3] TOTAL_CHANGED",
        "order.totals.gross TOTAL_CHANGED",
        "order.lines[3].quantity INSUFFICIENT_STOCK",
      ])
    #expect(shop.books.orders.count == 0)
  }

  @Test("a single refusal is the one that placing gets")
  func sameRefusal() throws {
    var shop = Shop()
    let scarce = shop.product("10", stock: 1)
    let request = shop.request((scarce, "3"))
    let preview = shop.refusal(of: PreviewOrder(request))
    #expect(preview != nil && preview == shop.refusal(of: PlaceOrder(request)))
  }

  /// What moved, and the fields that say so.
  static let moves: [(String, @Sendable (inout Shop, ID<Product>) throws -> Void, [String])] = [
    ("nothing", { _, _ in }, []),
    (
      "the price",
      { shop, product in
        guard let key = shop.books.prices(of: product).first?.key else { return }
        shop.books.put(Price(key: key, unitPrice: UnitPrice("11") ?? .zero))
        shop.books.keep()
      },
      [
        "order.lines[0].unit_price", "order.lines[0].net_amount", "order.lines[0].tax_amount",
        "order.totals.net", "order.totals.tax", "order.totals.gross",
      ]
    ),
    (
      "the stock",
      { shop, product in
        try shop.run(PlaceOrder(shop.request((product, "8"))))
      }, ["order.lines[0].reserved_quantity", "order.lines[0].promised_date"]
    ),
    (
      "the limit",
      { shop, _ in
        var account = shop.account
        account.limit = 100
        shop.books.put(account)
        shop.books.keep()
      }, ["order.state"]
    ),
  ]

  @Test("what moved since the preview is TOTAL_CHANGED, old and new", arguments: moves)
  func moved(
    name: String, move: @Sendable (inout Shop, ID<Product>) throws -> Void, fields: [String]
  ) throws {
    var shop = Shop()
    let product = shop.product("10", stock: 10)
    let request = shop.request((product, "4"))
    let facts = try shop.run(PreviewOrder(request)).facts
    try move(&shop, product)
    let options = ConfirmationOptions(allowBackorder: true, expects: facts)
    let refusal = shop.refusal(of: PlaceOrder(request, options: options))
    #expect(refusal?.reason == (fields.isEmpty ? nil : .totalChanged))
    #expect(refusal?.violations.map(\.field) ?? [] == fields)
    if name == "the price" {
      #expect(refusal?.violations.first?.description == "10 → 11")
      #expect(refusal?.metadata["expectedMinor"] == "4760")
      #expect(refusal?.metadata["actualMinor"] == "5236")
    }
  }

  @Test("more stock and a hold that is gone are welcome")
  func better() throws {
    var shop = Shop(limit: 0)
    let product = shop.product("10", stock: 2)
    let request = shop.request((product, "4"))
    let backorder = ConfirmationOptions(allowBackorder: true)
    let facts = try shop.run(PreviewOrder(request, options: backorder)).facts
    #expect(facts.isHeld)
    var account = shop.account
    account.limit = 1_000_000
    shop.books.put(account)
    shop.books.keep()
    try shop.run(
      ReceiveStock(
        reference: "R", lines: [.init(product: .id(product), quantity: Quantity(whole: 9))]))
    let options = ConfirmationOptions(allowBackorder: true, expects: facts)
    #expect(try shop.run(PlaceOrder(request, options: options)).state == .confirmed)
  }
}
