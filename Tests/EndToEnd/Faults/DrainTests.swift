import OrderToCash
import Testing

extension EndToEnd {
  @Suite("The server is told to stop") struct Drain {}
}

extension EndToEnd.Drain {
  @Test(
    "SIGTERM under load: peers that never read do not hold it, and nobody is turned away while a second server takes calls"
  )
  func underLoad() async throws {
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let (first, second) = (try await database.server("a"), try await database.server("b"))
    try await first.start()
    try await second.start()
    let balancer = try await Balancer.start(
      before: [first.certificatePort, second.certificatePort])
    let history = try History("drain")
    let peers = try await SilentPeers.start(3, at: first, of: database.installation)
    var stopped: (took: Duration, status: Int32?) = (.zero, nil)
    var answeredBefore = 0
    try await Load.run(
      clients: 32,
      on: [
        Installation.configuration(
          folder: database.installation.folder, port: balancer.port)
      ], company: database.company, history: history
    ) {
      // All connections of the client are up and busy, on the server that will go.
      while await history.answered < 200 { try await Task.sleep(for: .milliseconds(20)) }
      answeredBefore = await history.answered
      stopped = await first.stop()
      // The clients go on at the other one.
      let settled = await history.answered + 200
      while await history.answered < settled { try await Task.sleep(for: .milliseconds(20)) }
    }
    await peers.end()
    await balancer.end()
    await second.kill9()
    let report = try await checker.check(history)
    Chaos.report("SIGTERM under load", [("took", stopped.took)] + report.figures)
    #expect(stopped.took < .seconds(30))
    #expect(stopped.status != nil, "it has ended")
    #expect(report.findings.isEmpty)
    let operations = await history.operations
    #expect(operations.count > answeredBefore + 200)
    // A rule of the business is an answer as well.
    let turnedAway = operations.compactMap { operation -> String? in
      switch operation.answer {
      case .ok: nil
      case .fail(let reason): reason.hasPrefix("FAILED_PRECONDITION") ? nil : reason
      case .info(let reason): reason
      case nil: "no answer"
      }
    }
    #expect(turnedAway.isEmpty, "\(turnedAway)")
    await checker.close()
  }
}

/// New connections go to the first server that takes them.
struct Balancer {
  let port: Int
  private let child: ChildHandle

  static func start(before servers: [Int]) async throws -> Balancer {
    let child = try await ChildHandle.start(
      "/usr/bin/python3", [Python.script("balancer.py")] + servers.map { "\($0)" })
    let line = try await child.waitForLine(after: "listening ")
    guard let port = Int(line) else { throw ChildHandle.Failed(output: line) }
    return Balancer(port: port, child: child)
  }

  func end() async { await child.end() }
}

/// Peers with a call in flight that never read a byte, in a process of their own.
actor SilentPeers {
  private let child: ChildHandle

  static func start(
    _ count: Int, at server: ServerProcess, of installation: Installation
  ) async throws -> SilentPeers {
    let child = try await ChildHandle.start(
      "/usr/bin/python3",
      [
        Python.script("silent_peer.py"), "--port", "\(server.certificatePort)", "--ca",
        installation.authority, "--cert", installation.adminCertificate, "--key",
        installation.adminKey, "--count", "\(count)",
      ])
    try await child.waitForOutput("connected \(count)")
    return SilentPeers(child: child)
  }

  private init(child: ChildHandle) { self.child = child }

  func end() async { await child.end() }
}
