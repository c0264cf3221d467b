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
          let more = dice.chance(15) ? Quantity(micros: line.ordered.micros / 50) : .zero
          let quantity = more > .zero ? line.open + more : part(of: there)
          lines.append(
            .init(number: line.number, quantity: quantity, lots: lots(of: quantity)))
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

  /// Few lines name their lots, and some of these wrongly.
  private mutating func lots(of quantity: Quantity) -> [Shipment.Lot] {
    guard dice.chance(15), quantity > .zero else { return [] }
    let first = dice.chance(50) ? part(of: quantity) : quantity
    var lots = [Shipment.Lot(number: "L-\(dice.roll(1...9))", quantity: first)]
    if first < quantity {
      lots.append(.init(number: "L-\(dice.roll(1...9))", quantity: quantity - first))
    }
    if dice.chance(4) { lots[0].quantity += Quantity(micros: 1) }
    return lots
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
    var receipt: ID<StockReceipt>?
    if dice.chance(30) {
      switch dice.roll(0...99) {
      case ..<93: receipt = dice.pick(known.receipts)
      case ..<97: receipt = dice.pick(known.received)
      default: receipt = stranger()
      }
      if receipt != nil, dice.chance(60) { lines = [] }
    }
    return ReceiveStock(
      receipt: receipt, warehouse: dice.chance(98) ? warehouse : stranger(), reference: "receipt",
      lines: lines)
  }

  mutating func scheduleReceipt(on books: Books) -> any Command {
    var lines: [ReceiptLine] = []
    for _ in 0..<dice.roll(1...4) {
      let id = dice.chance(98) ? dice.pick(known.products) ?? stranger() : stranger()
      lines.append(.init(product: .id(id), quantity: Quantity(whole: Int64(dice.roll(5...40)))))
    }
    return ScheduleReceipt(
      warehouse: dice.chance(40) ? dice.pick(known.warehouses) : nil,
      expectedDate: today.adding(days: dice.roll(-1...14)), lines: lines)
  }

  mutating func moveStock(on books: Books) -> any Command {
    var lines: [MoveStock.Line] = []
    for _ in 0..<dice.roll(1...3) {
      var id = dice.chance(98) ? dice.pick(known.products) ?? stranger() : stranger()
      if dice.chance(95), books.products[id]?.isStocked == false {
        id = known.products.first { books.products[$0]?.isStocked ?? false } ?? id
      }
      let place = dice.pick(known.warehouses) ?? stranger()
      let level = books.stockLevel(StockKey(warehouse: place, product: id))
      let some = Quantity(whole: Int64(dice.roll(1...8)))
      switch dice.roll(0...9) {
      case ..<4:
        let other = dice.chance(97) ? dice.pick(known.warehouses) ?? stranger() : stranger()
        lines.append(
          .init(product: .id(id), from: place, to: other, amount: .quantity(some), reason: "NEAR"))
      case ..<6:
        lines.append(.init(product: .id(id), to: place, amount: .quantity(some), reason: "FOUND"))
      case ..<8:
        let quantity = dice.chance(50) ? part(of: level.onHand) : some
        lines.append(
          .init(product: .id(id), from: place, amount: .quantity(quantity), reason: "LOST"))
      default:
        lines.append(
          .init(
            product: .id(id), to: place, amount: .counted(part(of: level.onHand)),
            reason: "COUNT"))
      }
    }
    return MoveStock(lines: lines, isForced: dice.chance(50))
  }

  mutating func confirmDelivery(on books: Books) -> any Command {
    let known = dice.chance(95) ? dice.pick(known.shipments) : nil
    let shipment = known?.shipment ?? stranger()
    let early = dice.chance(4)
    return ConfirmDelivery(
      order: known?.order ?? stranger(), shipment: shipment,
      expectedVersion: version(books.shipments[shipment]?.version),
      deliveredDate: early ? today.adding(days: -30) : nil, recipient: "Ada",
      isLost: dice.chance(12))
  }

  mutating func createReturn(on books: Books) -> any Command {
    let shipment = dice.chance(96) ? dice.pick(known.shipments) : nil
    let id = shipment?.order ?? anyOrder()
    var lines: [CreateReturn.Line] = []
    for line in books.orders[id]?.lines ?? [] where dice.chance(60) {
      let quantity = part(of: dice.chance(80) ? line.returnable : line.shipped)
      lines.append(
        .init(
          orderLine: line.number, shipment: dice.chance(30) ? shipment?.shipment : nil,
          quantity: quantity, reasonCode: "DAMAGED",
          disposition: dice.pick(nil, .scrap, .repair, .restock)))
    }
    if dice.chance(3) || lines.isEmpty {
      lines.append(.init(orderLine: dice.chance(50) ? 1 : 77, quantity: Quantity(whole: 1)))
    }
    return CreateReturn(order: id, lines: lines)
  }

  mutating func decideReturn(on books: Books) -> any Command {
    let id = someReturn(on: books) { $0.state == .requested || $0.isCounted }
    let version = version(books.returns[id]?.version)
    if dice.chance(12) { return RejectReturn(return: id, expectedVersion: version, reason: "USED") }
    return AuthorizeReturn(return: id, expectedVersion: version, note: "ok")
  }

  mutating func receiveReturn(on books: Books) -> any Command {
    let id = someReturn(on: books) { $0.state == .authorized }
    var lines: [ReceiveReturn.Line] = []
    if dice.chance(40) {
      for line in books.returns[id]?.lines ?? [] where dice.chance(80) {
        lines.append(
          .init(
            orderLine: line.orderLine, shipment: dice.chance(90) ? line.shipment : nil,
            quantity: part(of: line.quantity), disposition: dice.pick(nil, .scrap, .restock)))
        guard dice.chance(25), let first = lines.last, first.quantity < line.quantity else {
          continue
        }
        lines.append(
          .init(
            orderLine: line.orderLine, shipment: line.shipment,
            quantity: part(of: line.quantity - first.quantity), disposition: .repair))
      }
      if dice.chance(3) { lines.append(.init(orderLine: 77, quantity: Quantity(whole: 1))) }
    }
    return ReceiveReturn(
      return: id, expectedVersion: version(books.returns[id]?.version), lines: lines)
  }

  private mutating func someReturn(
    on books: Books, where fits: (Return) -> Bool
  ) -> ID<Return> {
    for _ in 0..<8 {
      if let id = dice.pick(known.returns), let back = books.returns[id], fits(back) { return id }
    }
    return dice.chance(80) ? dice.pick(known.returns) ?? stranger() : stranger()
  }

  mutating func createWarehouse(numbered count: Int) -> any Command {
    let number = dice.chance(70) || known.warehouses.isEmpty ? count : 0
    return CreateWarehouse(
      code: "W\(number)", displayName: "Warehouse \(number)",
      address: World.party("Warehouse").address)
  }
}
