/// A signed change of what is on hand; their sum is what is on hand.
package struct StockMovement: Sendable, Equatable {
  package var id: ID<StockMovement>
  package var key: StockKey
  package var kind: Kind
  package var quantity: Quantity
  /// The receipt, shipment, return or move.
  package var document: ResourceRef
  package var businessDate: CalendarDay
  package var requestID: ID<Request>
  package var recordTime: Instant

  package enum Kind: String, CaseIterable, Sendable {
    case receipt = "RECEIPT"
    case issue = "ISSUE"
    /// Out of one warehouse and into another: two movements of one document.
    case transfer = "TRANSFER"
    /// Found or lost, by count or by hand.
    case adjustment = "ADJUSTMENT"
    /// Came back from a customer and may be sold again.
    case returned = "RETURN"
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

extension Books {
  /// Changes what is on hand, with the movement that says why. Answers with the level as it is now.
  @discardableResult
  mutating func move(
    _ quantity: Quantity, at key: StockKey, _ kind: StockMovement.Kind, for document: ResourceRef,
    on day: CalendarDay, in context: Context
  ) -> StockLevel {
    var level = stockLevel(key)
    level.onHand += quantity
    put(level)
    movements.append(
      StockMovement(
        id: makeID(in: context), key: key, kind: kind, quantity: quantity, document: document,
        businessDate: day, in: context))
    return level
  }
}
