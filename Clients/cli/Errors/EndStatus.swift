/// What the process ends with. Scripts rely on the numbers; they do not change.
enum EndStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// An API error that no other number names.
  case failed = 1
  /// A question was answered with no, or could not be asked.
  case declined = 2
  case notFound = 3
  /// Credentials or permission.
  case refused = 4
  /// A precondition, a conflict, an etag.
  case conflict = 5
  case invalid = 6
  /// Unavailable, overloaded, out of time.
  case unavailable = 7
  case waitTimedOut = 8
  /// Some of a batch, an import or several names failed.
  case partlyFailed = 9
  /// The command line, the configuration or a file is not as it must be.
  case usage = 64
  /// A fault of the program itself.
  case bug = 70
  case interrupted = 130

  /// What an error with this gRPC code means for a script.
  init(grpcCode: String) {
    self =
      switch grpcCode {
      case "OK": .done
      case "NOT_FOUND": .notFound
      case "UNAUTHENTICATED", "PERMISSION_DENIED": .refused
      case "FAILED_PRECONDITION", "ABORTED", "ALREADY_EXISTS": .conflict
      case "INVALID_ARGUMENT", "OUT_OF_RANGE": .invalid
      case "UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED": .unavailable
      default: .failed
      }
  }

  /// For the help page.
  var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "another API error"
    case .declined: "declined, or there was nobody to confirm"
    case .notFound: "not found"
    case .refused: "credentials or permission"
    case .conflict: "precondition, conflict or etag"
    case .invalid: "invalid argument"
    case .unavailable: "unavailable, overloaded or out of time"
    case .waitTimedOut: "a wait timed out"
    case .partlyFailed: "partly failed: a batch, an import, several names"
    case .usage: "usage: the command line, the configuration or a file"
    case .bug: "a fault of o2c itself"
    case .interrupted: "interrupted"
    }
  }
}
