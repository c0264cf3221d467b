import Domain

/// I-24 to I-28.
extension Checker {
  mutating func checkCredit(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    var customers = Set(changes.accounts.map(\.after.customer))
    for change in changes.orders { customers.insert(change.after.customer) }
    for change in changes.items { customers.insert(change.after.customer) }
    for change in changes.payments { customers.insert(change.after.customer) }
    for change in changes.orders { change.before.map { _ = customers.insert($0.customer) } }
    for change in changes.items { change.before.map { _ = customers.insert($0.customer) } }
    for change in changes.payments { change.before.map { _ = customers.insert($0.customer) } }
    for customer in customers { exposure(of: customer, &findings) }
    for event in books.events.fresh where event.type == .creditDecided {
      decision(event, changes, step, &findings)
    }
    for change in changes.orders { decided(change.after, &findings) }
  }

  func exposure(of customer: ID<Customer>, _ findings: inout Findings) {
    let account = seen.accounts[customer]
    let parts = sums.credit[customer] ?? .init()
    let kept = account.map {
      Sums.Credit(
        openOrders: $0.openOrders, unbilled: $0.unbilledShipments, items: $0.openItems,
        unapplied: $0.unappliedCash)
    }
    findings.expect(
      kept == parts, .exposure,
      "customers/\(customer) has \(kept.map { "\($0)" } ?? "no account"), its rows \(parts)")
  }

  /// What a decision says it looked at is what was on the books, and an approval passes its rules.
  private mutating func decision(
    _ event: Event, _ changes: Changes, _ step: Step, _ findings: inout Findings
  ) {
    let order: ID<Order> = event.resource.id.retyped()
    let facts = Facts(event)
    let result = facts["result"] ?? ""
    decisions[event.id] = (order, result)
    guard let customer = event.customer, let exposure = facts.amount("exposure_minor"),
      let limit = facts.amount("limit_minor"), let added = facts.amount("added_minor")
    else {
      findings.expect(false, .approvalPasses, "events/\(event.id) has no figures")
      return
    }
    let change = changes.accounts.first { $0.after.customer == customer }
    guard let before = change?.before ?? seen.accounts[customer] else { return }
    findings.expect(
      facts.amount("open_orders_minor") == before.openOrders
        && facts.amount("unbilled_shipments_minor") == before.unbilledShipments
        && facts.amount("open_items_minor") == before.openItems
        && facts.amount("unapplied_cash_minor") == before.unappliedCash
        && limit == Oracle.limit(before, on: step.context.today)
        && exposure
          == before.openOrders + before.unbilledShipments + before.openItems
          - before.unappliedCash + added,
      .approvalPasses, "events/\(event.id) does not say what was on the books: \(event.data)")
    switch result {
    case "APPROVED":
      let after = seen.accounts[customer] ?? before
      let now = after.openOrders + after.unbilledShipments + after.openItems - after.unappliedCash
      findings.expect(
        exposure <= limit && now == exposure, .approvalPasses,
        "orders/\(order) was approved at \(exposure), limit \(limit), and stands at \(now)")
    case "OVERRIDDEN":
      let bound = step.context.caller.authority["credit.release"] ?? .max
      findings.expect(
        exposure - limit <= bound, .releaseHasAuthority,
        "orders/\(order) was released \(exposure - limit) over the limit, authority \(bound)")
    default:
      findings.expect(
        exposure > limit || seen.customers[customer]?.state == .blocked, .approvalPasses,
        "orders/\(order) was denied at \(exposure) with a limit of \(limit)")
    }
  }

  private func decided(_ order: Order, _ findings: inout Findings) {
    switch order.state {
    case .confirmed:
      findings.expect(
        order.credit?.result == .approved || order.credit?.result == .overridden,
        .confirmedIsDecided, "orders/\(order.id) is confirmed without a decision")
    case .onHold:
      let holds = order.holds.filter { $0.kind == .credit }
      guard let hold = holds.first else {
        findings.expect(
          order.credit?.result == .approved || order.credit?.result == .overridden,
          .confirmedIsDecided, "orders/\(order.id) is held by hand alone, without a decision")
        break
      }
      let named = hold.decision.flatMap { decisions[$0] }
      findings.expect(
        holds.count == 1 && named?.order == order.id && named?.result == "DENIED", .oneCreditHold,
        "orders/\(order.id) has the holds \(order.holds)")
    case .draft, .cancelled, .completed: break
    }
  }
}
