/// Takes stock for orders and gives it back.
extension Books {
  /// What is free at a level for this order: what it waits for itself does not stand in its way.
  func free(at key: StockKey, for order: Order, in context: Context) -> Quantity {
    let level = stockLevel(key)
    guard !level.plan.isEmpty else { return level.available }
    return self.level(level, without: order).free(
      today: context.today, protectingBackorders: seller.stock.protectsBackorders)
  }

  /// The level as if the order did not wait for it.
  private func level(_ level: StockLevel, without order: Order) -> StockLevel {
    var level = level
    for effect in orders[order.id]?.stockEffects ?? []
    where effect.key == level.key && effect.day != nil {
      level.count(effect, sign: -1)
    }
    return level
  }

  /// Reserves what the open lines still lack, as far as it may be promised, and dates every line.
  /// The order is changed in hand and must be put by the caller; the levels are put here. Returns
  /// the lines that got something.
  mutating func reserve(
    for order: inout Order, in context: Context
  ) -> [(line: Int32, quantity: Quantity)] {
    var taken: [(line: Int32, quantity: Quantity)] = []
    for index in order.lines.indices {
      let line = order.lines[index]
      let lacking = line.backordered
      var quantity = Quantity.zero
      var whole = line
      if lacking > .zero, let key = line.stockKey {
        let free = free(at: key, for: order, in: context)
        quantity = lacking > free && order.isShipComplete ? .zero : min(lacking, free)
        whole.reserved += min(lacking, free)
      }
      // Before it takes anything: what it takes now is part of what it was promised.
      if !keepsPromise(line, of: order) {
        let isAllThere = whole.backordered.isZero
        order.lines[index].promisedDate = promise(isAllThere ? whole : line, of: order, in: context)
      }
      guard quantity > .zero, let key = line.stockKey else { continue }
      var level = stockLevel(key)
      level.reserved += quantity
      put(level)
      order.lines[index].reserved += quantity
      taken.append((line.number, quantity))
    }
    return taken
  }

  /// What was promised stays while nothing has changed, and where people set another day.
  private func keepsPromise(_ line: OrderLine, of order: Order) -> Bool {
    guard line.promisedDate != nil, let stored = orders[order.id], stored.state != .draft,
      let old = stored.lines.first(where: { $0.number == line.number })
    else { return false }
    return old.promisedDate != line.promisedDate
      || stored.state == .confirmed && old.backordered == line.backordered
  }

  /// The day on which a line can leave: what is reserved, today; else the first day on which all of
  /// the rest can be promised, or when new goods can be had. Not before it has to.
  func promise(_ line: OrderLine, of order: Order, in context: Context) -> CalendarDay? {
    var earliest: CalendarDay? = context.today
    if line.backordered > .zero, let key = line.stockKey {
      let level = self.level(stockLevel(key), without: order)
      earliest =
        Availability(level, today: context.today).firstDay(for: line.backordered)
        ?? products[line.product]?.leadDays.map { context.today.adding(days: Int($0)) }
    }
    guard let earliest else { return nil }
    guard let wanted = order.requestedDate, let id = line.warehouse ?? seller.defaultWarehouse,
      let warehouse = warehouses[id]
    else { return earliest }
    return max(earliest, warehouse.shipBy(forDelivery: wanted, transit: seller.stock.transitDays))
  }

  /// Gives back everything that the order has reserved. The order is changed in hand.
  mutating func release(from order: inout Order) -> [(line: Int32, quantity: Quantity)] {
    var freed: [(line: Int32, quantity: Quantity)] = []
    for index in order.lines.indices where order.lines[index].reserved > .zero {
      let quantity = order.lines[index].reserved
      release(quantity, from: &order.lines[index])
      freed.append((order.lines[index].number, quantity))
    }
    return freed
  }

  /// Gives back a part of what a line has reserved. The line is changed in hand.
  mutating func release(_ quantity: Quantity, from line: inout OrderLine) {
    guard quantity > .zero, let key = line.stockKey else { return }
    var level = stockLevel(key)
    level.reserved -= quantity
    put(level)
    line.reserved -= quantity
  }

  mutating func recordReserved(
    _ order: Order, _ taken: [(line: Int32, quantity: Quantity)], in context: Context
  ) {
    guard !taken.isEmpty else { return }
    record(.stockReserved, order, in: context) { $0.quantities(taken) }
  }

  mutating func recordBackordered(_ order: Order, in context: Context) {
    let short = order.lines.filter { $0.backordered > .zero }
    guard !short.isEmpty else { return }
    record(.stockBackordered, order, in: context) {
      $0.member("lines", each: short) { line, object in
        object.member("line", Int64(line.number))
        object.member("quantity", line.backordered.description)
        object.member("promised_date", line.promisedDate?.description)
      }
    }
  }
}

extension Order {
  /// What it adds to the sums of its levels: what it waits for, by the day that was promised, and
  /// what it holds for a time only. Only confirmed orders wait.
  var stockEffects: [StockEffect] {
    var effects: [StockEffect] = []
    for line in lines {
      guard let key = line.stockKey else { continue }
      if state == .confirmed, line.backordered > .zero {
        effects.append(
          StockEffect(
            key: key, day: line.promisedDate ?? StockPlan.never, backordered: line.backordered))
      }
      if reserveUntil != nil, line.reserved > .zero {
        effects.append(StockEffect(key: key, lapsing: line.reserved))
      }
    }
    return effects
  }
}

extension JSONText {
  mutating func quantities(_ lines: [(line: Int32, quantity: Quantity)]) {
    member("lines", each: lines) { line, object in
      object.member("line", Int64(line.line))
      object.member("quantity", line.quantity.description)
    }
  }
}
