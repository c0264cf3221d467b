extension Invoice {
  /// What an invoice was asked to bill; a draft is held to it when it is issued.
  package enum Scope: String, CaseIterable, Sendable {
    /// What the order's trigger says.
    case due = "DUE"
    /// What left and stayed away, whatever the trigger.
    case shipped = "SHIPPED"
    /// Also what is still open.
    case all = "ALL"
    /// Money ahead of the goods.
    case deposit = "DEPOSIT"
  }
}

extension Order {
  /// What of a line an invoice of the scope may bill now.
  func billable(_ line: OrderLine, _ scope: Invoice.Scope) -> Quantity {
    switch scope {
    case .due: line.toBill(invoiceTrigger)
    case .shipped: line.unbilled
    case .all: line.uninvoiced
    case .deposit: .zero
    }
  }

  /// A held order is not invoiced ahead of its goods; what left can always be.
  func requireShipped(_ quantities: [Int32: Quantity]) throws(Rejection) {
    guard state == .onHold else { return }
    let ahead = lines.contains { quantities[$0.number] ?? .zero > $0.unbilled }
    guard ahead else { return }
    throw Rejection(
      .orderOnHold,
      "orders/\(id) is on hold: nothing is invoiced ahead of shipment. Release it, or bill what "
        + "left with scope SHIPPED.",
      metadata: [
        "resource": "orders/\(id)",
        "holds": holds.map(\.kind.rawValue).joined(separator: ","),
      ])
  }
}
