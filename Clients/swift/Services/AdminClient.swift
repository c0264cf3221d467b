public import OrderToCashAPI

/// Sellers, callers, keys, certificates, imports, policies and approvals.
public struct AdminClient: Sendable {
  private typealias Stub = O2c_V1_AdminService.Client<Transport>

  let engine: CallEngine

  /// Reads a seller.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getSeller(_ name: SellerName, options: CallOptions = .init()) async throws -> Seller {
    var request = O2c_V1_GetSellerRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getSeller(request: $0.request, options: $0.options)
    }
  }

  /// Changes the fields of the seller that the mask names; the etag must come along.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func updateSeller(_ request: UpdateSellerRequest, options: CallOptions = .init())
    async throws -> Seller
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).updateSeller(request: $0.request, options: $0.options)
    }
  }

  /// Says who the caller is and what it may do.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func getCaller(options: CallOptions = .init()) async throws -> CallerInfo {
    try await engine.read(O2c_V1_GetCallerRequest(), options) {
      try await Stub(wrapping: $0.connection).getCaller(request: $0.request, options: $0.options)
    }
  }

  /// Creates a caller.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createPrincipal(_ request: CreatePrincipalRequest, options: CallOptions = .init())
    async throws -> Principal
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createPrincipal(
        request: $0.request, options: $0.options)
    }
  }

  /// Lists callers.
  ///
  /// - Parameters:
  ///   - filter: Such as `kind = PARTNER AND state = ACTIVE`; empty is all.
  ///   - orderBy: Such as `"display_name"`; empty is the list's own order.
  ///   - view: How much of each row; the default is basic.
  ///   - pageSize: Rows fetched at once; 0 leaves it to the server (50), 1,000 is the most.
  public func listPrincipals(
    filter: String = "", orderBy: String = "", view: ViewLevel = .unspecified, pageSize: Int = 0,
    options: CallOptions = .init()
  ) -> Pages<Principal> {
    var request = O2c_V1_ListPrincipalsRequest()
    request.filter = filter
    request.orderBy = orderBy
    request.view = view
    request.pageSize = Int32(clamping: pageSize)
    return Pages { [engine, request] token in
      var request = request
      request.pageToken = token
      let response = try await engine.read(request, options) {
        try await Stub(wrapping: $0.connection).listPrincipals(
          request: $0.request, options: $0.options)
      }
      return Page(items: response.principals, nextPageToken: response.nextPageToken)
    }
  }

  /// Keeps a caller out until it is restored.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func suspendPrincipal(_ request: SuspendPrincipalRequest, options: CallOptions = .init())
    async throws -> Principal
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).suspendPrincipal(
        request: $0.request, options: $0.options)
    }
  }

  /// Creates an API key. Its secret is in this answer and nowhere else; a repeat has none.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func createApiKey(_ request: CreateApiKeyRequest, options: CallOptions = .init())
    async throws -> ApiKey
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).createApiKey(request: $0.request, options: $0.options)
    }
  }

  /// Revokes an API key for good.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func revokeApiKey(_ request: RevokeApiKeyRequest, options: CallOptions = .init())
    async throws -> ApiKey
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).revokeApiKey(request: $0.request, options: $0.options)
    }
  }

  /// Issues a client certificate for a certificate signing request.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func issueCertificate(_ request: IssueCertificateRequest, options: CallOptions = .init())
    async throws -> Certificate
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).issueCertificate(
        request: $0.request, options: $0.options)
    }
  }

  /// Revokes a client certificate for good.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func revokeCertificate(_ request: RevokeCertificateRequest, options: CallOptions = .init())
    async throws -> Certificate
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).revokeCertificate(
        request: $0.request, options: $0.options)
    }
  }
}
