public import OrderToCashAPI

/// Warehouses and what lies in them.
public struct StockClient: Sendable {
  private typealias Stub = O2c_V1_StockService.Client<Transport>

  let engine: CallEngine

  /// Creates a warehouse.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createWarehouse(_ request: CreateWarehouseRequest, options: CallOptions = .init())
    async throws -> Warehouse
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createWarehouse(
        request: $0.request, options: $0.options)
    }
  }

  /// Lists warehouses.
  ///
  /// - Parameters:
  ///   - filter: Such as `code = "MAIN"`; empty is all.
  ///   - orderBy: Such as `"code"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listWarehouses(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Warehouse> {
    var request = O2c_V1_ListWarehousesRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listWarehouses(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.warehouses, nextPageToken: response.nextPageToken)
    }
  }

  /// Takes goods in; what waits for them is served first.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func receive(_ request: ReceiveStockRequest, options: CallOptions = .init()) async throws
    -> StockReceipt
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).receiveStock(request: $0.request, options: $0.options)
    }
  }

  /// Lists what lies of each product in each warehouse.
  ///
  /// - Parameters:
  ///   - filter: Such as `sku = "LAMP-LED"`; empty is all.
  ///   - orderBy: Such as `"sku"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listLevels(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<StockLevel> {
    var request = O2c_V1_ListStockLevelsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listStockLevels(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.stockLevels, nextPageToken: response.nextPageToken)
    }
  }
}
