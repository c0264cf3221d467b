import Domain
import Foundation
import Testing

@Suite("Order states")
struct OrderStateTests {
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

  static let pairs = OrderVerb.allCases.flatMap { verb in
    Order.State.allCases.map { (verb, $0) }
  }

  /// What the order itself refuses where its state would take the verb.
  static func furtherReason(_ verb: OrderVerb, _ state: Order.State) -> Reason? {
    switch (verb, state) {
    case (.invoice, .confirmed), (.invoice, .onHold): .nothingToInvoice
    // The order in hand is held by credit alone.
    case (.release, .onHold): .invalidStateTransition
    default: nil
    }
  }

  static func refusal(
    _ verb: OrderVerb, of id: ID<Order>, in shop: inout Shop
  ) -> Rejection? {
    switch verb {
    case .update:
      shop.refusal(
        of: UpdateOrder(
          order: id, expectedVersion: shop.books.orders[id]?.version ?? 0, fields: .init()))
    case .amend:
      shop.refusal(
        of: AmendOrder(order: id, changes: [.init(line: 1, quantity: Quantity(whole: 1))]))
    case .duplicate: shop.refusal(of: DuplicateOrder(order: id))
    case .confirm: shop.refusal(of: ConfirmOrder(order: id))
    case .hold: shop.refusal(of: HoldOrder(order: id, reason: "wait"))
    case .release: shop.refusal(of: ReleaseOrder(order: id, note: "go"))
    case .releaseCredit: shop.refusal(of: ReleaseCreditHold(order: id, note: "go"))
    case .cancel: shop.refusal(of: CancelOrder(order: id, reasonCode: "TEST"))
    case .ship: shop.refusal(of: ShipOrder(order: id))
    case .invoice: shop.refusal(of: InvoiceOrder(order: id))
    case .expire: shop.refusal(of: ExpireReservation(order: id))
    }
  }

  @Test("each verb in each state does what the table says", arguments: pairs)
  func verbs(verb: OrderVerb, state: Order.State) throws {
    var (shop, id) = try Self.shop(with: state)
    let refusal = Self.refusal(verb, of: id, in: &shop)
    switch OrderTransitions.step(verb, from: state) {
    case .to(let states):
      #expect(refusal?.reason == Self.furtherReason(verb, state))
      let after = try #require(shop.books.orders[id]?.state)
      #expect(states.contains(after) || refusal != nil, "\(state) became \(after)")
    case .refused(let reason):
      #expect(refusal?.reason == reason)
      #expect(shop.books.orders[id]?.state == state)
      if reason == .invalidStateTransition {
        #expect(refusal?.metadata["currentState"] == state.rawValue)
        #expect(refusal?.metadata["requested"] == verb.rawValue)
        let allowed = OrderTransitions.allowed(verb).map(\.rawValue).joined(separator: ",")
        #expect(refusal?.metadata["allowed"] == allowed)
      }
    }
  }

  @Test("the table has every verb once, with every state")
  func isComplete() {
    #expect(OrderTransitions.table.map(\.verb.rawValue) == OrderVerb.allCases.map(\.rawValue))
    for row in OrderTransitions.table {
      #expect(row.steps.count == Order.State.allCases.count)
    }
  }

  @Test("states say where they can go, and the final ones say nowhere")
  func successors() {
    #expect(Order.State.cancelled.successors.isEmpty)
    #expect(Order.State.completed.successors.isEmpty)
    #expect(Invoice.State.issued.successors.isEmpty)
    #expect(Order.State.draft.successors == [.confirmed, .onHold, .cancelled])
    #expect(Order.State.confirmed.successors == [.onHold, .cancelled, .completed])
  }

  /// O2C_REWRITE_GOLDEN=1 writes it.
  @Test("the documentation is written from the table")
  func documentation() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Domain/Orders/TRANSITIONS.md")
    if ProcessInfo.processInfo.environment["O2C_REWRITE_GOLDEN"] != nil {
      try OrderTransitions.markdown.write(to: file, atomically: false, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == OrderTransitions.markdown)
  }
}
