/// Takes stock for orders and gives it back.
extension Books {
  /// Reserves what the open lines still lack, as far as it is there. The order is changed in hand
  /// and must be put by the caller; the levels are put here. Returns the lines that got something.
  mutating func reserve(for order: inout Order) -> [(line: Int32, quantity: Quantity)] {
    var taken: [(line: Int32, quantity: Quantity)] = []
    for index in order.lines.indices {
      guard let key = order.lines[index].stockKey else { continue }
      let lacking = order.lines[index].backordered
      guard lacking > .zero else { continue }
      var level = stockLevel(key)
      let quantity = min(lacking, level.available)
      guard quantity > .zero else { continue }
      level.reserved += quantity
      put(level)
      order.lines[index].reserved += quantity
      taken.append((order.lines[index].number, quantity))
    }
    return taken
  }

  /// Gives back everything that the order has reserved. The order is changed in hand.
  mutating func release(from order: inout Order) -> [(line: Int32, quantity: Quantity)] {
    var freed: [(line: Int32, quantity: Quantity)] = []
    for index in order.lines.indices where order.lines[index].reserved > .zero {
      guard let key = order.lines[index].stockKey else { continue }
      let quantity = order.lines[index].reserved
      var level = stockLevel(key)
      level.reserved -= quantity
      put(level)
      order.lines[index].reserved = .zero
      freed.append((order.lines[index].number, quantity))
    }
    return freed
  }

  /// Serves waiting orders from what has become available: requested date, then confirmation, then
  /// id. Whoever comes first takes what it lacks; a line may be filled in part.
  mutating func serveBackorders(of products: Set<ID<Product>>, in context: Context) {
    for product in products.sorted() {
      for var order in waitingOrders(for: product) {
        var taken: [(line: Int32, quantity: Quantity)] = []
        for index in order.lines.indices where order.lines[index].product == product {
          let line = order.lines[index]
          guard let key = line.stockKey, line.backordered > .zero else { continue }
          var level = stockLevel(key)
          let quantity = min(line.backordered, level.available)
          guard quantity > .zero else { continue }
          level.reserved += quantity
          put(level)
          order.lines[index].reserved += quantity
          taken.append((line.number, quantity))
        }
        guard !taken.isEmpty else { continue }
        order.updateTime = context.now
        put(order, in: context)
        recordReserved(order, taken, in: context)
      }
    }
  }

  mutating func recordReserved(
    _ order: Order, _ taken: [(line: Int32, quantity: Quantity)], in context: Context
  ) {
    guard !taken.isEmpty else { return }
    record(.stockReserved, order, in: context) { $0.quantities(taken) }
  }

  mutating func recordBackordered(_ order: Order, in context: Context) {
    let short = order.lines.filter { $0.backordered > .zero }.map { ($0.number, $0.backordered) }
    guard !short.isEmpty else { return }
    record(.stockBackordered, order, in: context) {
      $0.quantities(short.map { (line: $0.0, quantity: $0.1) })
    }
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
