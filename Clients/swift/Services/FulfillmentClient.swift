public import OrderToCashAPI

/// Shipments and returns.
public struct FulfillmentClient: Sendable {
  private typealias Stub = O2c_V1_FulfillmentService.Client<Transport>

  let engine: CallEngine

  /// Ships what is reserved of an order, or the lines given.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func ship(_ request: ShipOrderRequest, options: CallOptions = .init()) async throws
    -> Shipment
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).shipOrder(request: $0.request, options: $0.options)
    }
  }

  /// Ships what is reserved of an order, or the lines given.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func ship(_ name: OrderName, options: CallOptions = .init()) async throws -> Shipment {
    var request = ShipOrderRequest()
    request.name = name.rawValue
    return try await ship(request, options: options)
  }

  /// Ships up to 500 orders in one call, each a command of its own; the results are in their order.
  ///
  /// The batch is not atomic. Each request gets a request id of its own where it has none, and keeps
  /// it when the call is repeated.
  ///
  /// - Throws: ``OrderToCashError`` when the call as a whole failed, or `CancellationError`.
  public func ship(batch requests: [ShipOrderRequest], options: CallOptions = .init())
    async throws -> [ShipOrderResult]
  {
    var request = O2c_V1_BatchShipOrdersRequest()
    request.requests = requests.map { $0.identified() }
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).batchShipOrders(
        request: $0.request, options: $0.options)
    }.results.map(ShipOrderResult.init)
  }

  /// Reads a shipment.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: ShipmentName, options: CallOptions = .init()) async throws -> Shipment {
    var request = O2c_V1_GetShipmentRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getShipment(request: $0.request, options: $0.options)
    }
  }

  /// Lists the shipments of an order, or of all orders.
  ///
  /// - Parameters:
  ///   - order: Whose shipments; `nil` reads across all orders.
  ///   - filter: Such as `ship_date >= "2026-11-01"`; empty is all.
  ///   - orderBy: Such as `"ship_date desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    of order: OrderName? = nil, filter: String = "", orderBy: String = "",
    view: ViewLevel = .unspecified, pageSize: Int = 0, options: CallOptions = .init()
  ) -> Pages<Shipment> {
    var request = O2c_V1_ListShipmentsRequest()
    request.parent = order?.rawValue ?? "orders/-"
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listShipments(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.shipments, nextPageToken: response.nextPageToken)
    }
  }
}
