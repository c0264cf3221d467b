public import OrderToCashAPI

/// Credit limits and holds.
public struct CreditClient: Sendable {
  private typealias Stub = O2c_V1_CreditService.Client<Transport>

  let engine: CallEngine

  /// Reads a credit account.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func get(_ name: CreditAccountName, options: CallOptions = .init()) async throws
    -> CreditAccount
  {
    var request = O2c_V1_GetCreditAccountRequest()
    request.name = name.rawValue
    return try await engine.read(request, options) {
      try await Stub(wrapping: $0.connection).getCreditAccount(
        request: $0.request, options: $0.options)
    }
  }

  /// Sets the limit; the etag that was read must come along.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func setLimit(_ request: SetCreditLimitRequest, options: CallOptions = .init())
    async throws -> CreditAccount
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).setCreditLimit(
        request: $0.request, options: $0.options)
    }
  }

  /// Releases an order that the credit rules hold.
  ///
  /// - Throws: ``OrderToCashError``, or `CancellationError` when the task was cancelled.
  public func releaseHold(_ request: ReleaseCreditHoldRequest, options: CallOptions = .init())
    async throws -> Order
  {
    try await engine.mutate(request, options) {
      try await Stub(wrapping: $0.connection).releaseCreditHold(
        request: $0.request, options: $0.options)
    }
  }
}
