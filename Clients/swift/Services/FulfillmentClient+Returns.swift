public import OrderToCashAPI

extension FulfillmentClient {
  /// Records that a shipment arrived, or that it was lost; what was lost is open again.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func confirmDelivery(_ request: ConfirmDeliveryRequest, options: CallOptions = .init())
    async throws -> Shipment
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).confirmDelivery(
        request: $0.request, options: $0.options)
    }
  }

  /// Records that a shipment arrived, now.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func confirmDelivery(_ name: ShipmentName, options: CallOptions = .init())
    async throws -> Shipment
  {
    var request = ConfirmDeliveryRequest()
    request.name = name.rawValue
    return try await confirmDelivery(request, options: options)
  }

  /// Asks to send goods back.
  ///
  /// ``Reason/overReturn`` when more is asked than was shipped and is not returned,
  /// ``Reason/returnWindowClosed`` when it is too late.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createReturn(_ request: CreateReturnRequest, options: CallOptions = .init())
    async throws -> Return
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).createReturn(
        request: $0.request, options: $0.options)
    }
  }

  /// Reads a return.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getReturn(_ name: ReturnName, options: CallOptions = .init()) async throws -> Return {
    var request = O2c_V1_GetReturnRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).getReturn(
        request: $0.request, options: $0.options)
    }
  }

  /// Lists returns.
  ///
  /// - Parameters:
  ///   - filter: Such as `state = REQUESTED`; empty is all.
  ///   - orderBy: Such as `"create_time desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listReturns(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Return> {
    var request = O2c_V1_ListReturnsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).listReturns(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.returns, nextPageToken: response.nextPageToken)
    }
  }

  /// Allows a return, for 30 days.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func authorizeReturn(_ request: AuthorizeReturnRequest, options: CallOptions = .init())
    async throws -> Return
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).authorizeReturn(
        request: $0.request, options: $0.options)
    }
  }

  /// Allows a return, for 30 days.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func authorizeReturn(_ name: ReturnName, options: CallOptions = .init())
    async throws -> Return
  {
    var request = AuthorizeReturnRequest()
    request.name = name.rawValue
    return try await authorizeReturn(request, options: options)
  }

  /// Refuses a return, for good.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func rejectReturn(_ request: RejectReturnRequest, options: CallOptions = .init())
    async throws -> Return
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).rejectReturn(
        request: $0.request, options: $0.options)
    }
  }

  /// Books goods that came back; without lines, all of the return. What is not accepted can be
  /// returned again.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func receiveReturn(_ request: ReceiveReturnRequest, options: CallOptions = .init())
    async throws -> Return
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_FulfillmentService.Client(wrapping: $0.connection).receiveReturn(
        request: $0.request, options: $0.options)
    }
  }

  /// Books all goods of a return.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func receiveReturn(_ name: ReturnName, options: CallOptions = .init())
    async throws -> Return
  {
    var request = ReceiveReturnRequest()
    request.name = name.rawValue
    return try await receiveReturn(request, options: options)
  }
}
