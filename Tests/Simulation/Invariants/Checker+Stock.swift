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
    for key in keys {
      level(key, &findings)
      unserved(key, &findings)
    }
    for change in changes.levels {
      servedInOrder(change.after.key, waitedBefore[change.after.key] ?? [], changes, &findings)
    }
  }

  func level(_ key: StockKey, _ findings: inout Findings) {
    let level = seen.levels[key] ?? StockLevel(key: key)
    findings.expect(
      level.reserved >= .zero && level.reserved <= level.onHand
        && level.onHand == onHand[key] ?? .zero,
      .stockLevel, "level \(key): \(level), movements \(onHand[key] ?? .zero)")
    findings.expect(
      level.reserved == sums.reserved[key] ?? .zero, .reservations,
      "level \(key) has \(level.reserved) reserved, its lines \(sums.reserved[key] ?? .zero)")
  }

  /// Nothing is available while a confirmed order waits for it.
  func unserved(_ key: StockKey, _ findings: inout Findings) {
    guard let waiting = sums.waiting[key], !waiting.isEmpty, let level = seen.levels[key] else {
      return
    }
    findings.expect(
      level.onHand == level.reserved, .nobodyUnserved,
      "level \(key) has \(level.onHand - level.reserved) available, \(waiting.count) orders wait")
  }

  /// Whoever was served while another still waits came before it.
  private func servedInOrder(
    _ key: StockKey, _ waited: Set<ID<Order>>, _ changes: Changes, _ findings: inout Findings
  ) {
    guard waited.count > 1 else { return }
    var queue: [Order] = []
    for id in waited {
      if let order = seen.orders[id] { queue.append(order) }
    }
    queue.sort(by: Oracle.isServedBefore)
    var shortest: Order?
    for order in queue {
      let change = changes.orders.first { $0.after.id == order.id }
      if let shortest, let change, Self.reserved(change, key) > .zero {
        findings.expect(
          false, .nobodyUnserved, "orders/\(order.id) was served before orders/\(shortest.id)")
      }
      let isShort = order.lines.contains { $0.stockKey == key && $0.backordered > .zero }
      if shortest == nil, order.state == .confirmed, isShort { shortest = order }
    }
  }

  /// What the order got of the level.
  private static func reserved(_ change: Change<Order>, _ key: StockKey) -> Quantity {
    var gained = Quantity.zero
    for line in change.after.lines where line.stockKey == key {
      let before = change.before?.lines.first { $0.number == line.number }?.reserved ?? .zero
      gained += line.reserved - before
    }
    return gained
  }
}
