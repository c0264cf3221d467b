/// Books goods into a warehouse and gives them to those who wait for them.
///
/// Checks: the receipt, if one is named, is there and still scheduled; the warehouse and every
/// product are there, and are kept in stock.
package struct ReceiveStock: Command {
  /// A scheduled receipt that this is the arrival of.
  package let receipt: ID<StockReceipt>?
  /// Nil: the receipt's, or the seller's default.
  package let warehouse: ID<Warehouse>?
  package let reference: String
  /// Empty with a receipt: all that was expected. What is not named did not come.
  package let lines: [Line]

  package typealias Line = ReceiptLine

  package init(
    receipt: ID<StockReceipt>? = nil, warehouse: ID<Warehouse>? = nil, reference: String,
    lines: [Line]
  ) {
    self.receipt = receipt
    self.warehouse = warehouse
    self.reference = reference
    self.lines = lines
  }

  package var needs: Needs {
    var needs = Needs()
    if let receipt { needs.receipts.insert(receipt) }
    for line in lines {
      needs.name(line.product)
      switch line.product {
      case .id(let id): needs.waitingForProducts.insert(id)
      case .sku(let sku): needs.waitingForSKUs.insert(sku)
      }
    }
    return needs
  }

  package func furtherNeeds(on books: Books, in context: Context) -> Needs? {
    var gains: [StockKey: Quantity] = [:]
    let scheduled = receipt.flatMap { books.receipts[$0] }
    guard
      let warehouse = scheduled?.warehouse ?? warehouse ?? books.seller.defaultWarehouse
    else { return nil }
    for line in lines {
      guard let product = books.find(line.product) else { continue }
      gains[StockKey(warehouse: warehouse, product: product.id), default: .zero] += line.quantity
    }
    if lines.isEmpty {
      for line in scheduled?.lines ?? [] {
        gains[StockKey(warehouse: warehouse, product: line.product), default: .zero] +=
          line.quantity
      }
    }
    return books.waitingNeeds(for: gains)
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> StockReceipt {
    let receipt = try arrival(on: &books, in: context)
    books.put(receipt)
    for line in receipt.lines where line.quantity > .zero {
      let key = StockKey(warehouse: receipt.warehouse, product: line.product)
      let before = books.stockLevel(key).onHand
      let level = books.move(
        line.quantity, at: key, .receipt, for: ResourceRef(.stockReceipt, receipt.id),
        on: context.today, in: context)
      books.record(
        .stockReceived, ResourceRef(.product, line.product),
        version: books.stockLevels[key]?.version ?? 1, in: context
      ) {
        $0.member("receipt", "stockReceipts/\(receipt.id)")
        $0.member("warehouse", "warehouses/\(receipt.warehouse)")
        $0.member("quantity", line.quantity.description)
        $0.member("on_hand_before", before.description)
        $0.member("on_hand_after", level.onHand.description)
      }
    }
    books.serveBackorders(of: Set(receipt.lines.map(\.product)), in: context)
    return books.receipts[receipt.id] ?? receipt
  }

  /// The receipt as it will be booked: a new one, or the scheduled one with what came of it.
  private func arrival(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> StockReceipt {
    var faults = Faults()
    guard let id = receipt else {
      if lines.isEmpty {
        faults.add("lines", .fieldRequired, "Say what came in, or which receipt did.")
      }
      let (warehouse, received) = try ReceiptCheck(warehouse: warehouse, lines: lines)
        .resolved(on: books, &faults)
      return StockReceipt(
        id: books.makeID(in: context), warehouse: warehouse, reference: reference,
        receiptDate: context.today, lines: received, at: context.now)
    }
    guard var scheduled = books.receipts[id] else { throw .notFound("stockReceipts/\(id)") }
    guard scheduled.state == .scheduled else {
      throw .transition(
        "stockReceipts/\(id)", from: scheduled.state.rawValue, requested: "ReceiveStock",
        allowed: [StockReceipt.State.scheduled.rawValue])
    }
    if let warehouse, warehouse != scheduled.warehouse {
      faults.add("warehouse", .fieldInvalid, "The receipt was scheduled for another warehouse.")
    }
    let asked =
      lines.isEmpty
      ? scheduled.lines.map { ReceiptLine(product: .id($0.product), quantity: $0.quantity) } : lines
    let (_, received) = try ReceiptCheck(warehouse: scheduled.warehouse, lines: asked)
      .resolved(on: books, &faults)
    scheduled.lines = Self.matched(received, with: scheduled.lines)
    scheduled.state = .received
    scheduled.receiptDate = context.today
    if !reference.isEmpty { scheduled.reference = reference }
    return scheduled
  }

  /// Each expected line with what came of it, then what nobody expected.
  private static func matched(
    _ received: [StockReceipt.Line], with expected: [StockReceipt.Line]
  ) -> [StockReceipt.Line] {
    var lines = expected.map {
      StockReceipt.Line(product: $0.product, quantity: .zero, expected: $0.expected)
    }
    for line in received {
      let index = lines.firstIndex {
        $0.product == line.product && $0.expected != nil && $0.quantity.isZero
      }
      if let index { lines[index].quantity = line.quantity } else { lines.append(line) }
    }
    return lines
  }
}
