import Foundation
import Synchronization

/// Ctrl-C. Outside of jobs it ends the process at once; a job stops after the unit in hand, and a
/// second Ctrl-C ends it at once too.
enum Interrupt {
  private static let idle = 0
  private static let working = 1
  private static let asked = 2
  private static let state = Atomic<Int>(idle)

  /// Takes the signal over from the system.
  static func install() {
    state.store(idle, ordering: .relaxed)
    signal(SIGINT) { _ in
      let answer = Interrupt.state.compareExchange(
        expected: Interrupt.working, desired: Interrupt.asked, ordering: .relaxed)
      if !answer.exchanged { _exit(EndStatus.interrupted.rawValue) }
    }
  }

  /// Somebody asked to stop.
  static var isRequested: Bool { state.load(ordering: .relaxed) == asked }

  /// Runs a job that looks at ``isRequested`` between its units.
  static func job<Value>(_ body: () async throws -> Value) async throws -> Value {
    state.store(working, ordering: .relaxed)
    defer { state.store(idle, ordering: .relaxed) }
    return try await body()
  }

  /// Runs a job that is one call; it is cancelled when somebody asks to stop.
  static func cancellableJob<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await job {
      try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
          while !isRequested { try await Task.sleep(for: .milliseconds(50)) }
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else {
          throw CancellationError()
        }
        return value
      }
    }
  }

  /// The command that goes on where this one stopped.
  static func resumeCommand(
    _ arguments: [String] = CommandLine.arguments, requestID: String
  ) -> String {
    var words = arguments
    words[0] = "o2c"
    let isGiven = words.contains { $0 == "--request-id" || $0.hasPrefix("--request-id=") }
    if !isGiven { words += ["--request-id", requestID] }
    return words.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "-_=./:@,%+".utf8.contains(byte)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
