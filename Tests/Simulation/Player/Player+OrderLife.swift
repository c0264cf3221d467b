import Domain

/// What happens to an order between drafting and shipping.
extension Player {
  mutating func amendOrder(on books: Books) -> any Command {
    let id =
      dice.chance(90)
      ? anyOrder(on: books) { $0.state == .confirmed || $0.state == .onHold } : anyOrder()
    let order = books.orders[id]
    var changes: [AmendOrder.Change] = []
    for line in order?.lines ?? [] where dice.chance(45) {
      changes.append(change(line))
    }
    // Nothing but what was cancelled of each line.
    if dice.chance(3), let order, order.lines.allSatisfy({ $0.cancelled > .zero }) {
      changes = order.lines.map { .init(line: $0.number, quantity: $0.cancelled) }
    }
    if changes.isEmpty, dice.chance(90), let line = order?.lines.last {
      changes.append(change(line))
    }
    if dice.chance(3) { changes.append(.init(line: 99, quantity: Quantity(whole: 1))) }
    if dice.chance(3), let first = changes.first { changes.append(first) }
    var added: [OrderRequest.Line] = []
    if dice.chance(25) { added.append(line(on: books)) }
    if dice.chance(8), let order, let (_, line) = replacement(for: order.customer, on: books) {
      added.append(line)
    }
    if dice.chance(3), let ended = endedLine(on: books) { added.append(ended) }
    return AmendOrder(
      order: id, expectedVersion: version(order?.version), changes: changes, addedLines: added,
      requestedDate: dice.chance(10) ? today.adding(days: dice.roll(-60...30)) : nil,
      shipTo: dice.chance(4)
        ? World.party("Elsewhere", country: dice.pick("FR", "DE")).address : nil,
      reason: "customer", options: options())
  }

  private mutating func change(_ line: OrderLine) -> AmendOrder.Change {
    var change = AmendOrder.Change(line: line.number)
    if dice.chance(80) { change.quantity = around(line.ordered) }
    if dice.chance(12) { change.unitPrice = price() }
    if dice.chance(5) || change.quantity == nil && change.unitPrice == nil && dice.chance(95) {
      change.discounts = [.percent(Percent(micros: Int64(dice.roll(0...40)) * 1_000_000))]
    }
    return change
  }

  /// Of what is sold no more.
  private mutating func endedLine(on books: Books) -> OrderRequest.Line? {
    let ended = known.products.filter { books.products[$0]?.isSellable(on: today) == false }
    return dice.pick(ended).map {
      .init(product: .id($0), quantity: Quantity(whole: Int64(dice.roll(1...3))))
    }
  }

  /// A bit more or less, sometimes far less.
  private mutating func around(_ quantity: Quantity) -> Quantity {
    switch dice.roll(0...99) {
    case ..<45: quantity + Quantity(whole: Int64(dice.roll(1...6)))
    case ..<80 where quantity.micros > 2_000_000:
      quantity - Quantity(micros: Int64(dice.roll(1...Int(quantity.micros / 2))))
    case ..<90 where quantity.micros > 10: Quantity(micros: quantity.micros / 9)
    default: quantity
    }
  }

  mutating func updateOrder(on books: Books) -> any Command {
    let id = dice.chance(90) ? anyOrder(on: books) { $0.state == .draft } : anyOrder()
    let order = books.orders[id]
    var fields = UpdateOrder.Fields()
    if dice.chance(60) {
      var lines: [OrderRequest.Line] = []
      for line in order?.lines ?? [] where dice.chance(75) {
        var kept = OrderRequest.Line(
          product: .id(line.product),
          quantity: dice.chance(50) ? line.ordered : around(line.ordered),
          warehouse: line.warehouse)
        if dice.chance(70) { kept.number = line.number }
        if dice.chance(90) { kept.replacementFor = line.replacementFor }
        lines.append(kept)
      }
      if dice.chance(40) || lines.isEmpty, !dice.chance(4) { lines.append(line(on: books)) }
      if dice.chance(5), let ended = endedLine(on: books) { lines.append(ended) }
      fields.lines = lines
    }
    if dice.chance(30) { fields.purchaseOrderReference = "PO \(dice.roll(1...99))" }
    if dice.chance(20) { fields.reserveUntil = dice.chance(70) ? time() : .some(nil) }
    if dice.chance(20) { fields.priceValidUntil = dice.chance(70) ? time() : .some(nil) }
    if dice.chance(10) { fields.requestedDate = .some(today.adding(days: dice.roll(-3...20))) }
    if dice.chance(8) {
      fields.shipTo = .some(World.party("Elsewhere", country: dice.pick("FR", "DE")).address)
    }
    if dice.chance(8) { fields.billTo = dice.chance(70) ? party() : .some(nil) }
    if dice.chance(6) { fields.payer = dice.chance(70) ? party() : .some(nil) }
    if dice.chance(4) { fields.currency = world.foreign }
    let current = order?.version ?? 1
    return UpdateOrder(
      order: id, expectedVersion: dice.chance(95) ? current : current + 1, fields: fields)
  }

  /// In the next days mostly, sometimes over.
  mutating func time() -> Instant {
    now.adding(hours: Int64(dice.roll(dice.chance(5) ? -5...0 : 1...200)))
  }

  mutating func holdOrder(on books: Books) -> any Command {
    let id =
      dice.chance(90)
      ? anyOrder(on: books) { $0.state == .confirmed || $0.state == .onHold } : anyOrder()
    return HoldOrder(
      order: id, expectedVersion: version(books.orders[id]?.version),
      reason: dice.pick("ADDRESS", "PRICE"), note: dice.chance(50) ? "call first" : "")
  }

  mutating func releaseOrder(on books: Books) -> any Command {
    let id =
      dice.chance(90)
      ? anyOrder(on: books) { $0.holds.contains { $0.kind == .manual } } : anyOrder()
    return ReleaseOrder(
      order: id, expectedVersion: version(books.orders[id]?.version),
      reason: dice.chance(75) ? "" : dice.pick("ADDRESS", "PRICE"), note: "go")
  }

  mutating func duplicateOrder(on books: Books) -> any Command {
    let id = anyOrder()
    return DuplicateOrder(order: id, expectedVersion: version(books.orders[id]?.version))
  }
}
