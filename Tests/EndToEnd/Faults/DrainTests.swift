import OrderToCash
import Testing

extension EndToEnd {
  @Suite("The server is told to stop") struct Drain {}
}

extension EndToEnd.Drain {
  @Test(
    "SIGTERM under load: calls in flight are answered, and peers that never read do not hold it")
  func underLoad() async throws {
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let server = try await database.server()
    try await server.start()
    let history = try History("drain")
    let isWanted = Flag(true)
    let peers = try await SilentPeers.start(3, at: server, of: database.installation)
    var stopped: (took: Duration, status: Int32?) = (.zero, nil)
    var inFlight = 0
    try await Load.run(
      clients: 32, on: [database.configuration(server)], company: database.company,
      history: history, isWanted: isWanted
    ) {
      // Both connections of the client are up and busy.
      while await history.answered < 200 { try await Task.sleep(for: .milliseconds(20)) }
      isWanted.value = false
      // What was asked last is on its way, and most of it not yet answered.
      try await Task.sleep(for: .milliseconds(20))
      inFlight = await history.operations.count - history.answered
      stopped = await server.stop()
    }
    await peers.end()
    let report = try await checker.check(history)
    Chaos.report("SIGTERM under load", [("took", stopped.took)] + report.figures)
    #expect(stopped.took < .seconds(30))
    #expect(stopped.status != nil, "it has ended")
    #expect(report.findings.isEmpty)
    // Whoever was in flight has its answer; a rule of the business is one. A call that had not left
    // the client when the server said goodbye has nowhere to go, as there is one server only.
    let turnedAway = await history.operations.compactMap { operation -> String? in
      switch operation.answer {
      case .ok: nil
      case .fail(let reason): reason.hasPrefix("FAILED_PRECONDITION") ? nil : reason
      case .info(let reason): reason
      case nil: "no answer"
      }
    }
    #expect(turnedAway.count * 2 <= inFlight, "\(turnedAway)")
    await checker.close()
  }
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
