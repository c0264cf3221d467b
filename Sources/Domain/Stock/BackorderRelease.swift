/// Serves those who wait, and takes back from those who came last.
extension Books {
  /// How long after its date a ship-complete line that cannot be filled lets others pass.
  package static let patienceDays = 7

  /// Serves waiting lines from what has become available, level by level: priority, promised day,
  /// confirmation, order, line. Part is given where the line takes part; a ship-complete line that
  /// cannot be filled is passed over until seven days after its date, then it blocks.
  mutating func serveBackorders(of products: Set<ID<Product>>, in context: Context) {
    for product in products.sorted() {
      let levels = (index.levelsByProduct[product] ?? []).sorted()
      for key in levels { serveBackorders(at: key, in: context) }
    }
  }

  private mutating func serveBackorders(at key: StockKey, in context: Context) {
    var free = stockLevel(key).available
    guard free > .zero else { return }
    var served: [(order: ID<Order>, taken: [(line: Int32, quantity: Quantity)])] = []
    for waiting in waitingLines(at: key) {
      guard free > .zero else { break }
      if waiting.isShipComplete, waiting.lacking > free {
        if waiting.day.adding(days: Self.patienceDays) < context.today { break }
        continue
      }
      let quantity = min(waiting.lacking, free)
      free -= quantity
      if let index = served.firstIndex(where: { $0.order == waiting.order }) {
        served[index].taken.append((waiting.line, quantity))
      } else {
        served.append((waiting.order, [(waiting.line, quantity)]))
      }
    }
    for (id, taken) in served {
      guard var order = orders[id] else { continue }
      var level = stockLevel(key)
      for (number, quantity) in taken {
        guard let index = order.lines.firstIndex(where: { $0.number == number }) else { continue }
        order.lines[index].reserved += quantity
        level.reserved += quantity
      }
      put(level)
      order.updateTime = context.now
      put(order, in: context)
      recordReserved(order, taken, in: context)
    }
  }

  /// The confirmed lines that wait for goods of a level, in the order in which they are served.
  package func waitingLines(at key: StockKey) -> [WaitingLine] {
    var waiting: [WaitingLine] = []
    for id in index.waitingByProduct[key.product] ?? [] {
      guard let order = orders[id], order.state == .confirmed else { continue }
      for line in order.lines where line.stockKey == key && line.backordered > .zero {
        waiting.append(WaitingLine(line, of: order))
      }
    }
    return waiting.sorted(by: <)
  }

  /// Takes reservations of a level back until no more than so much is reserved: who would be served
  /// last loses first. Answers with the orders that lost something, changed and put, with what each
  /// lost.
  mutating func takeBack(
    downTo limit: Quantity, at key: StockKey, in context: Context
  ) -> [(order: ID<Order>, lost: [(line: Int32, quantity: Quantity)])] {
    var lost: [(order: ID<Order>, lost: [(line: Int32, quantity: Quantity)])] = []
    for holder in reservedLines(at: key).reversed() {
      let excess = stockLevel(key).reserved - limit
      guard excess > .zero else { break }
      guard var order = orders[holder.order],
        let index = order.lines.firstIndex(where: { $0.number == holder.line })
      else { continue }
      let quantity = min(order.lines[index].reserved, excess)
      release(quantity, from: &order.lines[index])
      order.updateTime = context.now
      put(order, in: context)
      if let place = lost.firstIndex(where: { $0.order == order.id }) {
        lost[place].lost.append((holder.line, quantity))
      } else {
        lost.append((order.id, [(holder.line, quantity)]))
      }
    }
    return lost
  }

  /// The lines that hold goods of a level, in the order in which they would be served; those of
  /// drafts and held orders come after all that is confirmed.
  package func reservedLines(at key: StockKey) -> [WaitingLine] {
    var holders: [WaitingLine] = []
    for id in index.reservedByProduct[key.product] ?? [] {
      guard let order = orders[id] else { continue }
      for line in order.lines where line.stockKey == key && line.reserved > .zero {
        holders.append(WaitingLine(line, of: order))
      }
    }
    return holders.sorted(by: <)
  }
}

/// A line in the queue for goods.
package struct WaitingLine: Comparable, Sendable {
  package let order: ID<Order>
  package let line: Int32
  package let lacking: Quantity
  package let isShipComplete: Bool
  /// When it was promised, else when it was wanted; `StockPlan.never` for neither.
  package let day: CalendarDay
  private let isConfirmed: Bool
  private let priority: Int32
  private let since: Instant

  init(_ line: OrderLine, of order: Order) {
    self.order = order.id
    self.line = line.number
    lacking = line.backordered
    isShipComplete = order.isShipComplete
    day = line.promisedDate ?? order.requestedDate ?? StockPlan.never
    isConfirmed = order.state == .confirmed
    priority = order.priority
    since = order.confirmTime ?? order.createTime
  }

  /// Whether it is served before the other.
  package static func < (a: Self, b: Self) -> Bool {
    if a.isConfirmed != b.isConfirmed { return a.isConfirmed }
    if a.priority != b.priority { return a.priority > b.priority }
    if a.day != b.day { return a.day < b.day }
    if a.since != b.since { return a.since < b.since }
    return a.order == b.order ? a.line < b.line : a.order < b.order
  }
}
