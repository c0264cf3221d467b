public import OrderToCashAPI

extension AdminClient {
  /// Proposes a new version of the credit or price rules. Its test cases must pass; it starts when
  /// another person grants its `approval`.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createPolicyVersion(
    _ request: CreatePolicyVersionRequest, options: CallOptions = .init()
  ) async throws -> Policy {
    try await engine.mutate(request, options) {
      try await O2c_V1_AdminService.Client(wrapping: $0.connection).createPolicyVersion(
        request: $0.request, options: $0.options)
    }
  }

  /// Lists the versions of the rules.
  ///
  /// - Parameters:
  ///   - filter: Such as `kind = CREDIT AND state = ACTIVE`; empty is all.
  ///   - orderBy: Such as `"version desc"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listPolicies(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Policy> {
    var request = O2c_V1_ListPoliciesRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_AdminService.Client(wrapping: $0.connection).listPolicies(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.policies, nextPageToken: response.nextPageToken)
    }
  }
}
