import Domain

extension Player {
  mutating func shipOrder(on books: Books) -> any Command {
    let id =
      dice.chance(90)
      ? anyOrder(on: books) { order in
        order.state == .confirmed && order.lines.contains { $0.open > .zero }
      } : anyOrder()
    let order = books.orders[id]
    var lines: [ShipOrder.Line] = []
    if dice.chance(45), let order {
      for line in order.lines where dice.chance(70) {
        let there = line.isStocked && dice.chance(75) ? line.reserved : line.open
        if there > .zero || dice.chance(5) {
          lines.append(.init(number: line.number, quantity: part(of: there)))
        }
      }
      if dice.chance(2) { lines.append(.init(number: 77, quantity: Quantity(whole: 1))) }
      if dice.chance(2), let first = lines.first { lines.append(first) }
    }
    var day: CalendarDay?
    if dice.chance(15) { day = today.adding(days: dice.roll(-20...1)) }
    return ShipOrder(
      order: id, expectedVersion: version(order?.version), lines: lines,
      warehouse: dice.chance(8) ? dice.pick(known.warehouses) ?? stranger() : nil,
      carrier: "DHL", trackingNumber: "00340", shipDate: day)
  }

  mutating func receiveStock(on books: Books) -> any Command {
    var lines: [ReceiveStock.Line] = []
    for _ in 0..<dice.roll(1...5) {
      var id = dice.chance(99) ? dice.pick(known.products) ?? stranger() : stranger()
      if dice.chance(95), books.products[id]?.isStocked == false {
        id = known.products.first { books.products[$0]?.isStocked ?? false } ?? id
      }
      var reference = ProductReference.id(id)
      if dice.chance(10), let sku = books.products[id]?.sku { reference = .sku(sku) }
      lines.append(
        .init(product: reference, quantity: Quantity(whole: Int64(dice.roll(5...60)))))
    }
    let warehouse = dice.chance(40) ? dice.pick(known.warehouses) : nil
    return ReceiveStock(
      warehouse: dice.chance(98) ? warehouse : stranger(), reference: "receipt", lines: lines)
  }

  mutating func createWarehouse(numbered count: Int) -> any Command {
    let number = dice.chance(70) || known.warehouses.isEmpty ? count : 0
    return CreateWarehouse(
      code: "W\(number)", displayName: "Warehouse \(number)",
      address: World.party("Warehouse").address)
  }
}
