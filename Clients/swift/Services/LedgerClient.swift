public import OrderToCashAPI

/// Journal, balances, and the check of the books.
public struct LedgerClient: Sendable {
  private typealias Stub = O2c_V1_LedgerService.Client<Transport>

  let engine: CallEngine

  /// Lists the postings of the ledger.
  ///
  /// - Parameters:
  ///   - filter: Such as `lines.account : "1100" AND posting_date >= "2026-11-01"`; empty is all.
  ///   - orderBy: Such as `"posting_date"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  ///   - date: As things stood at the end of that day; `nil` is today.
  ///   - time: As it was known then; `nil` is now.
  public func listJournalEntries(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    asOf date: CivilDate? = nil, knownAt time: Timestamp? = nil, options: CallOptions = .init()
  ) -> Pages<JournalEntry> {
    var request = O2c_V1_ListJournalEntriesRequest()
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
        try await Stub(wrapping: $0.connection).listJournalEntries(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.journalEntries, nextPageToken: response.nextPageToken)
    }
  }

  /// Reads the balances of all accounts.
  ///
  /// - Parameters:
  ///   - date: As things stood at the end of that day; `nil` is today.
  ///   - time: As it was known then; `nil` is now.
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getTrialBalance(
    asOf date: CivilDate? = nil, knownAt time: Timestamp? = nil, options: CallOptions = .init()
  ) async throws -> TrialBalance {
    var request = O2c_V1_GetTrialBalanceRequest()
    if let date { request.asOfDate = date }
    if let time { request.knownAtTime = time }
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getTrialBalance(
        request: $0.request, options: $0.options)
    }
  }
}
