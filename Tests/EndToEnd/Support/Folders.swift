import Foundation
import Synchronization

@testable import Postgres

/// Folders of this run, gone with the process.
enum Folders {
  private static let made = Mutex<[String]>([])

  static func make() throws -> String {
    let folder = try Files.makeTemporaryDirectory(prefix: "o2c-e2e-")
    made.withLock { folders in
      if folders.isEmpty { atexit { Folders.removeAll() } }
      folders.append(folder)
    }
    return folder
  }

  private static func removeAll() {
    for folder in made.withLock({ $0 }) { Files.removeTree(folder) }
  }
}

/// Programs that a test waits for.
actor Program {
  struct Failed: Error, CustomStringConvertible {
    let command: String
    let output: String
    var description: String { "\(command) failed: \(output)" }
  }

  private let thread = ConnectionThread(name: "program")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  deinit { thread.stop() }

  /// Runs a program to its end. What it wrote.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) async throws -> String {
    let (status, output) = try await attempt(program, arguments)
    guard status == 0 else {
      throw Failed(command: ([program] + arguments).joined(separator: " "), output: output)
    }
    return output
  }

  /// Runs a program to its end, however it ends.
  static func attempt(
    _ program: String, _ arguments: [String]
  ) async throws -> (status: Int32, output: String) {
    try await Program().run(program, arguments)
  }

  private func run(
    _ program: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let output = try Folders.make() + "/output"
    let child = try ChildProcess.start(
      program, arguments, as: nil, output: output, diesWithParent: true)
    let status = child.status(wait: true) ?? -1
    return (status, Files.read(output) ?? "")
  }
}
