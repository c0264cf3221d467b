public import OrderToCashAPI

/// Products, prices and tax rules.
public struct CatalogClient: Sendable {
  private typealias Stub = O2c_V1_CatalogService.Client<Transport>

  let engine: CallEngine

  /// Creates a product.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createProduct(_ request: CreateProductRequest, options: CallOptions = .init())
    async throws -> Product
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createProduct(
        request: $0.request, options: $0.options)
    }
  }

  /// Reads a product.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getProduct(_ name: ProductName, options: CallOptions = .init()) async throws
    -> Product
  {
    var request = O2c_V1_GetProductRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getProduct(request: $0.request, options: $0.options)
    }
  }

  /// Lists products.
  ///
  /// - Parameters:
  ///   - filter: Such as `sku = "LAMP-*" AND kind = GOODS`; empty is all.
  ///   - orderBy: Such as `"sku"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listProducts(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Product> {
    var request = O2c_V1_ListProductsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listProducts(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.products, nextPageToken: response.nextPageToken)
    }
  }

  /// Changes the fields of a product that the mask names.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func updateProduct(_ request: UpdateProductRequest, options: CallOptions = .init())
    async throws -> Product
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).updateProduct(
        request: $0.request, options: $0.options)
    }
  }

  /// Sets up to 1,000 prices by their keys; all or none.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func setPrices(_ request: SetPricesRequest, options: CallOptions = .init()) async throws
    -> [Price]
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).setPrices(request: $0.request, options: $0.options)
    }.prices
  }

  /// Sets up to 1,000 prices by their keys; all or none.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func setPrices(_ prices: [Price], options: CallOptions = .init()) async throws -> [Price] {
    var request = SetPricesRequest()
    request.prices = prices
    return try await setPrices(request, options: options)
  }

  /// Sets up to 1,000 tax rules by their keys; all or none.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func setTaxRules(_ request: SetTaxRulesRequest, options: CallOptions = .init())
    async throws -> [TaxRule]
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).setTaxRules(request: $0.request, options: $0.options)
    }.taxRules
  }

  /// Sets up to 1,000 tax rules by their keys; all or none.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func setTaxRules(_ taxRules: [TaxRule], options: CallOptions = .init()) async throws
    -> [TaxRule]
  {
    var request = SetTaxRulesRequest()
    request.taxRules = taxRules
    return try await setTaxRules(request, options: options)
  }
}
