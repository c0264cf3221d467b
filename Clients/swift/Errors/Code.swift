extension OrderToCashError {
  /// The kind of an error, as gRPC numbers it. New codes may come; compare, do not switch.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Known: Int {
      case cancelled = 1
      case unknown, invalidArgument, deadlineExceeded, notFound, alreadyExists, permissionDenied
      case resourceExhausted, failedPrecondition, aborted, outOfRange, unimplemented, `internal`
      case unavailable, dataLoss, unauthenticated
    }

    /// The number on the wire.
    public let rawValue: Int

    /// A code by its number on the wire.
    public init(rawValue: Int) { self.rawValue = rawValue }

    private init(_ known: Known) { rawValue = known.rawValue }

    /// The call was given up, by its caller or below it.
    public static let cancelled = Code(.cancelled)
    /// An error that says nothing of its kind.
    public static let unknown = Code(.unknown)
    /// The request is wrong whatever the state of the books: correct it.
    public static let invalidArgument = Code(.invalidArgument)
    /// The time was up; ``OrderToCashError/outcome`` says what happened.
    public static let deadlineExceeded = Code(.deadlineExceeded)
    /// There is no such resource, or it is not the caller's.
    public static let notFound = Code(.notFound)
    /// There is one already: use it.
    public static let alreadyExists = Code(.alreadyExists)
    /// The caller may not do that.
    public static let permissionDenied = Code(.permissionDenied)
    /// The server sheds load: come back later.
    public static let resourceExhausted = Code(.resourceExhausted)
    /// The books do not allow it now: change their state first.
    public static let failedPrecondition = Code(.failedPrecondition)
    /// Something changed meanwhile: read again.
    public static let aborted = Code(.aborted)
    /// A position lies outside of what is kept.
    public static let outOfRange = Code(.outOfRange)
    /// The server does not know the method.
    public static let unimplemented = Code(.unimplemented)
    /// A fault of the server: report the call id.
    public static let `internal` = Code(.internal)
    /// The server cannot be reached, or cannot serve now.
    public static let unavailable = Code(.unavailable)
    /// Data is lost or damaged.
    public static let dataLoss = Code(.dataLoss)
    /// The credential is missing or not accepted.
    public static let unauthenticated = Code(.unauthenticated)

    /// The name in capitals, such as `NOT_FOUND`.
    public var description: String {
      guard let known = Known(rawValue: rawValue) else { return "CODE_\(rawValue)" }
      return "\(known)".reduce(into: "") { text, character in
        if character.isUppercase { text.append("_") }
        text.append(contentsOf: character.uppercased())
      }
    }
  }
}
