/// Takes goods back that were allowed to come: what is accepted counts as returned, and goes where
/// its disposition says; of one line some may go one way and some another. What did not come, or was
/// not accepted, may be asked back again.
///
/// Checks, in this order: the return is there, its version, its state and time, the lines, that no
/// more came than was allowed.
package struct ReceiveReturn: Command {
  package let `return`: ID<Return>
  package let expectedVersion: Int64?
  /// Empty: all that was allowed, with the dispositions asked for.
  package let lines: [Line]
  /// Where it is put; nil: where it left from.
  package let warehouse: ID<Warehouse>?
  package let note: String

  package struct Line: Sendable {
    package var orderLine: Int32
    /// Nil when the return has the order line once.
    package var shipment: ID<Shipment>?
    package var quantity: Quantity
    package var disposition: Return.Disposition?

    package init(
      orderLine: Int32, shipment: ID<Shipment>? = nil, quantity: Quantity,
      disposition: Return.Disposition? = nil
    ) {
      self.orderLine = orderLine
      self.shipment = shipment
      self.quantity = quantity
      self.disposition = disposition
    }
  }

  package init(
    return back: ID<Return>, expectedVersion: Int64? = nil, lines: [Line] = [],
    warehouse: ID<Warehouse>? = nil, note: String = ""
  ) {
    self.return = back
    self.warehouse = warehouse
    self.note = note
    self.expectedVersion = expectedVersion
    self.lines = lines
  }

  package var needs: Needs { .of(self.return) }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    guard let back = books.returns[self.return] else { return nil }
    var gains: [StockKey: Quantity] = [:]
    for line in back.lines {
      guard var key = line.stockKey else { continue }
      if let warehouse { key.warehouse = warehouse }
      gains[key, default: .zero] += line.quantity
    }
    return books.waitingNeeds(for: gains)
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Return {
    var back = try books.return(self.return, for: context)
    try requireVersion(expectedVersion, of: back)
    guard back.state == .authorized, back.isInForce(at: context.now) else {
      throw .transition(
        "returns/\(back.id)",
        from: back.state == .authorized ? "EXPIRED" : back.state.rawValue,
        requested: "ReceiveReturn", allowed: [Return.State.authorized.rawValue])
    }
    if let warehouse, books.warehouses[warehouse] == nil {
      throw .invalidField("warehouse", .referenceNotFound, "There is no such warehouse.")
    }
    var order = try books.order(back.order, for: context)
    try accept(&back, order.roundingMode)
    if let warehouse {
      for index in back.lines.indices where back.lines[index].warehouse != nil {
        back.lines[index].warehouse = warehouse
      }
    }
    books.uncount(&back, from: &order)
    for line in back.lines { order.change(line.orderLine) { $0.returned += line.received } }
    back.state = .received
    back.receiveTime = context.now
    back.updateTime = context.now
    let completes = order.state == .confirmed && order.isComplete
    if completes { order.state = .completed }
    order.updateTime = context.now
    books.put(order, in: context)
    books.put(back)
    books.recordReturn(.returnReceived, back, in: context) {
      $0.member("before", Return.State.authorized.rawValue)
      $0.member("state", back.state.rawValue)
      $0.member("order", "orders/\(order.id)")
      if !note.isEmpty { $0.member("note", note) }
      $0.member("lines", each: back.lines) { line, object in
        object.member("line", Int64(line.orderLine))
        object.member("quantity", line.received.description)
        object.member("disposition", line.disposition.rawValue)
      }
    }
    books.recordFulfillment(order, back.lines.map(\.orderLine), in: context)
    if completes {
      books.record(.orderCompleted, order, in: context) {
        $0.member("before", Order.State.confirmed.rawValue)
        $0.member("state", order.state.rawValue)
      }
    }
    restock(back, on: &books, in: context)
    return books.returns[back.id] ?? back
  }

  private func accept(_ back: inout Return, _ mode: RoundingMode) throws(Rejection) {
    if lines.isEmpty {
      for index in back.lines.indices { back.lines[index].received = back.lines[index].quantity }
      return
    }
    var faults = Faults()
    var excess = Faults()
    var parts: [Int: [Return.Part]] = [:]
    for (index, came) in lines.enumerated() {
      let path = "lines[\(index)]"
      let candidates = back.lines.indices.filter {
        back.lines[$0].orderLine == came.orderLine
          && (came.shipment == nil || back.lines[$0].shipment == came.shipment)
      }
      guard let place = candidates.first else {
        faults.add("\(path).line_id", .referenceNotFound, "The return has no such line.")
        continue
      }
      if candidates.count > 1 {
        faults.add("\(path).shipment", .fieldRequired, "The line left in several shipments.")
        continue
      }
      let line = back.lines[place]
      let disposition = came.disposition ?? line.disposition
      let before = parts[place] ?? []
      if before.contains(where: { $0.disposition == disposition }) {
        faults.add(
          "\(path).line_id", .fieldInvalid, "The line is named twice for \(disposition.rawValue).")
      }
      let left = max(.zero, before.reduce(line.quantity) { $0 - $1.quantity })
      if came.quantity > left {
        excess.add(
          "\(path).quantity", .overReturn, "\(left) of it may come back, not \(came.quantity).")
      }
      parts[place, default: []].append((disposition, came.quantity))
    }
    try faults.check()
    try excess.check(.overReturn, "More came back than was allowed.")
    for (place, parts) in parts.sorted(by: { $0.key < $1.key }) {
      back.receive(parts, at: place, mode)
    }
  }

  private func restock(_ back: Return, on books: inout Books, in context: Context) {
    var products: Set<ID<Product>> = []
    for line in back.lines where line.disposition == .restock && line.received > .zero {
      guard let key = line.stockKey else { continue }
      let level = books.move(
        line.received, at: key, .returned, for: ResourceRef(.returned, back.id), on: context.today,
        in: context)
      products.insert(key.product)
      books.record(
        .stockReturned, ResourceRef(.product, key.product),
        version: books.stockLevels[key]?.version ?? 1, in: context
      ) {
        $0.member("return", "returns/\(back.id)")
        $0.member("warehouse", "warehouses/\(key.warehouse)")
        $0.member("quantity", line.received.description)
        $0.member("on_hand_after", level.onHand.description)
      }
    }
    books.serveBackorders(of: products, in: context)
  }
}
