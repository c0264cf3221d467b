import Foundation

@testable import Postgres

/// A process that runs beside a test.
actor ChildHandle {
  struct Failed: Error, CustomStringConvertible {
    let output: String
    var description: String { "the process ended: \(output)" }
  }

  private let thread = ConnectionThread(name: "child")
  private var child: ChildProcess?
  private let output: String

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private init() throws { output = try Folders.make() + "/output" }

  deinit {
    if let child { kill(child.process, SIGKILL) }
    thread.stop()
  }

  static func start(_ program: String, _ arguments: [String]) async throws -> ChildHandle {
    let handle = try ChildHandle()
    try await handle.start(program, arguments)
    return handle
  }

  private func start(_ program: String, _ arguments: [String]) throws {
    child = try ChildProcess.start(
      program, arguments, as: nil, output: output, diesWithParent: true)
  }

  /// Waits until it has written this.
  func waitForOutput(_ text: String, limit: Duration = .seconds(20)) throws {
    let began = ContinuousClock.now
    while Files.read(output)?.contains(text) != true {
      guard let child, child.status(wait: false) == nil, began.duration(to: .now) < limit else {
        throw Failed(output: Files.read(output) ?? "")
      }
      usleep(10_000)
    }
  }

  /// Waits for a line that begins so. The rest of it.
  func waitForLine(after prefix: String) throws -> String {
    try waitForOutput(prefix)
    let lines = (Files.read(output) ?? "").split(separator: "\n")
    return lines.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) } ?? ""
  }

  /// As Ctrl-C would. The exit code that it ended with.
  func interrupt() -> Int32? {
    guard let child else { return nil }
    kill(child.process, SIGINT)
    let status = child.status(wait: true)
    self.child = nil
    return status.map(Self.exitCode)
  }

  /// What a shell would say of a status: the exit code, or 128 and the signal.
  static func exitCode(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  func end() {
    guard let child else { return }
    kill(child.process, SIGKILL)
    _ = child.status(wait: true)
    self.child = nil
  }
}
