import Domain
import Testing

/// A fault of a placed order, in the order in which they are looked for.
struct Fault: Sendable {
  let name: String
  let reason: Reason
  let make: @Sendable (inout Shop, inout OrderRequest, inout ConfirmationOptions) -> Void

  static let all: [Fault] = [
    Fault(name: "unknown customer", reason: .invalidFields) { _, request, _ in
      request.customer = .id(nowhere())
    },
    Fault(name: "a date to come", reason: .invalidFields) { shop, request, _ in
      request.orderDate = shop.today.adding(days: 1)
    },
    Fault(name: "an external id in use", reason: .externalIDExists) { shop, request, _ in
      var other = shop.request((shop.product(), "1"))
      other.customer = .id(shop.stranger)
      other.externalID = "PO-1"
      _ = shop.refusal(of: PlaceOrder(other))
      request.externalID = "PO-1"
    },
    Fault(name: "a blocked customer", reason: .customerBlocked) { shop, _, _ in
      guard var customer = shop.books.customers[shop.customer] else { return }
      customer.state = .blocked
      shop.books.load(customer)
    },
    Fault(name: "no lines", reason: .orderEmpty) { _, request, _ in request.lines = [] },
    Fault(name: "another currency", reason: .invalidFields) { _, request, _ in
      request.currency = .usd
    },
    Fault(name: "a product not sold", reason: .productNotSellable) { shop, request, _ in
      let id = shop.product()
      guard var product = shop.books.products[id] else { return }
      product.sellableUntil = shop.today.adding(days: -1)
      shop.books.load(product)
      request.lines.append(.init(product: .id(id), quantity: Quantity(whole: 1)))
    },
    Fault(name: "no price", reason: .priceMissing) { shop, request, _ in
      let id = shop.product(nil)
      request.lines.append(.init(product: .id(id), quantity: Quantity(whole: 1)))
    },
    Fault(name: "a discount beyond authority", reason: .authorityExceeded) { shop, request, _ in
      let id = shop.product("1000")
      request.lines.append(
        .init(
          product: .id(id), quantity: Quantity(whole: 1), discounts: [.percent(Percent(whole: 50))])
      )
    },
    Fault(name: "no tax rule", reason: .taxNotDetermined) { shop, request, _ in
      let id = shop.product(taxClass: "UNKNOWN")
      request.lines.append(.init(product: .id(id), quantity: Quantity(whole: 1)))
    },
    Fault(name: "another total", reason: .totalChanged) { _, _, options in
      options.expectedTotal = Money(1, .eur)
    },
    Fault(name: "no stock", reason: .insufficientStock) { shop, request, _ in
      let id = shop.product(stock: 0)
      request.lines.append(.init(product: .id(id), quantity: Quantity(whole: 1)))
    },
    Fault(name: "no credit", reason: .creditHold) { shop, _, options in
      var account = shop.account
      account.limit = 0
      shop.books.load(account)
      options.failOnHold = true
    },
  ]
}

@Suite("The order of checks")
struct PlaceOrderPrecedenceTests {
  private func refusal(_ faults: [Fault]) -> Rejection? {
    var shop = Shop()
    var request = shop.request((shop.product(), "1"))
    var options = ConfirmationOptions()
    // The earlier fault last, so that it has the last word over the request.
    for fault in faults.reversed() { fault.make(&shop, &request, &options) }
    let caller = Caller(
      principal: shop.admin, permissions: ["credit.read"], authority: ["orders.discount": 1000])
    return shop.refusal(of: PlaceOrder(request, options: options), as: caller)
  }

  @Test("each fault alone is refused with its reason", arguments: Fault.all.indices)
  func alone(index: Int) {
    #expect(refusal([Fault.all[index]])?.reason == Fault.all[index].reason)
  }

  @Test("of two faults the earlier one is told", arguments: Fault.all.indices)
  func pairs(index: Int) {
    let first = Fault.all[index]
    let alone = refusal([first])
    for later in Fault.all[(index + 1)...] {
      let both = refusal([first, later])
      #expect(both?.reason == first.reason, "\(first.name) before \(later.name)")
      #expect(
        both?.violations.first?.field.prefix(11) == alone?.violations.first?.field.prefix(11),
        "\(first.name) before \(later.name)")
    }
  }

  @Test("all faults of one step are told together")
  func together() {
    var shop = Shop()
    var request = shop.request((nowhere(), "1"), (shop.product(), "1"), (nowhere(), "1"))
    request.customer = .id(nowhere())
    request.lines[1].warehouse = nowhere()
    let fields = shop.refusal(of: PlaceOrder(request))?.violations.map(\.field)
    #expect(
      fields == [
        "order.customer", "order.lines[0].product", "order.lines[1].warehouse",
        "order.lines[2].product",
      ])
  }

  @Test("a refused order leaves nothing, not even a number")
  func leavesNothing() throws {
    var shop = Shop()
    let product = shop.product(stock: 1)
    #expect(
      shop.refusal(of: PlaceOrder(shop.request((product, "2"))))?.reason == .insufficientStock)
    #expect(shop.books.orders.count == 0)
    #expect(shop.books.events.rows.isEmpty)
    let order = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(order.number == "SO-2026-000001")
  }
}
