import Domain

/// I-20, I-21, I-23.
extension Checker {
  func checkStock(
    _ changes: Changes, waitedBefore: [StockKey: Set<ID<Order>>], _ step: Step,
    _ findings: inout Findings
  ) {
    var keys = Set(changes.levels.map(\.after.key))
    for change in changes.orders {
      for line in change.after.lines {
        if let key = line.stockKey { keys.insert(key) }
      }
    }
    for key in keys { level(key, &findings) }
    guard Self.raising.contains(step.name) else { return }
    for change in changes.levels {
      unserved(change.after.key, step, &findings)
      servedInOrder(change.after.key, waitedBefore[change.after.key] ?? [], changes, &findings)
    }
  }

  /// Commands that give to those who wait.
  private static let raising: Set<String> = [
    "ReceiveStock", "CancelOrder", "ExpireReservation", "MoveStock", "ReceiveReturn",
  ]

  func level(_ key: StockKey, _ findings: inout Findings) {
    let level = seen.levels[key] ?? StockLevel(key: key)
    findings.expect(
      level.reserved >= .zero && level.reserved <= level.onHand
        && level.onHand == onHand[key] ?? .zero,
      .stockLevel, "level \(key): \(level), movements \(onHand[key] ?? .zero)")
    findings.expect(
      level.reserved == sums.reserved[key] ?? .zero && level.lapsing == sums.lapsing[key] ?? .zero,
      .reservations,
      "level \(key) has \(level.reserved) reserved, its lines \(sums.reserved[key] ?? .zero)")
    var owed = (sums.owed[key] ?? [:]).filter { !$0.value.isZero }
    var incoming = (sums.incoming[key] ?? [:]).filter { !$0.value.isZero }
    for day in level.plan.days {
      findings.expect(
        day.backordered == owed.removeValue(forKey: day.day) ?? .zero
          && day.incoming == incoming.removeValue(forKey: day.day) ?? .zero
          && !(day.backordered.isZero && day.incoming.isZero),
        .stockLevel, "level \(key) plans \(day)")
    }
    findings.expect(
      owed.isEmpty && incoming.isEmpty, .stockLevel,
      "level \(key) plans \(level.plan.days), and not \(owed), \(incoming)")
  }

  /// Nobody whom the release order would serve is left waiting.
  func unserved(_ key: StockKey, _ step: Step, _ findings: inout Findings) {
    guard let waiting = sums.waiting[key], !waiting.isEmpty, let level = seen.levels[key] else {
      return
    }
    let queue = Waiter.queue(waiting.compactMap { seen.orders[$0] }, at: key)
    let left = Oracle.served(
      queue, by: level.onHand.micros - level.reserved.micros, today: step.context.today)
    findings.expect(
      left == nil, .nobodyUnserved,
      "level \(key) has \(level.onHand - level.reserved) available, and leaves \(left as Any)")
  }

  /// Whoever was served while another still waits, who would have taken it, came before it.
  private func servedInOrder(
    _ key: StockKey, _ waited: Set<ID<Order>>, _ changes: Changes, _ findings: inout Findings
  ) {
    guard !waited.isEmpty else { return }
    let before = waited.compactMap { id in
      changes.orders.first { $0.after.id == id }?.before ?? seen.orders[id]
    }
    var shortest: Waiter?
    for waiter in Waiter.queue(before, at: key) {
      guard let order = seen.orders[waiter.order],
        let line = order.lines.first(where: { $0.number == waiter.line })
      else { continue }
      let now = Waiter(line, of: order)
      let isServed =
        line.reserved
        > (before.first { $0.id == waiter.order }?.lines.first { $0.number == waiter.line }?
          .reserved
          ?? .zero)
      if let shortest, isServed {
        findings.expect(false, .nobodyUnserved, "\(waiter) was served before \(shortest)")
      }
      if shortest == nil, order.state == .confirmed, now.lacking > 0, now.takesPart {
        shortest = now
      }
    }
  }
}
