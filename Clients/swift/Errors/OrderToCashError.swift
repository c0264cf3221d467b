/// Everything that a call can fail with, save the cancellation of its task, which is a
/// `CancellationError`.
public struct OrderToCashError: Error, Sendable {
  /// Whether the change was made.
  public enum Outcome: String, Sendable, Hashable {
    /// Nothing was changed.
    case notApplied = "not_applied"
    /// It was made; only the answer failed.
    case applied
    /// It is not known. The same request with the same request id tells, and acts at most once.
    case unknown
  }

  /// One thing that is wrong with a request, or one condition that the books do not meet.
  public struct FieldViolation: Sendable, Hashable, CustomStringConvertible {
    /// Path of the field, such as `order.lines[2].quantity`, or the subject of the condition.
    public let path: String
    /// Why.
    public let reason: Reason
    /// The same for people.
    public let message: String

    /// A violation.
    public init(path: String, reason: Reason, message: String) {
      self.path = path
      self.reason = reason
      self.message = message
    }

    /// `path: REASON: message`
    public var description: String { "\(path): \(reason): \(message)" }
  }

  /// The kind of error.
  public let code: Code
  /// Why, in one word.
  public let reason: Reason
  /// What is wrong and what to do, for people.
  public let message: String
  /// What the message says, for programs; keys in lowerCamelCase.
  public let metadata: [String: String]
  /// All that is wrong, where several things are.
  public let violations: [FieldViolation]
  /// Whether the change was made.
  public internal(set) var outcome: Outcome
  /// Whether the same request with the same request id may succeed later.
  public let isRetryable: Bool
  /// When to come back, where the server says.
  public let retryAfter: Duration?
  /// The server's id of the call, for its logs and for support.
  public let callID: String?
  /// The request id of the mutation, under which it can be repeated or looked up.
  public let requestID: String?
  /// Name of the resource that is missing or exists already.
  public let resource: String?

  /// An error as the SDK or a test wants it.
  public init(
    code: Code, reason: Reason, message: String, metadata: [String: String] = [:],
    violations: [FieldViolation] = [], outcome: Outcome = .unknown, isRetryable: Bool = false,
    retryAfter: Duration? = nil, callID: String? = nil, requestID: String? = nil,
    resource: String? = nil
  ) {
    self.code = code
    self.reason = reason
    self.message = message
    self.metadata = metadata
    self.violations = violations
    self.outcome = outcome
    self.isRetryable = isRetryable
    self.retryAfter = retryAfter
    self.callID = callID
    self.requestID = requestID
    self.resource = resource
  }
}

extension OrderToCashError: CustomStringConvertible {
  /// Code, reason, message, violations and ids in one text.
  public var description: String {
    var text = "\(code)"
    if !reason.rawValue.isEmpty { text += "/\(reason)" }
    text += ": \(message)"
    for violation in violations { text += "; \(violation)" }
    text += " (outcome \(outcome.rawValue)"
    if let callID { text += ", call \(callID)" }
    if let requestID { text += ", request \(requestID)" }
    return text + ")"
  }
}

extension OrderToCashError {
  static func misconfigured(_ message: String) -> OrderToCashError {
    OrderToCashError(
      code: .invalidArgument, reason: .configurationInvalid, message: message,
      outcome: .notApplied)
  }

  static func unreadable(_ message: String, requestID: String? = nil) -> OrderToCashError {
    OrderToCashError(
      code: .internal, reason: .responseUnreadable, message: message, requestID: requestID)
  }

  static func incomplete(_ what: String) -> OrderToCashError {
    OrderToCashError(
      code: .unavailable, reason: .streamIncomplete,
      message: "\(what) ended without its result.", isRetryable: true)
  }
}
