import Domain

/// Who owes and pays, I-60: what an order or a customer names is there, and nobody names one that was
/// merged into another. Whose partner follows what moved, and sees nobody else for it.
extension Checker {
  func checkParties(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.orders {
      let order = change.after
      let named = [order.customer, order.billTo, order.payer].compactMap { $0 }
      findings.expect(
        named.allSatisfy { seen.customers[$0]?.currency == order.currency }
          && order.billTo != order.customer && order.payer != order.debtor,
        .scope, "orders/\(order.id) names \(named)")
      guard let before = change.before, before.state != .draft else { continue }
      findings.expect(
        before.debtor == order.debtor || isMerged(before.debtor, into: order.debtor), .scope,
        "orders/\(order.id) was owed by customers/\(before.debtor), now \(order.debtor)")
    }
    for change in changes.customers {
      guard change.before?.mergedInto == nil, change.after.mergedInto != nil else { continue }
      isNamedNowhere(change.after.id, &findings)
    }
    checkPartners(changes, &findings)
  }

  /// Partners of the source see the other too; nothing else ever binds a principal to a customer anew.
  private func checkPartners(_ changes: Changes, _ findings: inout Findings) {
    let merged = changes.customers.first {
      $0.before?.mergedInto == nil && $0.after.mergedInto != nil
    }?.after
    for change in changes.principals {
      guard let before = change.before, before.customers != change.after.customers else { continue }
      findings.expect(
        merged.map {
          before.customers.contains($0.id)
            && change.after.customers
              == before.customers + [$0.mergedInto ?? $0.id]
        } ?? false, .scope,
        "principals/\(change.after.id) saw \(before.customers), now \(change.after.customers)")
    }
    guard let merged, let into = merged.mergedInto else { return }
    let left = seen.principals.values.filter {
      $0.customers.contains(merged.id) && !$0.customers.contains(into)
    }
    findings.expect(
      left.isEmpty, .scope, "principals \(left.map(\.id)) do not follow customers/\(merged.id)")
  }

  private func isNamedNowhere(_ gone: ID<Customer>, _ findings: inout Findings) {
    let customers = seen.customers.values.filter {
      $0.billTo == gone || $0.payer == gone || $0.parent == gone
    }
    let orders = seen.orders.values.filter { order in
      switch order.state {
      case .draft, .confirmed, .onHold:
        order.customer == gone || order.billTo == gone || order.payer == gone
      case .cancelled, .completed: false
      }
    }
    let members = seen.accounts.values.filter { $0.group == gone || $0.customer == gone }
    findings.expect(
      customers.isEmpty && orders.isEmpty
        && members.allSatisfy { $0.group == nil && $0.members == 0 },
      .scope,
      "customers/\(gone) was merged and is named by \(customers.map(\.id)), \(orders.map(\.id)), "
        + "members \(members.map(\.customer))")
    let moved = seen.shipments.values.filter { shipment in
      shipment.customer == gone && seen.orders[shipment.order]?.customer != gone
    }
    let returned = seen.returns.values.filter { back in
      back.customer == gone && seen.orders[back.order]?.customer != gone
    }
    findings.expect(
      moved.isEmpty && returned.isEmpty, .scope,
      "shipments \(moved.map(\.id)) and returns \(returned.map(\.id)) stayed behind")
  }
}
