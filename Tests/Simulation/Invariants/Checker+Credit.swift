import Domain

/// I-24 to I-29.
extension Checker {
  mutating func checkCredit(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    var customers = Set(changes.accounts.map(\.after.customer))
    for change in changes.orders { customers.insert(change.after.debtor) }
    for change in changes.items { customers.insert(change.after.customer) }
    for change in changes.payments { customers.insert(change.after.customer) }
    for change in changes.orders { change.before.map { _ = customers.insert($0.debtor) } }
    for change in changes.items { change.before.map { _ = customers.insert($0.customer) } }
    for change in changes.payments { change.before.map { _ = customers.insert($0.customer) } }
    for customer in customers { exposure(of: customer, &findings) }
    let heads = Set(
      changes.accounts.flatMap { change in
        [change.before?.group, change.after.group, change.after.customer].compactMap { $0 }
      })
    for head in heads { group(led: head, &findings) }
    for change in changes.approvals {
      findings.expect(
        change.after.decidedBy != change.after.requestedBy, .fourEyes,
        "approvals/\(change.after.id) was decided by who asked for it")
    }
    for change in changes.policies {
      findings.expect(
        change.after.approver != change.after.author
          && (change.after.decision == .granted) == (change.after.approver != nil), .fourEyes,
        "policies/\(change.after.id) is \(change.after.decision) by \(String(describing: change.after.approver))"
      )
    }
    for event in books.events.fresh where event.type == .creditDecided {
      decision(event, changes, step, &findings)
    }
    for change in changes.orders {
      noteRaise(change)
      decided(change.after, &findings)
    }
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

  /// The sums of a group are those of its members, and who is in a group leads none.
  private func group(led by: ID<Customer>, _ findings: inout Findings) {
    guard let head = seen.accounts[by] else { return }
    let members = seen.accounts.values.filter { $0.group == by }
    var owed: Int64 = 0
    var unapplied: Int64 = 0
    for member in members {
      owed += member.openOrders + member.unbilledShipments + member.openItems
      unapplied += member.unappliedCash
    }
    findings.expect(
      head.members == members.count && head.membersOwed == owed
        && head.membersUnappliedCash == unapplied && (members.isEmpty || head.group == nil),
      .exposure,
      "customers/\(by) leads \(members.count) that owe \(owed) less \(unapplied): \(head)")
  }

  /// What a decision says it looked at is what was on the books, and it says of every rule what an
  /// own count of the rules says.
  private mutating func decision(
    _ event: Event, _ changes: Changes, _ step: Step, _ findings: inout Findings
  ) {
    let id: ID<Order> = event.resource.id.retyped()
    let facts = Facts(event)
    let result = facts["result"] ?? ""
    decisions[event.id] = (id, result)
    if result != "DENIED", let revision = facts.amount("revision") {
      passed[id] = max(Int32(revision), passed[id] ?? 0)
    }
    guard let exposure = facts.amount("exposure_minor"),
      let limit = facts.amount("limit_minor"), let added = facts.amount("added_minor"),
      let order = seen.orders[id]
    else {
      findings.expect(false, .approvalPasses, "events/\(event.id) has no figures")
      return
    }
    // Whose account it is, the event says where that is not who ordered.
    let customer = order.debtor
    findings.expect(
      event.customer == order.customer
        && facts["account"] == order.billTo.map { "customers/\($0)/creditAccount" },
      .approvalPasses, "events/\(event.id) names another account: \(event.data)")
    func before(_ customer: ID<Customer>) -> CreditAccount? {
      changes.accounts.first { $0.after.customer == customer }?.before ?? seen.accounts[customer]
    }
    guard let account = before(customer) else { return }
    let rules = CreditOracle(seen.policies.values, seen, on: step.context.today)
    let head = account.group.flatMap(before) ?? (account.members > 0 ? account : nil)
    let items = (openItemsOf[customer] ?? []).compactMap { seen.items[$0] }
    let failed = rules.failed(
      order, account, head, items, added: added, isShipping: facts["checkpoint"] == "SHIP",
      unpaid: unpaid(order))
    findings.expect(
      facts.amount("open_orders_minor") == account.openOrders
        && facts.amount("unbilled_shipments_minor") == account.unbilledShipments
        && facts.amount("open_items_minor") == account.openItems
        && facts.amount("unapplied_cash_minor") == account.unappliedCash
        && limit == Oracle.limit(account, on: step.context.today)
        && exposure == rules.exposure(account) + added
        && facts["failed"] == "[" + failed.map { "\"\($0)\"" }.joined(separator: ",") + "]",
      .approvalPasses,
      "events/\(event.id) does not say what was on the books, \(failed) deny: \(event.data)")
    switch result {
    case "APPROVED":
      let now = rules.exposure(seen.accounts[customer] ?? account)
      findings.expect(
        failed.isEmpty && now == exposure, .approvalPasses,
        "orders/\(id) was approved against \(failed) at \(exposure), and stands at \(now)")
    case "OVERRIDDEN":
      let bound = step.context.caller.authority["credit.release"] ?? .max
      let excess =
        order.paymentTerms.isPrepaid
        ? unpaid(order) : rules.excess(account, head, added: added)
      findings.expect(
        excess <= bound && order.credit?.revision == order.revision, .releaseHasAuthority,
        "orders/\(id) was released \(excess) over the limit, authority \(bound)")
    default:
      findings.expect(
        !failed.isEmpty, .approvalPasses, "orders/\(id) was denied though no rule denies")
    }
  }

  /// Of what a prepaid order comes to, counted from the items of its deposits.
  private func unpaid(_ order: Order) -> Int64 {
    var asked: Int64 = 0
    var paid: Int64 = 0
    for deposit in order.deposits {
      let items = seen.items.values.filter { $0.invoice == deposit.invoice }
      asked += items.reduce(0) { $0 + $1.original }
      paid += items.reduce(0) { $0 + $1.original - $1.open }
    }
    let value = Oracle.valueToPrepay(order)
    // Each deposit but the first may have rounded a unit of each tax group away.
    let isRounding = value - asked <= (order.deposits.count - 1) * order.taxes.count
    return max(0, (isRounding ? min(asked, value) : value) - paid)
  }

  /// Placing an order raises its value from nothing, and so may each amendment.
  private mutating func noteRaise(_ change: Change<Order>) {
    let order = change.after
    guard order.revision > 0, order.revision != change.before?.revision ?? 0 else { return }
    let before = change.before.flatMap { $0.revision > 0 ? Oracle.value(of: $0) : nil }
    if before.map({ $0 < Oracle.value(of: order) }) ?? true { raised[order.id] = order.revision }
  }

  private func decided(_ order: Order, _ findings: inout Findings) {
    if order.state == .confirmed || order.state == .onHold && !order.hasCreditHold {
      findings.expect(
        passed[order.id] ?? 0 >= raised[order.id] ?? 1, .confirmedIsDecided,
        "orders/\(order.id) was raised by revision \(raised[order.id] ?? 1), the last decision "
          + "that let it pass is of \(passed[order.id] ?? 0)")
    }
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
