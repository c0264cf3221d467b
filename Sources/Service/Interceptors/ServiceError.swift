package import GRPCCore

/// What became of the effect that the caller asked for.
package enum Outcome: String, Sendable {
  /// Surely nothing changed.
  case notApplied = "not_applied"
  /// Committed; only the answer failed.
  case applied
  /// Nobody can say yet: asking again under the same request id tells.
  case unknown
}

/// A failure of the service around the core: credentials, load, time, the database.
///
/// The core's own refusals are `Rejection`s. Both become one `ErrorStatus` on the wire.
package struct ServiceError: Error, Equatable, Sendable {
  package var code: RPCError.Code
  /// The stable name in `ErrorInfo.reason`.
  package var reason: String
  /// What is wrong and what to do; no SQL, no path, no stack.
  package var message: String
  package var metadata: [String: String]
  package var outcome: Outcome
  /// How long to wait before the same request may be sent again; nil means that it must not be.
  package var retryAfter: Duration?

  package init(
    _ code: RPCError.Code, _ reason: String, _ message: String,
    metadata: [String: String] = [:], outcome: Outcome = .notApplied, retryAfter: Duration? = nil
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.metadata = metadata
    self.outcome = outcome
    self.retryAfter = retryAfter
  }

  package var isRetryable: Bool { retryAfter != nil }
}

// MARK: Who asks

extension ServiceError {
  /// Neither a client certificate nor an API key came with the call.
  package static func credentialsMissing(_ message: String) -> ServiceError {
    ServiceError(.unauthenticated, "CREDENTIALS_MISSING", message)
  }

  /// A key or certificate that we do not know; `keyID` is the public half of an API key.
  package static func credentialsInvalid(keyID: String? = nil) -> ServiceError {
    ServiceError(
      .unauthenticated, "CREDENTIALS_INVALID",
      "These credentials are not known here. Check for typing errors, or use another credential.",
      metadata: keyID.map { ["keyId": $0] } ?? [:])
  }

  package static func credentialsExpired(keyID: String? = nil) -> ServiceError {
    ServiceError(
      .unauthenticated, "CREDENTIALS_EXPIRED",
      "These credentials have expired. Have new ones issued.",
      metadata: keyID.map { ["keyId": $0] } ?? [:])
  }

  package static func credentialsRevoked(keyID: String? = nil) -> ServiceError {
    ServiceError(
      .unauthenticated, "CREDENTIALS_REVOKED",
      "These credentials were revoked. Have new ones issued.",
      metadata: keyID.map { ["keyId": $0] } ?? [:])
  }

  package static func permissionMissing(_ permission: String) -> ServiceError {
    ServiceError(
      .permissionDenied, "PERMISSION_MISSING",
      "This needs the permission \(permission). Ask for a role that has it.",
      metadata: ["permission": permission])
  }

  /// Also for a seller that does not exist: the two look the same.
  package static let sellerNotAllowed = ServiceError(
    .permissionDenied, "SELLER_NOT_ALLOWED",
    "The seller named in o2c-seller is not one of yours. Name another seller.")

  package static let sellerRequired = ServiceError(
    .invalidArgument, "SELLER_REQUIRED",
    "You act for several sellers: name one as `o2c-seller: sellers/…` in the metadata.")
}

// MARK: Time and load

extension ServiceError {
  package static let deadlineInvalid = ServiceError(
    .invalidArgument, "DEADLINE_INVALID",
    "grpc-timeout must be 1 to 8 digits and one of H, M, S, m, u, n.")

  package static func deadlineExceeded(_ outcome: Outcome) -> ServiceError {
    ServiceError(
      .deadlineExceeded, "DEADLINE_EXCEEDED",
      outcome == .notApplied
        ? "The time of the call was over before it was decided. Give it more time."
        : "The time of the call was over before its outcome was known. Send it again as it is.",
      outcome: outcome, retryAfter: .milliseconds(100))
  }

  package static func callerCancelled(_ outcome: Outcome) -> ServiceError {
    ServiceError(.cancelled, "CALLER_CANCELLED", "The caller left the call.", outcome: outcome)
  }

  /// One caller has too many calls in flight.
  package static func rateLimited(limit: Int, retryAfter: Duration) -> ServiceError {
    ServiceError(
      .resourceExhausted, "RATE_LIMITED",
      "You have too many calls in flight; at most \(limit) are served at a time.",
      metadata: ["limit": String(limit)], retryAfter: retryAfter)
  }

  /// The whole server has more than it can do.
  package static func overloaded(limit: Int, retryAfter: Duration) -> ServiceError {
    ServiceError(
      .resourceExhausted, "OVERLOADED", "The server has more calls than it can serve now.",
      metadata: ["limit": String(limit)], retryAfter: retryAfter)
  }

  package static let draining = ServiceError(
    .unavailable, "DRAINING", "This server is shutting down. Send the call again.",
    retryAfter: .milliseconds(50))

  package static let databaseUnavailable = ServiceError(
    .unavailable, "DATABASE_UNAVAILABLE", "The database does not answer now. Send the call again.",
    retryAfter: .milliseconds(500))

  package static let dependencyUnavailable = ServiceError(
    .unavailable, "DEPENDENCY_UNAVAILABLE",
    "Something that this call needs does not answer now. Send the call again.",
    retryAfter: .milliseconds(500))

  /// A COMMIT whose answer was lost, or a deadline that passed while one was under way.
  package static let outcomeUnknown = ServiceError(
    .unavailable, "OUTCOME_UNKNOWN",
    "It is not known yet whether this happened. Send it again under the same request_id.",
    outcome: .unknown, retryAfter: .milliseconds(500))

  package static let transactionConflict = ServiceError(
    .aborted, "TRANSACTION_CONFLICT", "Others changed the same things at once. Send it again.",
    retryAfter: .milliseconds(100))

  package static let requestInProgress = ServiceError(
    .aborted, "REQUEST_IN_PROGRESS", "The first call with this request_id is still running.",
    retryAfter: .seconds(1))

  /// A fault of ours. The text never says more: the call id leads to the log.
  package static func internalError(_ outcome: Outcome) -> ServiceError {
    ServiceError(
      .internalError, "INTERNAL_ERROR",
      "Something went wrong on our side. Report the call id.", outcome: outcome)
  }
}
