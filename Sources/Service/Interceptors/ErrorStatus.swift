package import Domain
package import GRPCCore
import GRPCProtobuf
import OrderToCashAPI
import SwiftProtobuf

/// An error as callers see it: one code, one reason, and what became of the effect.
package struct ErrorStatus: Error, Equatable, Sendable {
  package static let domain = "o2c.dev"

  package var code: RPCError.Code
  package var reason: String
  package var message: String
  package var metadata: [String: String]
  package var violations: [Rejection.Violation]
  package var outcome: Outcome
  package var retryAfter: Duration?

  package init(_ error: ServiceError) {
    code = error.code
    reason = error.reason
    message = error.message
    metadata = error.metadata
    violations = []
    outcome = error.outcome
    retryAfter = error.retryAfter
  }

  /// A rejection by the core changed nothing.
  package init(_ rejection: Rejection) {
    code = RPCError.Code(rejection.reason.code)
    reason = rejection.reason.rawValue
    message = rejection.message
    metadata = rejection.metadata
    violations = rejection.violations
    outcome = .notApplied
    retryAfter = nil
  }

  /// The status for any error, whoever threw it.
  package init(
    for error: any Error, in method: MethodPolicy,
    translate: (any Error) -> ServiceError? = { _ in nil }
  ) {
    switch error.unwrapped {
    case let status as ErrorStatus: self = status
    case let error as ServiceError: self.init(error)
    case let rejection as Rejection: self.init(rejection)
    case is CancellationError:
      self.init(ServiceError.callerCancelled(method.outcomeOfUnknownError))
    case let error:
      if let known = translate(error) {
        self.init(known)
      } else if let error = error as? RPCError {
        self.init(library: error, in: method)
      } else {
        self.init(ServiceError.internalError(method.outcomeOfUnknownError))
      }
    }
  }

  /// What grpc-swift itself throws above us: bytes that are no message, or a broken call. Its texts
  /// name Swift types, so they stay inside.
  private init(library error: RPCError, in method: MethodPolicy) {
    switch error.code {
    case .invalidArgument:
      self.init(
        ServiceError(
          .invalidArgument, "INVALID_FIELDS",
          "The request could not be read as a message of this method.",
          metadata: ["violationCount": "0"]))
    case .cancelled: self.init(ServiceError.callerCancelled(method.outcomeOfUnknownError))
    case .deadlineExceeded: self.init(ServiceError.deadlineExceeded(method.outcomeOfUnknownError))
    case .resourceExhausted:
      self.init(ServiceError.overloaded(limit: 0, retryAfter: .milliseconds(100)))
    default: self.init(ServiceError.internalError(method.outcomeOfUnknownError))
    }
  }
}

extension Error {
  /// What was thrown, where the library has wrapped it as UNKNOWN on its way through the
  /// interceptors.
  var unwrapped: any Error {
    guard let error = self as? RPCError, error.code == .unknown, let cause = error.cause else {
      return self
    }
    return cause
  }
}

extension RPCError.Code {
  /// The wire code of one of the core's.
  init(_ code: Reason.Code) {
    switch code {
    case .invalidArgument: self = .invalidArgument
    case .notFound: self = .notFound
    case .alreadyExists: self = .alreadyExists
    case .permissionDenied: self = .permissionDenied
    case .failedPrecondition: self = .failedPrecondition
    case .aborted: self = .aborted
    case .internal: self = .internalError
    }
  }
}
