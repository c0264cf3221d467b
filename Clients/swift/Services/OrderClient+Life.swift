public import OrderToCashAPI

extension OrderClient {
  /// Changes the fields of a draft that the mask names, and prices it anew; the etag must come
  /// along.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func update(_ request: UpdateOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).updateOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Says what placing an order would answer: prices, tax, availability, promised dates, credit.
  /// Nothing happens.
  ///
  /// The answer has a `previewToken`, good for 30 minutes: an order placed with it is refused with
  /// ``Reason/totalChanged``, line by line, when anything moved since.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func preview(_ request: PreviewOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.read(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).previewOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Says what placing an order would answer, with a `previewToken` to place it by.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func preview(_ order: Order, options: CallOptions = .init()) async throws -> Order {
    var request = PreviewOrderRequest()
    request.order = order
    return try await preview(request, options: options)
  }

  /// Changes an order after it was placed: quantities, dates, prices, more lines. The revision
  /// counts up.
  ///
  /// It may come back on hold, when the credit rules deny what was added; with `failOnHold` that is
  /// ``Reason/creditHold`` and nothing changed.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func amend(_ request: AmendOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).amendOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Holds an order by hand: nothing of it is shipped until it is released.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func hold(_ request: HoldOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).holdOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Ends manual holds of an order; with its last hold gone it is confirmed.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func release(_ request: ReleaseOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).releaseOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Ends all manual holds of an order.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func release(_ name: OrderName, options: CallOptions = .init()) async throws -> Order {
    var request = ReleaseOrderRequest()
    request.name = name.rawValue
    return try await release(request, options: options)
  }

  /// Copies an order into a new draft, at today's prices and tax.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func duplicate(_ request: DuplicateOrderRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_OrderService.Client(wrapping: $0.connection).duplicateOrder(
        request: $0.request, options: $0.options)
    }
  }

  /// Copies an order into a new draft, at today's prices and tax.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func duplicate(_ name: OrderName, options: CallOptions = .init()) async throws -> Order {
    var request = DuplicateOrderRequest()
    request.name = name.rawValue
    return try await duplicate(request, options: options)
  }

  /// Lists the revisions of an order, the newest first; each shows the order as it was.
  ///
  /// - Parameters:
  ///   - order: Whose revisions.
  ///   - filter: Such as `revision > 2`; empty is all.
  ///   - orderBy: Such as `"revision"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listRevisions(
    of order: OrderName, filter: String = "", orderBy: String = "",
    view: ViewLevel = .unspecified, pageSize: Int = 0, options: CallOptions = .init()
  ) -> Pages<OrderRevision> {
    var request = O2c_V1_ListOrderRevisionsRequest()
    request.parent = order.rawValue
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_OrderService.Client(wrapping: $0.connection).listOrderRevisions(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.revisions, nextPageToken: response.nextPageToken)
    }
  }
}
