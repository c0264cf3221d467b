public import OrderToCashAPI

extension CatalogClient {
  /// Lists price rows.
  ///
  /// - Parameters:
  ///   - filter: Such as `sku = "WIDGET" AND currency_code = "EUR"`; empty is all.
  ///   - orderBy: Such as `"valid_from_date desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listPrices(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Price> {
    var request = O2c_V1_ListPricesRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_CatalogService.Client(wrapping: $0.connection).listPrices(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.prices, nextPageToken: response.nextPageToken)
    }
  }

  /// Lists tax rules.
  ///
  /// - Parameters:
  ///   - filter: Such as `region_code = "DE"`; empty is all.
  ///   - orderBy: Such as `"tax_class"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listTaxRules(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<TaxRule> {
    var request = O2c_V1_ListTaxRulesRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_CatalogService.Client(wrapping: $0.connection).listTaxRules(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.taxRules, nextPageToken: response.nextPageToken)
    }
  }

  /// Says what products cost a customer: price and where it came from, discounts, tax, totals.
  ///
  /// Promises nothing. ``Reason/priceMissing``, ``Reason/productNotSellable`` and
  /// ``Reason/taxNotDetermined`` name every line that has no answer.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func quote(_ request: QuotePriceRequest, options: CallOptions = .init())
    async throws -> PriceQuote
  {
    try await engine.read(request, options) {
      try await O2c_V1_CatalogService.Client(wrapping: $0.connection).quotePrice(
        request: $0.request, options: $0.options)
    }
  }
}
