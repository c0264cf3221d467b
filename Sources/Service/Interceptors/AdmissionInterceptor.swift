package import GRPCCore

/// Lets in only as many calls as can be served; a refusal costs no more than a lock.
package struct AdmissionInterceptor: ServerInterceptor {
  let control: AdmissionControl

  package init(control: AdmissionControl) { self.control = control }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable @concurrent (StreamingServerRequest<Input>, ServerContext) async throws
      -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    // Health must answer while everything is busy.
    guard let call = CallContext.current, let caller = call.caller else {
      return try await next(request, context)
    }
    let place = try control.enter(
      caller.principal, as: call.method.shape.isUnary ? .call : .stream)
    var response = try await next(request, context)
    guard case .success(var contents) = response.accepted else { return response }
    let producer = contents.producer
    contents.producer = { writer in
      defer { place.leave() }
      return try await producer(writer)
    }
    response.accepted = .success(contents)
    return response
  }
}
