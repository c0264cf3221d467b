/// What became of one request of a batch or a stream.
public struct ItemResult<Value: Sendable>: Sendable {
  /// The request that is answered, as it was sent.
  public let requestID: String
  /// The resource that changed or came to be, or why there is none.
  public let result: Result<Value, OrderToCashError>
  /// The request had been carried out before: this is its stored answer.
  public let isReplayed: Bool

  /// A result as it came, or as a test wants it.
  public init(
    requestID: String, result: Result<Value, OrderToCashError>, isReplayed: Bool = false
  ) {
    self.requestID = requestID
    self.result = result
    self.isReplayed = isReplayed
  }

  /// The resource, or the error thrown.
  public func get() throws(OrderToCashError) -> Value { try result.get() }
}

/// What became of one order of a batch or a stream.
public typealias PlaceOrderResult = ItemResult<Order>
/// What became of one shipment of a batch.
public typealias ShipOrderResult = ItemResult<Shipment>
