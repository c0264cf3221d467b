public import OrderToCashAPI

/// What customers owe.
public struct ReceivableClient: Sendable {
  private typealias Stub = O2c_V1_ReceivableService.Client<Transport>

  let engine: CallEngine

  /// Lists what is not fully paid.
  ///
  /// - Parameters:
  ///   - filter: Such as `overdue() AND outstanding.minor_units > 100000`; empty is all.
  ///   - orderBy: Such as `"due_date"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  ///   - date: As things stood at the end of that day; `nil` is today.
  ///   - time: As it was known then; `nil` is now.
  public func listOpenItems(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    asOf date: CivilDate? = nil, knownAt time: Timestamp? = nil, options: CallOptions = .init()
  ) -> Pages<OpenItem> {
    var request = O2c_V1_ListOpenItemsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    if let date { request.asOfDate = date }
    if let time { request.knownAtTime = time }
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listOpenItems(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.openItems, nextPageToken: response.nextPageToken)
    }
  }

  /// Reads what a customer owes, by currency.
  ///
  /// - Parameters:
  ///   - date: As things stood at the end of that day; `nil` is today.
  ///   - time: As it was known then; `nil` is now.
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getAccountBalance(
    _ name: AccountBalanceName, asOf date: CivilDate? = nil, knownAt time: Timestamp? = nil,
    options: CallOptions = .init()
  ) async throws -> AccountBalance {
    var request = O2c_V1_GetAccountBalanceRequest()
    request.name = name.rawValue
    if let date { request.asOfDate = date }
    if let time { request.knownAtTime = time }
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getAccountBalance(
        request: $0.request, options: $0.options)
    }
  }
}
