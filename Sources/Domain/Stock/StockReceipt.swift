/// Goods that are expected or came in.
package struct StockReceipt: Aggregate {
  package var id: ID<StockReceipt>
  package var version: Int64 = 0
  package var warehouse: ID<Warehouse>
  package var reference: String
  package var state: State
  /// When a scheduled one is expected.
  package var expectedDate: CalendarDay?
  /// When it came in; nil while it is scheduled.
  package var receiptDate: CalendarDay?
  package var lines: [Line]
  package var createTime: Instant

  package var key: ID<StockReceipt> { id }

  /// Where each state can go:
  package enum State: String, CaseIterable, Sendable {
    /// Counts for what can be promised, from its day on. Can move to received.
    case scheduled = "SCHEDULED"
    /// On hand. Final.
    case received = "RECEIVED"
  }

  package struct Line: Hashable, Sendable {
    package var product: ID<Product>
    /// What came in, or is expected while the receipt is scheduled.
    package var quantity: Quantity
    /// What was expected of a receipt that was scheduled.
    package var expected: Quantity?

    package init(product: ID<Product>, quantity: Quantity, expected: Quantity? = nil) {
      self.product = product
      self.quantity = quantity
      self.expected = expected
    }
  }

  package init(
    id: ID<StockReceipt>, warehouse: ID<Warehouse>, reference: String, state: State = .received,
    expectedDate: CalendarDay? = nil, receiptDate: CalendarDay? = nil, lines: [Line],
    at now: Instant
  ) {
    self.id = id
    self.warehouse = warehouse
    self.reference = reference
    self.state = state
    self.expectedDate = expectedDate
    self.receiptDate = receiptDate
    self.lines = lines
    createTime = now
  }

  /// What it adds to the plans of its levels.
  var stockEffects: [StockEffect] {
    guard state == .scheduled, let expectedDate else { return [] }
    return lines.map {
      StockEffect(
        key: StockKey(warehouse: warehouse, product: $0.product), day: expectedDate,
        incoming: $0.quantity)
    }
  }
}

/// A line of a receipt as a caller gives it.
package struct ReceiptLine: Sendable {
  package var product: ProductReference
  package var quantity: Quantity
  package init(product: ProductReference, quantity: Quantity) {
    self.product = product
    self.quantity = quantity
  }
}

/// The checks that receiving and scheduling share.
struct ReceiptCheck {
  let warehouse: ID<Warehouse>?
  let lines: [ReceiptLine]

  /// The warehouse and every product are there, and are kept in stock; each fits beside what is
  /// there. The default warehouse stands in for none.
  func resolved(
    on books: Books, _ faults: inout Faults
  ) throws(Rejection) -> (ID<Warehouse>, [StockReceipt.Line]) {
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
