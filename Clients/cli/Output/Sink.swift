import Foundation
import Synchronization

/// Where text goes: a file descriptor, or memory in tests.
///
/// Text is written whole, so that lines of calls in flight do not mix.
final class Sink: Sendable {
  private let descriptor: Int32?
  private let memory = Mutex("")

  private init(descriptor: Int32?) {
    self.descriptor = descriptor
  }

  /// Data for people and programs.
  static let standardOutput = Sink(descriptor: 1)
  /// All else: errors, questions, progress.
  static let standardError = Sink(descriptor: 2)

  /// Keeps what is written; see ``text``.
  static func inMemory() -> Sink { Sink(descriptor: nil) }

  /// What was written, for a sink in memory.
  var text: String { memory.withLock { $0 } }

  func write(_ text: String) {
    guard let descriptor else { return memory.withLock { $0 += text } }
    memory.withLock { _ in
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  func line(_ text: String = "") { write(text + "\n") }
}
