import Domain
package import GRPCCore
import GRPCNIOTransportHTTP2Posix

/// Finds out who calls, whether it may, and for which seller: before anything is loaded.
///
/// On the certificate listener the caller is the URI in the client certificate; on the API-key
/// listener it is the key in `authorization`. A stream asks again every few seconds, so that a
/// revocation ends it too.
package struct AccessInterceptor: ServerInterceptor {
  /// Which credential a listener takes. The transport cannot make a client certificate optional,
  /// hence two listeners.
  package enum Listener: String, Sendable {
    case certificate, apiKey
  }

  let listener: Listener
  let authenticator: Authenticator
  /// How often a stream asks again.
  let recheckInterval: Duration

  package init(
    listener: Listener, authenticator: Authenticator,
    recheckInterval: Duration = Authenticator.revocationDelay
  ) {
    self.listener = listener
    self.authenticator = authenticator
    self.recheckInterval = recheckInterval
  }

  package func intercept<Input: Sendable, Output: Sendable>(
    request: StreamingServerRequest<Input>, context: ServerContext,
    next:
      @Sendable @concurrent (StreamingServerRequest<Input>, ServerContext) async throws
      -> StreamingServerResponse<Output>
  ) async throws -> StreamingServerResponse<Output> {
    guard var call = CallContext.current else { throw ServiceError.internalError(.notApplied) }
    guard case .permission(let permission) = call.method.access else {
      return try await next(request, context)
    }
    let credential = self.credential(of: request.metadata, context)
    let caller = try await permitted(credential, permission)
    call.caller = caller
    call.seller = try Self.seller(
      named: request.metadata.text("o2c-seller"), of: caller, for: call.method)
    call.record.note(caller: caller, seller: call.seller)
    let bound = call
    var response = try await CallContext.$current.withValue(bound) {
      try await next(request, context)
    }
    guard case .success(var contents) = response.accepted else { return response }
    let producer = contents.producer
    contents.producer = { writer in
      try await CallContext.$current.withValue(bound) {
        guard !bound.method.shape.isUnary else { return try await producer(writer) }
        return try await self.whilePermitted(credential, permission) {
          try await producer(writer)
        }
      }
    }
    response.accepted = .success(contents)
    return response
  }

  private enum Credential: Sendable {
    case header(String?)
    case peer(HTTP2ServerTransport.Posix.Context?)
  }

  private func credential(of metadata: Metadata, _ context: ServerContext) -> Credential {
    switch listener {
    case .apiKey: .header(metadata.text("authorization"))
    case .certificate:
      .peer(context.transportSpecific as? HTTP2ServerTransport.Posix.Context)
    }
  }

  private func permitted(
    _ credential: Credential, _ permission: String
  ) async throws -> AuthenticatedCaller {
    let caller =
      switch credential {
      case .header(let text): try await authenticator.caller(authorization: text)
      case .peer(let peer): try await authenticator.caller(certificate: peer?.peerCertificate)
      }
    // Each listener has its kinds: a partner's key is no way in for an admin, nor the reverse.
    guard (caller.kind == .partner) == (listener == .apiKey) else {
      throw ServiceError.credentialsInvalid()
    }
    guard caller.may(permission) else { throw ServiceError.permissionMissing(permission) }
    return caller
  }

  /// The seller comes from the credential; a caller of several names one in the metadata.
  static func seller(
    named header: String?, of caller: AuthenticatedCaller, for method: MethodPolicy
  ) throws(ServiceError) -> ID<Seller>? {
    if let header {
      guard header.hasPrefix("sellers/"), let id = ID<Seller>(header.dropFirst(8)),
        caller.sellers.contains(id)
      else { throw .sellerNotAllowed }
      return id
    }
    if caller.sellers.count == 1 { return caller.sellers[0] }
    // AdminService names the seller in the request, where it needs one at all.
    guard method.name.hasPrefix("o2c.v1.AdminService/") else { throw .sellerRequired }
    return nil
  }

  /// Runs a stream and ends it once its credential or permission is gone. That the directory does
  /// not answer ends no stream.
  private func whilePermitted(
    _ credential: Credential, _ permission: String,
    _ stream: @escaping @Sendable () async throws -> Metadata
  ) async throws -> Metadata {
    try await withThrowingTaskGroup(of: Metadata.self) { group in
      group.addTask { try await stream() }
      group.addTask {
        while true {
          try await Task.sleep(for: recheckInterval)
          do {
            _ = try await permitted(credential, permission)
          } catch let error as ServiceError
            where error.code == .unauthenticated || error.code == .permissionDenied
          {
            throw error
          } catch is ServiceError {
            continue
          }
        }
      }
      defer { group.cancelAll() }
      guard let trailers = try await group.next() else { throw CancellationError() }
      return trailers
    }
  }
}
