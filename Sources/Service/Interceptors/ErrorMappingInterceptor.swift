package import GRPCCore

/// Turns every error into one `google.rpc.Status` with its details, also those of a reply that is
/// still being produced. No Swift error passes; nothing surfaces as UNKNOWN.
package struct ErrorMappingInterceptor: ServerInterceptor {
  /// What the layers below say about their own errors (PostgreSQL's, say); nil for not theirs.
  let translate: @Sendable (any Error) -> ServiceError?
  let metrics: ServiceMetrics

  package init(
    metrics: ServiceMetrics,
    translate: @escaping @Sendable (any Error) -> ServiceError? = { _ in nil }
  ) {
    self.metrics = metrics
    self.translate = translate
  }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable @concurrent (StreamingServerRequest<Input>, ServerContext) async throws
      -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    guard let call = CallContext.current else { return try await next(request, context) }
    do {
      let response = try await next(request, context)
      switch response.accepted {
      case .failure(let error):
        return StreamingServerResponse(error: rpcError(for: error, in: call))
      case .success(var contents):
        let producer = contents.producer
        contents.producer = { writer in
          do {
            return try await producer(writer)
          } catch {
            throw rpcError(for: error, in: call)
          }
        }
        return StreamingServerResponse(accepted: .success(contents))
      }
    } catch {
      throw rpcError(for: error, in: call)
    }
  }

  private func rpcError(for error: any Error, in call: CallContext) -> RPCError {
    let status = ErrorStatus(for: error, in: call.method, translate: translate)
    call.record.note(reason: status.reason, outcome: status.outcome)
    // The caller learns the call id alone; what went wrong is for those who run the server.
    if status.code == .internalError { call.record.note(fault: "\(error.unwrapped)") }
    metrics.recordError(status)
    return status.rpcError(callID: call.callID)
  }
}
