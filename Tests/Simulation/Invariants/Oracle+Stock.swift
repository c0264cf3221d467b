import Domain

/// A line that waits, as the rules order them: priority, promised day, confirmation, order, line.
struct Waiter: Equatable {
  let order: ID<Order>
  let line: Int32
  let lacking: Int64
  let takesPart: Bool
  let day: CalendarDay
  let rank: [Int64]

  init(_ line: OrderLine, of order: Order) {
    self.order = order.id
    self.line = line.number
    lacking =
      line.ordered.micros - line.cancelled.micros - line.shipped.micros
      - line.reserved.micros
    takesPart = !order.isShipComplete
    day = line.promisedDate ?? order.requestedDate ?? StockPlan.never
    rank = [
      -Int64(order.priority), Int64(day.daysSince1970),
      (order.confirmTime ?? order.createTime).microseconds,
    ]
  }

  static func isBefore(_ a: Waiter, _ b: Waiter) -> Bool {
    for (x, y) in zip(a.rank, b.rank) where x != y { return x < y }
    return a.order == b.order ? a.line < b.line : a.order < b.order
  }

  static func queue(_ orders: some Sequence<Order>, at key: StockKey) -> [Waiter] {
    var queue: [Waiter] = []
    for order in orders where order.state == .confirmed {
      for line in order.lines where line.stockKey == key {
        let waiter = Waiter(line, of: order)
        if waiter.lacking > 0 { queue.append(waiter) }
      }
    }
    return queue.sorted(by: isBefore)
  }
}

extension Oracle {
  /// The first line that so much would serve; nil when nobody can be served.
  static func served(_ queue: [Waiter], by available: Int64, today: CalendarDay) -> Waiter? {
    guard available > 0 else { return nil }
    for waiter in queue {
      if waiter.takesPart || waiter.lacking <= available { return waiter }
      if Int64(today.daysSince1970) - Int64(waiter.day.daysSince1970) > 7 { return nil }
    }
    return nil
  }

  /// What can be promised on a day, by counting every later day.
  static func promisable(_ level: StockLevel, on day: CalendarDay, today: CalendarDay) -> Int64 {
    let days = level.plan.days.map(\.day).filter { $0 > day } + [day]
    var lowest = Int64.max
    for last in days {
      var balance = level.onHand.micros - level.reserved.micros
      for planned in level.plan.days where planned.day <= last {
        balance -= planned.backordered.micros
        if planned.day > today { balance += planned.incoming.micros }
      }
      lowest = min(lowest, balance)
    }
    return max(0, lowest)
  }
}
