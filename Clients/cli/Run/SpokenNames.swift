import Synchronization

/// By which words somebody named resources, so that errors speak of them in the same words.
final class SpokenNames: Sendable {
  private let words = Mutex<[String: String]>([:])

  /// Keeps what an argument turned out to mean.
  func keep(_ argument: ResourceArgument, for name: String) {
    guard argument.text != name else { return }
    words.withLock { $0[name] = argument.text }
  }

  /// The error with these words in place of names; what programs read of it, its metadata, stays.
  func applied(to report: ErrorReport) -> ErrorReport {
    words.withLock { words in
      words.reduce(report) { $0.called($1.value, for: $1.key) }
    }
  }
}
