public import OrderToCashAPI

extension CreditClient {
  /// Changes the fields of a credit account that the mask names: group, block, insurance, rating,
  /// review date, terms; the etag must come along.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func update(_ request: UpdateCreditAccountRequest, options: CallOptions = .init())
    async throws -> CreditAccount
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_CreditService.Client(wrapping: $0.connection).updateCreditAccount(
        request: $0.request, options: $0.options)
    }
  }

  /// Lists credit accounts.
  ///
  /// - Parameters:
  ///   - filter: Such as `risk_class = D AND blocked = false`; empty is all.
  ///   - orderBy: Such as `"next_review_date"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func list(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<CreditAccount> {
    var request = O2c_V1_ListCreditAccountsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_CreditService.Client(wrapping: $0.connection).listCreditAccounts(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.creditAccounts, nextPageToken: response.nextPageToken)
    }
  }

  /// Says what the credit rules would decide on a customer and an amount, or on an order: every
  /// rule with its threshold and what was found. Decides nothing.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func check(_ request: CheckCreditRequest, options: CallOptions = .init())
    async throws -> CreditCheck
  {
    try await engine.read(request, options) {
      try await O2c_V1_CreditService.Client(wrapping: $0.connection).checkCredit(
        request: $0.request, options: $0.options)
    }
  }

  /// Says what the credit rules would decide on an order as it is.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func check(_ order: OrderName, options: CallOptions = .init())
    async throws -> CreditCheck
  {
    var request = CheckCreditRequest()
    request.order = order.rawValue
    return try await check(request, options: options)
  }
}
