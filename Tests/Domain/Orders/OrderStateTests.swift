import Domain
import Testing

/// The five states and what may be asked of an order in each.
enum Verb: String, CaseIterable, Sendable {
  case confirm, cancel, ship, invoice, release, expire
}

@Suite("Order states")
struct OrderStateTests {
  /// Nil: it happens; else the reason.
  static let table: [(Order.State, Verb, Reason?)] = [
    (.draft, .confirm, nil), (.draft, .cancel, nil), (.draft, .ship, .invalidStateTransition),
    (.draft, .invoice, .invalidStateTransition), (.draft, .release, .invalidStateTransition),
    (.draft, .expire, nil),
    (.confirmed, .confirm, .invalidStateTransition), (.confirmed, .cancel, nil),
    (.confirmed, .ship, nil), (.confirmed, .invoice, .nothingToInvoice),
    (.confirmed, .release, .invalidStateTransition), (.confirmed, .expire, nil),
    (.onHold, .confirm, .invalidStateTransition), (.onHold, .cancel, nil),
    (.onHold, .ship, .orderOnHold), (.onHold, .invoice, .nothingToInvoice),
    (.onHold, .release, nil), (.onHold, .expire, nil),
    (.cancelled, .confirm, .invalidStateTransition),
    (.cancelled, .cancel, .invalidStateTransition), (.cancelled, .ship, .invalidStateTransition),
    (.cancelled, .invoice, .invalidStateTransition),
    (.cancelled, .release, .invalidStateTransition), (.cancelled, .expire, nil),
    (.completed, .confirm, .invalidStateTransition),
    (.completed, .cancel, .invalidStateTransition), (.completed, .ship, .invalidStateTransition),
    (.completed, .invoice, .invalidStateTransition),
    (.completed, .release, .invalidStateTransition), (.completed, .expire, nil),
  ]

  /// A shop with an order in the state.
  static func shop(with state: Order.State) throws -> (Shop, ID<Order>) {
    var shop = Shop(limit: state == .onHold ? 0 : 1_000_000)
    let product = shop.product("100")
    let request = shop.request((product, "2"))
    let id: ID<Order>
    switch state {
    case .draft: id = try shop.run(CreateOrder(request)).id
    case .confirmed, .onHold: id = try shop.run(PlaceOrder(request)).id
    case .cancelled:
      id = try shop.run(PlaceOrder(request)).id
      try shop.run(CancelOrder(order: id, reasonCode: "TEST"))
    case .completed:
      id = try shop.run(PlaceOrder(request)).id
      try shop.run(ShipOrder(order: id))
      try shop.run(InvoiceOrder(order: id))
    }
    #expect(shop.books.orders[id]?.state == state)
    return (shop, id)
  }

  @Test("each verb in each state happens or is refused with its reason", arguments: table)
  func verbs(state: Order.State, verb: Verb, reason: Reason?) throws {
    var (shop, id) = try Self.shop(with: state)
    let refusal =
      switch verb {
      case .confirm: shop.refusal(of: ConfirmOrder(order: id))
      case .cancel: shop.refusal(of: CancelOrder(order: id, reasonCode: "TEST"))
      case .ship: shop.refusal(of: ShipOrder(order: id))
      case .invoice: shop.refusal(of: InvoiceOrder(order: id))
      case .release: shop.refusal(of: ReleaseCreditHold(order: id, note: "go"))
      case .expire: shop.refusal(of: ExpireReservation(order: id))
      }
    #expect(refusal?.reason == reason)
    if reason == .invalidStateTransition {
      #expect(refusal?.metadata["currentState"] == state.rawValue)
      #expect(refusal?.metadata["allowed"]?.isEmpty == false)
    }
  }

  @Test("the table has every state with every verb")
  func isComplete() {
    #expect(Self.table.count == Order.State.allCases.count * Verb.allCases.count)
  }

  @Test("states say where they can go, and the final ones say nowhere")
  func successors() {
    #expect(Order.State.cancelled.successors.isEmpty)
    #expect(Order.State.completed.successors.isEmpty)
    #expect(Invoice.State.issued.successors.isEmpty)
    #expect(Order.State.draft.successors == [.confirmed, .onHold, .cancelled])
  }
}
