public import OrderToCashAPI

extension AdminClient {
  /// Lists approvals; those that are open wait for a decision.
  ///
  /// - Parameters:
  ///   - filter: Such as `state = OPEN`; empty is all.
  ///   - orderBy: Such as `"create_time"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listApprovals(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Approval> {
    var request = O2c_V1_ListApprovalsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await O2c_V1_AdminService.Client(wrapping: $0.connection).listApprovals(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.approvals, nextPageToken: response.nextPageToken)
    }
  }

  /// Grants an approval: what was asked for is carried out in the same step.
  ///
  /// ``Reason/fourEyesRequired`` for the one who asked, ``Reason/authorityExceeded`` where the
  /// caller may not go that far either, and what the command itself refuses.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func grantApproval(_ request: GrantApprovalRequest, options: CallOptions = .init())
    async throws -> Approval
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_AdminService.Client(wrapping: $0.connection).grantApproval(
        request: $0.request, options: $0.options)
    }
  }

  /// Grants an approval: what was asked for is carried out in the same step.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func grantApproval(_ name: ApprovalName, options: CallOptions = .init())
    async throws -> Approval
  {
    var request = GrantApprovalRequest()
    request.name = name.rawValue
    return try await grantApproval(request, options: options)
  }

  /// Denies an approval: what was asked for is never carried out.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func denyApproval(_ request: DenyApprovalRequest, options: CallOptions = .init())
    async throws -> Approval
  {
    try await engine.mutate(request, options) {
      try await O2c_V1_AdminService.Client(wrapping: $0.connection).denyApproval(
        request: $0.request, options: $0.options)
    }
  }

  /// Denies an approval: what was asked for is never carried out.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func denyApproval(_ name: ApprovalName, options: CallOptions = .init())
    async throws -> Approval
  {
    var request = DenyApprovalRequest()
    request.name = name.rawValue
    return try await denyApproval(request, options: options)
  }
}
