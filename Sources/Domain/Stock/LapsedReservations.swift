/// Reservations with a time: they end at it, whoever looks first.
extension Books {
  /// Orders whose reservations have lapsed and that still hold goods of a level.
  func lapsedHolders(at key: StockKey, in context: Context) -> [Order] {
    (index.lapsingByProduct[key.product] ?? []).compactMap { orders[$0] }
      .filter { order in
        guard let until = order.reserveUntil, until <= context.now else { return false }
        return order.lines.contains { $0.stockKey == key && $0.reserved > .zero }
      }
      .sorted { $0.id < $1.id }
  }

  /// Frees what has lapsed on a level, and gives it to those who wait. A command that finds too
  /// little calls it, and waits for no sweep; the rest of such an order is left to the sweep.
  mutating func freeLapsed(at key: StockKey, in context: Context) {
    let holders = lapsedHolders(at: key, in: context)
    guard !holders.isEmpty else { return }
    for var order in holders {
      var freed: [(line: Int32, quantity: Quantity)] = []
      for index in order.lines.indices where order.lines[index].stockKey == key {
        let quantity = order.lines[index].reserved
        guard quantity > .zero else { continue }
        release(quantity, from: &order.lines[index])
        freed.append((order.lines[index].number, quantity))
      }
      order.updateTime = context.now
      put(order, in: context)
      record(.reservationExpired, order, in: context) { $0.quantities(freed) }
    }
    serveBackorders(of: [key.product], in: context)
  }

  /// Frees what the order itself holds beyond its time, and what others do where its open lines
  /// find too little. The order in hand is the one on the books.
  mutating func freeLapsed(for order: inout Order, in context: Context) {
    freeLapsed(of: &order, in: context)
    freeLapsed(inTheWayOf: order, in: context)
  }

  /// Frees what the order itself holds beyond its time. The order in hand is the one on the books.
  mutating func freeLapsed(of order: inout Order, in context: Context) {
    guard let until = order.reserveUntil, until <= context.now else { return }
    let freed = release(from: &order)
    guard !freed.isEmpty else { return }
    order.updateTime = context.now
    put(order, in: context)
    record(.reservationExpired, order, in: context) { $0.quantities(freed) }
    serveBackorders(of: Set(order.lines.map(\.product)), in: context)
    order = orders[order.id] ?? order
  }

  /// Frees what others hold beyond their time where the order's open lines find too little.
  mutating func freeLapsed(inTheWayOf order: Order, in context: Context) {
    for key in shortLevels(wanted(by: order), for: order, in: context) {
      freeLapsed(at: key, in: context)
    }
  }

  /// Both for an order that is changed in hand and still as it was on the books: what came free may
  /// go to it, so it takes over what its lines hold now.
  mutating func freeLapsed(changing after: inout Order, in context: Context) {
    guard var stored = orders[after.id] else { return }
    freeLapsed(of: &stored, in: context)
    after.takeReservations(of: stored)
    freeLapsed(inTheWayOf: after, in: context)
    after.takeReservations(of: orders[after.id] ?? stored)
  }

  private func wanted(by order: Order) -> [StockKey: Quantity] {
    var wanted: [StockKey: Quantity] = [:]
    for line in order.lines where line.backordered > .zero {
      guard let key = line.stockKey else { continue }
      wanted[key, default: .zero] += line.backordered
    }
    return wanted
  }

  private func shortLevels(
    _ wanted: [StockKey: Quantity], for order: Order, in context: Context
  ) -> [StockKey] {
    wanted.filter { key, quantity in
      stockLevel(key).lapsing > .zero && quantity > free(at: key, for: order, in: context)
    }
    .map(\.key).sorted()
  }

  // MARK: What must be loaded for it

  /// The second load of a command that may find too little at some level: who holds reservations
  /// there that have lapsed, and who waits for what they give back.
  package func lapsedNeeds(for wanted: [StockKey: Quantity], in context: Context) -> Needs {
    var needs = Needs()
    for (key, quantity) in wanted {
      let level = stockLevel(key)
      guard level.lapsing > .zero, !reach.lapsed.contains(key.product) else { continue }
      // The others of the batch may want as much.
      let all = Int128(quantity.micros) * Int128(reach.commands)
      guard
        all > Int128(level.free(today: context.today, protectingBackorders: true).micros)
      else { continue }
      needs.lapsedForProducts.insert(key.product)
      needs.lapsedBefore = context.now
    }
    // What they give back goes to those who wait, first of all.
    var gains: [StockKey: Quantity] = [:]
    for key in wanted.keys {
      var gain = Quantity.zero
      for order in lapsedHolders(at: key, in: context) {
        for line in order.lines where line.stockKey == key { gain += line.reserved }
      }
      if gain > .zero { gains[key] = gain }
    }
    needs.formUnion(waitingNeeds(for: gains))
    return needs
  }

  package func lapsedNeeds(for order: Order, in context: Context) -> Needs {
    var needs = lapsedNeeds(for: wanted(by: order), in: context)
    if let until = order.reserveUntil, until <= context.now {
      needs.formUnion(waitingNeeds(forReleaseOf: order))
    }
    return needs
  }

  /// What the first so many orders in the queue for a product take at a level. Of other orders
  /// that happen to be here nobody knows who comes between.
  private func demand(at key: StockKey, ofFirst count: Int) -> Quantity {
    var best: [ID<Order>: WaitingLine] = [:]
    for line in waitingLines(for: key.product) where best[line.order].map({ line < $0 }) ?? true {
      best[line.order] = line
    }
    let heads = best.values.sorted()
    let last = heads.count >= count ? heads[count - 1] : heads.last
    var demand = Quantity.zero
    for line in waitingLines(at: key) where !line.isShipComplete {
      if let last, line <= last { demand += line.lacking }
    }
    return demand
  }

  private func waitingLines(for product: ID<Product>) -> [WaitingLine] {
    (index.levelsByProduct[product] ?? []).flatMap { waitingLines(at: $0) }
  }

  /// How many orders wait for a product, of those that are here.
  package func waitingOrderCount(for product: ID<Product>) -> Int {
    Set(waitingLines(for: product).map(\.order)).count
  }

  /// The next load of a command that may give back what an order holds.
  package func waitingNeeds(forReleaseOf order: Order) -> Needs {
    var gains: [StockKey: Quantity] = [:]
    for line in order.lines {
      guard let key = line.stockKey else { continue }
      gains[key, default: .zero] += line.reserved
    }
    return waitingNeeds(for: gains)
  }

  /// With the other levels of the same products that have something left: who waits there is looked at
  /// as well.
  private func withSiblings(_ gains: [StockKey: Quantity]) -> [StockKey: Quantity] {
    var all = gains
    for product in Set(gains.keys.map(\.product)) {
      for key in index.levelsByProduct[product] ?? []
      where all[key] == nil && stockLevel(key).available > .zero {
        all[key] = .zero
      }
    }
    return all
  }

  /// The next load of a command that raises what is available: those who wait, until they take all
  /// of it or no more are left.
  package func waitingNeeds(for gains: [StockKey: Quantity]) -> Needs {
    var needs = Needs()
    for (key, gain) in withSiblings(gains) where !stockLevel(key).backordered.isZero {
      let loaded = reach.waiting[key.product] ?? 0
      guard loaded < .max else { continue }
      if loaded > 0 {
        let supply = Int128((gain + stockLevel(key).available).micros)
        let demand = Int128(demand(at: key, ofFirst: loaded).micros)
        if demand >= supply * Int128(reach.commands) { continue }
      }
      needs.waitingForProducts.insert(key.product)
      needs.waitingLimit = max(needs.waitingLimit, loaded * 8)
    }
    return needs
  }
}

extension Order {
  /// What its lines hold is what those of the same order hold on the books.
  fileprivate mutating func takeReservations(of stored: Order) {
    for index in lines.indices {
      guard let old = stored.line(lines[index].number) else { continue }
      lines[index].reserved = old.reserved
    }
  }
}

extension OrderRequest {
  /// What its lines want of which level; levels where nothing lapses are left out.
  func wanted(on books: Books) -> [StockKey: Quantity] {
    var wanted: [StockKey: Quantity] = [:]
    for line in lines {
      guard let product = books.find(line.product), product.isStocked,
        let warehouse = line.warehouse ?? books.seller.defaultWarehouse
      else { continue }
      let key = StockKey(warehouse: warehouse, product: product.id)
      guard books.stockLevel(key).lapsing > .zero else { continue }
      wanted[key, default: .zero] += line.quantity
    }
    return wanted
  }
}
