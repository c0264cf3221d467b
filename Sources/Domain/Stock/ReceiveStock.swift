/// Books goods into a warehouse and gives them to those who wait for them.
///
/// Checks: the warehouse and every product are there, and are kept in stock.
package struct ReceiveStock: Command {
  /// Nil: the seller's default.
  package let warehouse: ID<Warehouse>?
  package let reference: String
  package let lines: [Line]

  package struct Line: Sendable {
    package var product: ProductReference
    package var quantity: Quantity
    package init(product: ProductReference, quantity: Quantity) {
      self.product = product
      self.quantity = quantity
    }
  }

  package init(warehouse: ID<Warehouse>? = nil, reference: String, lines: [Line]) {
    self.warehouse = warehouse
    self.reference = reference
    self.lines = lines
  }

  package var needs: Needs {
    var needs = Needs()
    for line in lines {
      needs.name(line.product)
      switch line.product {
      case .id(let id): needs.waitingForProducts.insert(id)
      case .sku(let sku): needs.waitingForSKUs.insert(sku)
      }
    }
    return needs
  }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> StockReceipt {
    let (warehouse, received) = try resolved(on: books)
    let receipt = StockReceipt(
      id: books.makeID(in: context), warehouse: warehouse, reference: reference,
      receiptDate: context.today, lines: received, at: context.now)
    books.put(receipt)
    for line in received {
      let key = StockKey(warehouse: warehouse, product: line.product)
      var level = books.stockLevel(key)
      let before = level.onHand
      level.onHand += line.quantity
      books.put(level)
      let movement = StockMovement(
        id: books.makeID(in: context), key: key, kind: .receipt, quantity: line.quantity,
        document: ResourceRef(.stockReceipt, receipt.id), businessDate: context.today,
        in: context)
      books.movements.append(movement)
      books.record(
        .stockReceived, ResourceRef(.product, line.product),
        version: books.stockLevels[key]?.version ?? 1, in: context
      ) {
        $0.member("receipt", "stockReceipts/\(receipt.id)")
        $0.member("warehouse", "warehouses/\(warehouse)")
        $0.member("quantity", line.quantity.description)
        $0.member("on_hand_before", before.description)
        $0.member("on_hand_after", level.onHand.description)
      }
    }
    books.serveBackorders(of: Set(received.map(\.product)), in: context)
    return books.receipts[receipt.id] ?? receipt
  }

  private func resolved(
    on books: Books
  ) throws(Rejection) -> (ID<Warehouse>, [StockReceipt.Line]) {
    var faults = Faults()
    let warehouse = warehouse ?? books.seller.defaultWarehouse
    if let warehouse {
      if books.warehouses[warehouse] == nil {
        faults.add("warehouse", .referenceNotFound, "There is no such warehouse.")
      }
    } else {
      faults.add("warehouse", .fieldRequired, "Name a warehouse: the seller has no default one.")
    }
    var received: [StockReceipt.Line] = []
    for (index, line) in lines.enumerated() {
      guard let product = books.find(line.product) else {
        faults.add("lines[\(index)].product", .referenceNotFound, "There is no such product.")
        continue
      }
      if !product.isStocked {
        faults.add("lines[\(index)].product", .fieldInvalid, "\(product.sku) is not kept in stock.")
      }
      if let warehouse {
        let level = books.stockLevel(StockKey(warehouse: warehouse, product: product.id))
        if level.onHand.micros > Quantity.limit - line.quantity.micros {
          faults.add("lines[\(index)].quantity", .fieldOutOfRange, "That is more than fits.")
        }
      }
      received.append(.init(product: product.id, quantity: line.quantity))
    }
    try faults.check()
    guard let warehouse else { preconditionFailure("a missing warehouse is a fault") }
    return (warehouse, received)
  }
}
