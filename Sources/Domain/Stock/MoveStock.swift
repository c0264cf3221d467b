/// Corrects what is on hand, or carries it from one warehouse to another.
///
/// A line with two warehouses is a transfer, with one an adjustment: up at `to`, down at `from`; with
/// `counted` it sets what is there. A transfer takes only what is available. An adjustment is a fact
/// down to nothing on hand: below what is reserved it must be forced, and then takes reservations
/// back, the last in the queue first.
///
/// Checks: products and warehouses are there, each line says what to do, and there is enough.
package struct MoveStock: Command {
  package let lines: [Line]
  package let isForced: Bool
  /// A word to find it by in the log; empty for none.
  package let reference: String

  package struct Line: Sendable {
    package var product: ProductReference
    package var from: ID<Warehouse>?
    package var to: ID<Warehouse>?
    package var amount: Amount
    package var reason: String

    package enum Amount: Sendable {
      case quantity(Quantity)
      /// What was found there.
      case counted(Quantity)
    }

    package init(
      product: ProductReference, from: ID<Warehouse>? = nil, to: ID<Warehouse>? = nil,
      amount: Amount, reason: String = ""
    ) {
      self.product = product
      self.from = from
      self.to = to
      self.amount = amount
      self.reason = reason
    }
  }

  package init(lines: [Line], isForced: Bool = false, reference: String = "") {
    self.lines = lines
    self.isForced = isForced
    self.reference = reference
  }

  package var needs: Needs {
    var needs = Needs()
    for line in lines { needs.name(line.product) }
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    var gains: [StockKey: Quantity] = [:]
    var losses: [StockKey: Quantity] = [:]
    for line in lines {
      guard let product = books.find(line.product)?.id else { continue }
      func key(_ warehouse: ID<Warehouse>) -> StockKey {
        StockKey(warehouse: warehouse, product: product)
      }
      switch line.amount {
      case .quantity(let quantity):
        if let to = line.to { gains[key(to), default: .zero] += quantity }
        if let from = line.from { losses[key(from), default: .zero] += quantity }
      case .counted(let counted):
        guard let place = line.to ?? line.from else { continue }
        let onHand = books.stockLevel(key(place)).onHand
        gains[key(place), default: .zero] += (counted - onHand).orZero
        losses[key(place), default: .zero] += (onHand - counted).orZero
      }
    }
    var needs = books.waitingNeeds(for: gains)
    needs.formUnion(books.lapsedNeeds(for: losses, in: context))
    for (key, loss) in losses where isForced && !books.reach.reserved.contains(key.product) {
      let level = books.stockLevel(key)
      if level.reserved > .zero, loss > level.available {
        needs.reservedForProducts.insert(key.product)
      }
    }
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> [Moved] {
    let moves = try moves(on: books)
    let document = ResourceRef(.stockMove, books.makeID(AnyResource.self, in: context))
    var touched: [StockKey] = []
    var short = Faults()
    var metadata: [String: String] = [:]
    for (index, move) in moves.enumerated() {
      do throws(Rejection) {
        touched += try carry(out: move, document, on: &books, in: context)
      } catch {
        if metadata.isEmpty { metadata = error.metadata }
        short.add("lines[\(index)]", error.reason, error.message)
      }
    }
    if let reason = short.violations.first?.reason {
      if reason == .fieldOutOfRange { try short.check() }
      try short.check(reason, "There is not enough stock to move.", metadata)
    }
    books.serveBackorders(of: Set(touched.map(\.product)), in: context)
    var seen: Set<StockKey> = []
    return touched.filter { seen.insert($0).inserted }.map { key in
      Moved(
        level: books.stockLevel(key),
        sku: moves.first { $0.product.id == key.product }?.product.sku ?? "")
    }
  }

  /// A level that changed, as it is now.
  package struct Moved: Sendable, Equatable {
    package let level: StockLevel
    package let sku: String
  }

  private struct Move {
    var product: Product
    var from: ID<Warehouse>?
    var to: ID<Warehouse>?
    var amount: Line.Amount
    var reason: String
  }

  private func moves(on books: Books) throws(Rejection) -> [Move] {
    var faults = Faults()
    var moves: [Move] = []
    for (index, line) in lines.enumerated() {
      let path = "lines[\(index)]"
      for (name, warehouse) in [("from", line.from), ("to", line.to)] {
        if let warehouse, books.warehouses[warehouse] == nil {
          faults.add("\(path).\(name)", .referenceNotFound, "There is no such warehouse.")
        }
      }
      if line.from == nil, line.to == nil {
        faults.add("\(path).to", .fieldRequired, "Name a warehouse to move from, to, or both.")
      } else if line.from == line.to {
        faults.add("\(path).to", .fieldInvalid, "The goods are there already.")
      }
      switch line.amount {
      case .quantity(let quantity):
        if quantity <= .zero {
          faults.add("\(path).quantity", .fieldOutOfRange, "Move more than nothing.")
        }
      case .counted(let counted):
        if counted < .zero {
          faults.add("\(path).counted", .fieldOutOfRange, "Less than nothing cannot be there.")
        }
        if line.from != nil, line.to != nil {
          faults.add("\(path).counted", .fieldInvalid, "A count is of one warehouse.")
        }
      }
      guard let product = books.find(line.product) else {
        faults.add("\(path).product", .referenceNotFound, "There is no such product.")
        continue
      }
      if !product.isStocked {
        faults.add("\(path).product", .fieldInvalid, "\(product.sku) is not kept in stock.")
      }
      moves.append(
        Move(
          product: product, from: line.from, to: line.to, amount: line.amount,
          reason: line.reason))
    }
    try faults.check()
    return moves
  }

  /// Answers with the levels it changed.
  private func carry(
    out move: Move, _ document: ResourceRef, on books: inout Books, in context: Context
  ) throws(Rejection) -> [StockKey] {
    func key(_ warehouse: ID<Warehouse>) -> StockKey {
      StockKey(warehouse: warehouse, product: move.product.id)
    }
    switch (move.amount, move.from, move.to) {
    case (.quantity(let quantity), .some(let from), .some(let to)):
      try transfer(quantity, key(from), key(to), move, document, on: &books, in: context)
      return [key(from), key(to)]
    case (.quantity(let quantity), .some(let from), nil):
      try adjust(
        by: .zero - quantity, at: key(from), move, document, on: &books, in: context)
      return [key(from)]
    case (.quantity(let quantity), nil, .some(let to)):
      try adjust(by: quantity, at: key(to), move, document, on: &books, in: context)
      return [key(to)]
    case (.counted(let counted), let from, let to):
      guard let place = to ?? from else { return [] }
      let difference = counted - books.stockLevel(key(place)).onHand
      if !difference.isZero {
        try adjust(by: difference, at: key(place), move, document, on: &books, in: context)
      }
      return [key(place)]
    case (.quantity, nil, nil): return []
    }
  }

  private func transfer(
    _ quantity: Quantity, _ from: StockKey, _ to: StockKey, _ move: Move, _ document: ResourceRef,
    on books: inout Books, in context: Context
  ) throws(Rejection) {
    if books.stockLevel(from).available < quantity { books.freeLapsed(at: from, in: context) }
    let available = books.stockLevel(from).available
    guard available >= quantity else {
      throw shortage(of: quantity, available, move, "A transfer takes what is available only.")
    }
    try room(for: quantity, at: to, on: books)
    books.move(.zero - quantity, at: from, .transfer, for: document, on: context.today, in: context)
    books.move(quantity, at: to, .transfer, for: document, on: context.today, in: context)
    books.record(
      .stockTransferred, ResourceRef(.product, move.product.id),
      version: books.stockLevels[to]?.version ?? 1, in: context
    ) {
      $0.member("from", "warehouses/\(from.warehouse)")
      $0.member("to", "warehouses/\(to.warehouse)")
      $0.member("quantity", quantity.description)
      $0.member("reason", move.reason)
      if !reference.isEmpty { $0.member("reference", reference) }
    }
  }

  private func adjust(
    by quantity: Quantity, at key: StockKey, _ move: Move, _ document: ResourceRef,
    on books: inout Books, in context: Context
  ) throws(Rejection) {
    let before = books.stockLevel(key)
    let after = before.onHand + quantity
    guard after >= .zero else {
      throw shortage(of: .zero - quantity, before.onHand, move, "Only that much is there.")
    }
    if quantity > .zero { try room(for: quantity, at: key, on: books) }
    if after < before.reserved { books.freeLapsed(at: key, in: context) }
    var lost: [(order: ID<Order>, lost: [(line: Int32, quantity: Quantity)])] = []
    if after < books.stockLevel(key).reserved {
      guard isForced else {
        throw shortage(
          of: .zero - quantity, before.available, move,
          "The rest is promised to orders; force takes it from them.")
      }
      lost = books.takeBack(downTo: after, at: key, in: context)
    }
    books.move(quantity, at: key, .adjustment, for: document, on: context.today, in: context)
    books.record(
      .stockAdjusted, ResourceRef(.product, key.product),
      version: books.stockLevels[key]?.version ?? 1, in: context
    ) {
      $0.member("warehouse", "warehouses/\(key.warehouse)")
      $0.member("on_hand_before", before.onHand.description)
      $0.member("on_hand_after", after.description)
      $0.member("reason", move.reason)
      if !reference.isEmpty { $0.member("reference", reference) }
    }
    for (order, lines) in lost {
      guard var order = books.orders[order] else { continue }
      for (number, _) in lines {
        guard let line = order.lines.first(where: { $0.number == number }) else { continue }
        let day = books.promise(line, of: order, in: context)
        order.change(number) { $0.promisedDate = day }
      }
      books.put(order, in: context)
      books.record(.stockReleased, order, in: context) {
        $0.quantities(lines)
        $0.member("reason", "ADJUSTMENT")
      }
      if order.state == .confirmed { books.recordBackordered(order, in: context) }
    }
  }

  private func room(
    for quantity: Quantity, at key: StockKey, on books: Books
  ) throws(Rejection) {
    guard books.stockLevel(key).onHand.micros > Quantity.limit - quantity.micros else { return }
    throw Rejection(.fieldOutOfRange, "That is more than fits.")
  }

  private func shortage(
    of quantity: Quantity, _ available: Quantity, _ move: Move, _ text: String
  ) -> Rejection {
    Rejection(
      .insufficientStock, "\(move.product.sku): \(quantity) wanted, \(available) there. \(text)",
      metadata: [
        "product": "products/\(move.product.id)", "requested": quantity.description,
        "available": available.description,
      ])
  }
}
