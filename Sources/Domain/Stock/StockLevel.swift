/// How much of a product is in a warehouse, how much of that is promised, and what is planned.
///
/// The row under whose lock availability is decided: reserved and the plan are sums of rows that
/// hang on it and are kept with them.
package struct StockLevel: Aggregate {
  package var key: StockKey
  package var version: Int64 = 0
  /// 0 ≤ reserved ≤ on hand.
  package var onHand: Quantity = .zero
  package var reserved: Quantity = .zero
  /// What of the reserved ends by itself: drafts and held orders with a time.
  package var lapsing: Quantity = .zero
  /// What is to come and what is owed, by day; empty for most.
  package var plan = StockPlan()

  package init(key: StockKey) { self.key = key }

  package var available: Quantity { onHand - reserved }
  /// Scheduled and not yet received.
  package var incoming: Quantity { plan.incoming }
  /// What confirmed orders wait for.
  package var backordered: Quantity { plan.backordered }

  /// Adds to what hangs on it; `sign` −1 takes away.
  mutating func count(_ effect: StockEffect, sign: Int64) {
    lapsing += Quantity(micros: sign * effect.lapsing.micros)
    guard let day = effect.day else { return }
    plan.add(
      .init(
        day: day, incoming: Quantity(micros: sign * effect.incoming.micros),
        backordered: Quantity(micros: sign * effect.backordered.micros)))
  }
}

/// What an order or a receipt adds to the sums of a level.
struct StockEffect: Equatable {
  let key: StockKey
  var day: CalendarDay?
  var incoming: Quantity = .zero
  var backordered: Quantity = .zero
  var lapsing: Quantity = .zero
}

package struct StockKey: Hashable, Sendable {
  package var warehouse: ID<Warehouse>
  package var product: ID<Product>
  package init(warehouse: ID<Warehouse>, product: ID<Product>) {
    self.warehouse = warehouse
    self.product = product
  }
}

extension StockKey: Comparable {
  /// The order in which levels are locked.
  package static func < (a: Self, b: Self) -> Bool {
    a.product == b.product ? a.warehouse < b.warehouse : a.product < b.product
  }
}
