import GRPCCore

/// One attempt of a unary call.
struct Attempt<Request: Sendable>: Sendable {
  let connection: Connection
  let request: ClientRequest<Request>
  let options: GRPCCore.CallOptions
}

extension CallEngine {
  /// Makes a call that changes nothing.
  func read<Request: Sendable, Response: Sendable>(
    _ request: Request, _ options: CallOptions,
    _ send: @escaping @Sendable (Attempt<Request>) async throws -> Response
  ) async throws -> Response {
    try await call(request, options, requestID: nil, send)
  }

  /// Makes a call that changes something, under one request id over all attempts.
  func mutate<Request: Mutation, Response: Sendable>(
    _ request: Request, _ options: CallOptions,
    _ send: @escaping @Sendable (Attempt<Request>) async throws -> Response
  ) async throws -> Response {
    let request = request.identified(by: options.requestID)
    return try await call(request, options, requestID: request.requestID, send)
  }

  /// Makes a unary call.
  func call<Request: Sendable, Response: Sendable>(
    _ request: Request, _ options: CallOptions, requestID: String?,
    _ send: @escaping @Sendable (Attempt<Request>) async throws -> Response
  ) async throws -> Response {
    try await within(options.timeout ?? timeout, requestID: requestID) { deadline in
      try await self.gate.enter()
      defer { self.gate.leave() }
      return try await self.attempts(options, requestID: requestID, until: deadline) { link in
        try await send(
          Attempt(
            connection: link.connection,
            request: ClientRequest(message: request, metadata: link.metadata),
            options: link.options))
      }
    }
  }
}
