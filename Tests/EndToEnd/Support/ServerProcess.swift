import Foundation

@testable import Postgres

/// A server of the debug build as a process of its own, to be killed and started again.
///
/// It lives on a thread of its own: the kernel ends a child with the thread that started it, and
/// waiting must not hold the tests up.
actor ServerProcess {
  enum Failure: Error, CustomStringConvertible {
    case noProgram(String)
    case ended(log: String)
    case notReady(log: String)

    var description: String {
      switch self {
      case .noProgram(let path): "\(path) is missing: build it with `swift build --product o2cd`"
      case .ended(let log): "the server ended: \(log)"
      case .notReady(let log): "the server did not become ready: \(log)"
      }
    }
  }

  /// The program beside the bundle of the tests.
  static let program: String = {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own ?? ""
    return URL(filePath: beside).deletingLastPathComponent().path + "/o2cd"
  }()

  nonisolated let certificatePort: Int
  nonisolated let apiKeyPort: Int
  nonisolated let metricsPort: Int
  nonisolated let log: String
  private let settings: String
  private let thread = ConnectionThread(name: "server process")
  private var child: ChildProcess?

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// - Parameter settings: lines for the file of `o2cd serve`; ports are added.
  init(in folder: String, name: String, settings: [String: String]) throws {
    certificatePort = try Ports.free()
    apiKeyPort = try Ports.free()
    metricsPort = try Ports.free()
    log = "\(folder)/\(name).log"
    self.settings = "\(folder)/\(name).conf"
    var all = settings
    all["certificate_listener"] = "127.0.0.1:\(certificatePort)"
    all["api_key_listener"] = "127.0.0.1:\(apiKeyPort)"
    all["metrics_port"] = "\(metricsPort)"
    let text = all.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)\n" }.joined()
    try Files.write(text, to: self.settings)
  }

  deinit {
    if let child { kill(child.process, SIGKILL) }
    thread.stop()
  }

  /// Starts it and returns once it serves. The time that took.
  @discardableResult
  func start(faultPoint: String? = nil, limit: Duration = .seconds(30)) async throws -> Duration {
    guard Files.exists(Self.program) else { throw Failure.noProgram(Self.program) }
    let began = ContinuousClock.now
    let arguments =
      (faultPoint.map { ["O2C_FAULT_POINT=\($0)"] } ?? [])
      + ["LIBDISPATCH_COOPERATIVE_POOL_STRICT=1", Self.program, "serve", "--config", settings]
    child = try ChildProcess.start(
      "/usr/bin/env", arguments, as: nil, output: log, diesWithParent: true)
    while !isReady() {
      if child?.status(wait: false) != nil {
        child = nil
        throw Failure.ended(log: Files.tail(log))
      }
      guard began.duration(to: .now) < limit else { throw Failure.notReady(log: Files.tail(log)) }
      usleep(10_000)
    }
    return began.duration(to: .now)
  }

  /// As a crash would.
  func kill9() { end(with: SIGKILL) }

  /// Asks it to stop and waits until it is gone. The time that took, and how it ended.
  func stop(limit: Duration = .seconds(40)) -> (took: Duration, status: Int32?) {
    guard let child else { return (.zero, nil) }
    let began = ContinuousClock.now
    kill(child.process, SIGTERM)
    while began.duration(to: .now) < limit {
      if let status = child.status(wait: false) {
        self.child = nil
        return (began.duration(to: .now), status)
      }
      usleep(10_000)
    }
    return (began.duration(to: .now), nil)
  }

  var isRunning: Bool { child?.status(wait: false) == nil && child != nil }

  var process: Int32? { child?.process }

  /// Waits until it has ended by itself. False when it has not within the limit.
  func hasEnded(within limit: Duration) -> Bool {
    guard let child else { return true }
    let began = ContinuousClock.now
    while began.duration(to: .now) < limit {
      if child.status(wait: false) != nil {
        self.child = nil
        return true
      }
      usleep(5_000)
    }
    return false
  }

  /// The lines of its log that say this.
  nonisolated func logged(_ text: String) -> [String] {
    (Files.read(log) ?? "").split(separator: "\n").filter { $0.contains(text) }.map(String.init)
  }

  private func end(with signal: Int32) {
    guard let child else { return }
    kill(child.process, signal)
    _ = child.status(wait: true)
    self.child = nil
  }

  /// The metrics endpoint says when health is SERVING.
  private func isReady() -> Bool {
    guard Ports.isOpen(certificatePort), Ports.isOpen(apiKeyPort) else { return false }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard Loopback.connect(descriptor, port: metricsPort) else { return false }
    let request = Array(
      "GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".utf8)
    guard write(descriptor, request, request.count) == request.count else { return false }
    var answer = [UInt8](repeating: 0, count: 512)
    let count = read(descriptor, &answer, answer.count)
    guard count > 0 else { return false }
    return String(decoding: answer[..<count], as: UTF8.self).hasPrefix("HTTP/1.1 200")
  }
}
