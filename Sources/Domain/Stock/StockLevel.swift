/// How much of a product is in a warehouse, and how much of that is promised.
package struct StockLevel: Aggregate {
  package var key: StockKey
  package var version: Int64 = 0
  /// 0 ≤ reserved ≤ on hand.
  package var onHand: Quantity = .zero
  package var reserved: Quantity = .zero

  package init(key: StockKey) { self.key = key }

  package var available: Quantity { onHand - reserved }
}

package struct StockKey: Hashable, Sendable {
  package var warehouse: ID<Warehouse>
  package var product: ID<Product>
  package init(warehouse: ID<Warehouse>, product: ID<Product>) {
    self.warehouse = warehouse
    self.product = product
  }
}

/// A signed change of what is on hand; their sum is what is on hand.
package struct StockMovement: Sendable, Equatable {
  package var id: ID<StockMovement>
  package var key: StockKey
  package var kind: Kind
  package var quantity: Quantity
  /// The receipt or shipment.
  package var document: ResourceRef
  package var businessDate: CalendarDay
  package var requestID: ID<Request>
  package var recordTime: Instant

  package enum Kind: String, CaseIterable, Sendable {
    case receipt = "RECEIPT"
    case issue = "ISSUE"
  }

  package init(
    id: ID<StockMovement>, key: StockKey, kind: Kind, quantity: Quantity, document: ResourceRef,
    businessDate: CalendarDay, in context: Context
  ) {
    self.id = id
    self.key = key
    self.kind = kind
    self.quantity = quantity
    self.document = document
    self.businessDate = businessDate
    requestID = context.requestID
    recordTime = context.now
  }
}

/// Goods that came in.
package struct StockReceipt: Aggregate {
  package var id: ID<StockReceipt>
  package var version: Int64 = 0
  package var warehouse: ID<Warehouse>
  package var reference: String
  package var receiptDate: CalendarDay
  package var lines: [Line]
  package var createTime: Instant

  package var key: ID<StockReceipt> { id }

  package struct Line: Hashable, Sendable {
    package var product: ID<Product>
    package var quantity: Quantity
    package init(product: ID<Product>, quantity: Quantity) {
      self.product = product
      self.quantity = quantity
    }
  }

  package init(
    id: ID<StockReceipt>, warehouse: ID<Warehouse>, reference: String, receiptDate: CalendarDay,
    lines: [Line], at now: Instant
  ) {
    self.id = id
    self.warehouse = warehouse
    self.reference = reference
    self.receiptDate = receiptDate
    self.lines = lines
    createTime = now
  }
}
