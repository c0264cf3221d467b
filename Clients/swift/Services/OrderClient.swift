public import OrderToCashAPI

/// Orders from draft to completion.
public struct OrderClient: Sendable {
  private typealias Stub = O2c_V1_OrderService.Client<Transport>

  let engine: CallEngine

  /// Places an order: prices it, reserves stock, decides on credit and confirms it.
  ///
  /// It comes back confirmed, or on hold when the credit rules deny it.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func place(_ request: PlaceOrderRequest, options: CallOptions = .init()) async throws
    -> Order
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).placeOrder(request: $0.request, options: $0.options)
    }
  }

  /// Places up to 500 orders in one call, each a command of its own; the results are in their order.
  ///
  /// The batch is not atomic. Each request gets a request id of its own where it has none, and keeps
  /// it when the call is repeated.
  ///
  /// - Throws: ``OrderToCashError`` when the call as a whole failed, or `CancellationError`.
  public func place(batch requests: [PlaceOrderRequest], options: CallOptions = .init())
    async throws -> [PlaceOrderResult]
  {
    var request = O2c_V1_BatchPlaceOrdersRequest()
    request.requests = requests.map { $0.identified() }
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).batchPlaceOrders(
        request: $0.request, options: $0.options)
    }.results.map(PlaceOrderResult.init)
  }

  /// Reads an order.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: OrderName, options: CallOptions = .init()) async throws -> Order {
    var request = O2c_V1_GetOrderRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getOrder(request: $0.request, options: $0.options)
    }
  }

  /// Lists orders.
  ///
  /// - Parameters:
  ///   - filter: Such as `state = CONFIRMED AND create_time > "2026-11-01T00:00:00Z"`; empty is all.
  ///   - orderBy: Such as `"create_time desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Order> {
    var request = O2c_V1_ListOrdersRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listOrders(request: $0.request, options: $0.options)
      }
      return Page(items: response.orders, nextPageToken: response.nextPageToken)
    }
  }

  /// Cancels an order, or the lines given: frees their stock and credit.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func cancel(_ request: CancelOrderRequest, options: CallOptions = .init()) async throws
    -> Order
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).cancelOrder(request: $0.request, options: $0.options)
    }
  }

  /// Cancels an order, or the lines given: frees their stock and credit.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func cancel(_ name: OrderName, options: CallOptions = .init()) async throws -> Order {
    var request = CancelOrderRequest()
    request.name = name.rawValue
    return try await cancel(request, options: options)
  }

  /// Creates a draft: priced, without stock and without a credit decision.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func create(_ request: CreateOrderRequest, options: CallOptions = .init()) async throws
    -> Order
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createOrder(request: $0.request, options: $0.options)
    }
  }

  /// Confirms a draft, as placing does.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func confirm(_ request: ConfirmOrderRequest, options: CallOptions = .init()) async throws
    -> Order
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).confirmOrder(request: $0.request, options: $0.options)
    }
  }

  /// Confirms a draft, as placing does.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func confirm(_ name: OrderName, options: CallOptions = .init()) async throws -> Order {
    var request = ConfirmOrderRequest()
    request.name = name.rawValue
    return try await confirm(request, options: options)
  }
}
