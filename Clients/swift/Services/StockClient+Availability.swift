public import OrderToCashAPI

extension StockClient {
  /// Adjusts, counts or transfers stock, all lines or none; the levels that changed come back.
  ///
  /// ``Reason/insufficientStock`` where it would take what is promised to orders, unless `force` is
  /// set.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func move(_ request: MoveStockRequest, options: CallOptions = .init())
    async throws -> [StockLevel]
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_StockService.Client(wrapping: $0.connection).moveStock(
        request: $0.request, options: $0.options)
    }.stockLevels
  }

  /// Says that goods will come; from then on they count for promise dates. ``receive(_:options:)``
  /// with the name of the receipt books them.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func scheduleReceipt(_ request: ScheduleReceiptRequest, options: CallOptions = .init())
    async throws -> StockReceipt
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_StockService.Client(wrapping: $0.connection).scheduleReceipt(
        request: $0.request, options: $0.options)
    }
  }

  /// Says how much of products is there and when the rest can be promised, a line each in their
  /// order. Reserves nothing.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func checkAvailability(_ request: CheckAvailabilityRequest, options: CallOptions = .init())
    async throws -> [Availability]
  {
    try await engine.read(request, options) {
      try await O2c_V1_StockService.Client(wrapping: $0.connection).checkAvailability(
        request: $0.request, options: $0.options)
    }.lines
  }
}
