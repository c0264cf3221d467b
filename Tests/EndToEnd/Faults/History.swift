import Foundation

@testable import Postgres

/// What the clients asked for and were told, in a file that is synced before it counts.
///
/// `invoke` is on disk before the request leaves, the answer before the client goes on: whoever is
/// killed, the file knows what was promised. Lines that arrive while one sync runs share the next.
actor History {
  /// What a client knows of an operation afterwards.
  enum Answer: Sendable, Equatable {
    case ok(reply: String)
    /// Surely not applied.
    case fail(reason: String)
    /// Applied or not: the file does not say.
    case info(reason: String)
  }

  struct Operation: Sendable {
    /// In the order of invocation.
    let number: Int
    let method: String
    let requestID: String
    /// What ended up in the row, so that a second one with another id is seen as well.
    let reference: String
    var answer: Answer?
  }

  nonisolated let path: String
  private let thread = ConnectionThread(name: "history")
  private let descriptor: Int32
  private(set) var operations: [Operation] = []
  /// How many of them have an answer of any kind.
  var answered: Int { operations.count { $0.answer != nil } }
  private var written = 0
  private var synced = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ name: String) throws {
    let folder = try Chaos.historyFolder ?? Folders.make()
    path = "\(folder)/\(name)-\(Chaos.seed).history"
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ClusterError.system("open \(path)", code: errno) }
  }

  deinit {
    close(descriptor)
    thread.stop()
  }

  /// Notes that a request is about to leave. The number of the operation.
  func invoke(method: String, requestID: String, reference: String) async -> Int {
    let number = operations.count
    operations.append(
      Operation(number: number, method: method, requestID: requestID, reference: reference))
    await append("\(number)\tinvoke\t\(method)\t\(requestID)\t\(reference)")
    return number
  }

  /// Notes what the client was told.
  func complete(_ number: Int, _ answer: Answer) async {
    operations[number].answer = answer
    switch answer {
    case .ok(let reply): await append("\(number)\tok\t\(reply)")
    case .fail(let reason): await append("\(number)\tfail\t\(reason)")
    case .info(let reason): await append("\(number)\tinfo\t\(reason)")
    }
  }

  private func append(_ line: String) async {
    let bytes = Array((line + "\n").utf8)
    precondition(write(descriptor, bytes, bytes.count) == bytes.count, "the disk takes no more")
    written += 1
    let mine = written
    await Task.yield()
    guard synced < mine else { return }
    let last = written
    precondition(fdatasync(descriptor) == 0, "the history was not synced")
    synced = last
  }
}
