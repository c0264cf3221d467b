import Domain

/// I-12, I-13, I-16, I-17, I-18.
extension Checker {
  func checkOrders(_ changes: Changes, _ findings: inout Findings) {
    for change in changes.orders {
      lines(of: change.after, &findings)
      states(change, &findings)
      revision(change, changes, &findings)
    }
    for change in changes.shipments { shipment(change, changes, &findings) }
  }

  func lines(of order: Order, _ findings: inout Findings) {
    let isFinal = order.state == .cancelled || order.state == .completed
    for line in order.lines {
      let name = "orders/\(order.id) line \(line.number)"
      let parts = [
        line.cancelled, line.shipped, line.invoiced, line.reserved, line.delivered, line.returned,
        line.returning, line.credited,
      ]
      findings.expect(
        line.ordered - line.cancelled - line.shipped >= .zero && line.ordered > .zero
          && parts.allSatisfy { $0 >= .zero },
        .orderedQuantity, "\(name): \(line)")
      findings.expect(
        line.isStocked
          ? line.reserved <= line.open && !(isFinal && line.reserved > .zero)
          : line.reserved.isZero,
        .reservedInsideOpen, "\(name): reserved \(line.reserved), open \(line.open)")
      let key = LineKey(order: order.id, line: line.number)
      let invoiced = sums.invoiced[key] ?? .init()
      findings.expect(
        line.shipped == sums.shipped[key] ?? .zero && line.invoiced == invoiced.quantity
          && line.delivered == sums.delivered[key] ?? .zero
          && line.returned == sums.returned[key] ?? .zero
          && line.returning == sums.returning[key] ?? .zero,
        .sumOfDocuments,
        "\(name): shipped \(line.shipped), invoiced \(line.invoiced), documents \(invoiced)")
      findings.expect(
        line.invoiced - line.credited <= line.ordered, .sumOfDocuments,
        "\(name) is billed beyond what was ordered")
      findings.expect(
        line.returned + line.returning <= line.shipped && line.delivered <= line.shipped
          && line.credited <= line.invoiced,
        .returnsAndDeliveries, "\(name): \(line)")
      let target = Oracle.target(line, order.invoiceTrigger)
      let toBill = line.toBill(order.invoiceTrigger)
      let toCredit = line.toCredit(order.invoiceTrigger)
      let billed = line.invoiced.micros - line.credited.micros
      findings.expect(
        target - billed == toBill.micros - toCredit.micros && min(toBill, toCredit).isZero,
        .toBillOrToCredit, "\(name): to bill \(toBill), to credit \(toCredit)")
      findings.expect(
        invoiced.net <= line.netAmount && invoiced.gross <= line.grossAmount
          && (line.invoiced != line.ordered
            || invoiced.net == line.netAmount && invoiced.gross == line.grossAmount),
        .sumOfDocuments, "\(name): invoices \(invoiced), line \(line.netAmount)")
    }
  }

  /// Counts up by one, and what it was before is kept as it was.
  private func revision(
    _ change: Change<Order>, _ changes: Changes, _ findings: inout Findings
  ) {
    let order = change.after
    let name = "orders/\(order.id) revision \(order.revision)"
    let kept = changes.revisions.filter { $0.order.id == order.id }
    findings.expect(
      (order.revision == 0) == (order.credit == nil), .revisions, "\(name) is \(order.state)")
    guard let before = change.before, before.revision != order.revision else {
      findings.expect(kept.isEmpty, .revisions, "\(name) keeps what did not change")
      return
    }
    findings.expect(order.revision == before.revision + 1, .revisions, "\(name) left one out")
    findings.expect(
      before.revision == 0 ? kept.isEmpty : kept.map(\.order) == [before], .revisions,
      "\(name) does not keep what was before")
  }

  private func states(_ change: Change<Order>, _ findings: inout Findings) {
    let order = change.after
    findings.expect(
      (order.state == .onHold) == !order.holds.isEmpty, .states,
      "orders/\(order.id) is \(order.state) with \(order.holds.count) holds")
    findings.expect(
      change.before.map { $0.invoiceTrigger == order.invoiceTrigger } ?? true, .states,
      "orders/\(order.id) is billed by another trigger than it was made with")
    if let before = change.before?.state, before != order.state {
      findings.expect(
        Self.moves[before]?.contains(order.state) ?? false, .states,
        "orders/\(order.id) moved from \(before) to \(order.state)")
    }
    if change.before == nil {
      findings.expect(
        [.draft, .confirmed, .onHold].contains(order.state), .states,
        "orders/\(order.id) was made \(order.state)")
    }
    let nothingLeft = order.lines.allSatisfy {
      $0.open.isZero && $0.ordered - $0.cancelled - $0.returned <= $0.invoiced - $0.credited
    }
    let hasShipped = order.lines.contains { $0.shipped > .zero }
    switch order.state {
    case .completed:
      findings.expect(
        nothingLeft && (hasShipped || order.lines.contains { $0.invoiced > .zero }), .states,
        "orders/\(order.id) is completed too early")
    case .cancelled:
      findings.expect(
        !hasShipped && nothingLeft, .states, "orders/\(order.id) is cancelled, not all of it")
    case .draft:
      findings.expect(!hasShipped, .states, "orders/\(order.id) is a draft and has shipped")
    case .onHold: break
    case .confirmed:
      findings.expect(!nothingLeft, .states, "orders/\(order.id) is complete and not COMPLETED")
    }
    findings.expect(
      order.fulfillmentState == Oracle.fulfilment(of: order)
        && order.billingState == Oracle.billing(of: order),
      .states, "orders/\(order.id) says \(order.fulfillmentState), \(order.billingState)")
  }

  /// The moves of business rules, section 2. An order whose last hold goes when nothing is left is
  /// confirmed and completed in one command.
  private static let moves: [Order.State: Set<Order.State>] = [
    .draft: [.confirmed, .onHold, .cancelled], .onHold: [.confirmed, .cancelled, .completed],
    .confirmed: [.onHold, .cancelled, .completed],
  ]

  private func shipment(
    _ change: Change<Shipment>, _ changes: Changes, _ findings: inout Findings
  ) {
    let shipment = change.after
    if let before = change.before {
      var same = shipment
      same.customer = before.customer
      same.updateTime = before.updateTime
      same.version = before.version
      if same == before, isMerged(before.customer, into: shipment.customer) { return }
      findings.expect(
        before.state == .shipped && shipment.state != .shipped && before.lines == shipment.lines,
        .sumOfDocuments, "shipments/\(shipment.id) changed from \(before) to \(shipment)")
      return
    }
    for line in shipment.lines where !line.lots.isEmpty {
      let whole = line.lots.reduce(Int128(0)) { $0 + Int128($1.quantity.micros) }
      findings.expect(
        whole == Int128(line.quantity.micros)
          && Set(line.lots.map(\.number)).count == line.lots.count
          && line.lots.allSatisfy { $0.quantity > .zero },
        .sumOfDocuments, "shipments/\(shipment.id) line \(line.orderLine): \(line.lots)")
    }
    let order = changes.orders.first { $0.after.id == shipment.order }
    findings.expect(
      order?.before?.state == .confirmed
        && (order?.after.state == .confirmed || order?.after.state == .completed),
      .issueWasAllowed,
      "orders/\(shipment.order) was not confirmed when its goods left")
    let result = order?.before?.credit?.result
    findings.expect(
      result == .approved || result == .overridden, .issueWasAllowed,
      "goods left for orders/\(shipment.order) without a decision that lets them")
    if let order, let before = order.before { excess(order.after, before, &findings) }
  }

  /// What left beyond what was open was ordered with it: within the tolerance, of named lines only,
  /// as a revision that was decided on.
  private func excess(_ order: Order, _ before: Order, _ findings: inout Findings) {
    var isRaised = false
    for (line, old) in zip(order.lines, before.lines) where line.ordered != old.ordered {
      isRaised = true
      let percent =
        seen.customers[order.customer]?.overShipment ?? seen.products[line.product]?.overShipment
        ?? seen.sellers.values.first?.stock.overShipment ?? .zero
      let excess = Int128(line.ordered.micros) - Int128(old.ordered.micros)
      findings.expect(
        excess > 0 && old.open > .zero && line.open.isZero
          && excess * 100_000_000 <= Int128(old.ordered.micros) * Int128(percent.micros),
        .issueWasAllowed,
        "orders/\(order.id) line \(line.number): \(old.ordered) became \(line.ordered) at \(percent) %"
      )
    }
    findings.expect(
      order.revision == before.revision + (isRaised ? 1 : 0)
        && (!isRaised || order.credit?.revision == order.revision),
      .issueWasAllowed, "orders/\(order.id) was raised without a decision on it")
  }
}
