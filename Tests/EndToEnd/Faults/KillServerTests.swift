import OrderToCash
import Testing

extension EndToEnd {
  @Suite("The server is killed") struct KillServer {}
}

extension EndToEnd.KillServer {
  @Test("what was acknowledged survives kill -9 of the server at any moment, and acts once")
  func oneServer() async throws {
    let kills = 12 * Chaos.factor
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let server = try await database.server()
    try await server.start()
    let history = try History("kill-server")
    var random = SeededGenerator(seed: Chaos.seed)
    var slowest = Duration.zero
    try await Load.run(
      clients: 8, on: [database.configuration(server)], company: database.company,
      history: history
    ) {
      for _ in 0..<kills {
        try await Task.sleep(for: .milliseconds(150 + random.index(below: 600)))
        await server.kill9()
        slowest = max(slowest, try await server.start())
      }
      try await Task.sleep(for: .milliseconds(300))
    }
    await server.kill9()
    let report = try await checker.check(history)
    Chaos.report(
      "kill -9 of the server", [("kills", kills)] + report.figures + [("slowest_start", slowest)])
    #expect(report.findings.isEmpty)
    #expect(report.acknowledged > kills * 5)
    await checker.close()
  }

  @Test("two servers on one database: each is killed while the other works")
  func twoServers() async throws {
    let kills = 10 * Chaos.factor
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let servers = [try await database.server("a"), try await database.server("b")]
    for server in servers { try await server.start() }
    let history = try History("kill-two-servers")
    var random = SeededGenerator(seed: Chaos.seed &+ 1)
    try await Load.run(
      clients: 8, on: servers.map { database.configuration($0) }, company: database.company,
      history: history
    ) {
      for kill in 0..<kills {
        try await Task.sleep(for: .milliseconds(150 + random.index(below: 500)))
        let server = servers[kill % 2]
        await server.kill9()
        try await server.start()
      }
      try await Task.sleep(for: .milliseconds(300))
    }
    for server in servers { await server.kill9() }
    let report = try await checker.check(history)
    Chaos.report("kill -9 of one of two servers", [("kills", kills)] + report.figures)
    #expect(report.findings.isEmpty)
    #expect(report.acknowledged > kills * 5)
    await checker.close()
  }

  @Test(
    "a server that dies within a batch leaves all of it or nothing",
    arguments: ["after_load", "after_decide", "after_commit"])
  func faultPoints(_ point: String) async throws {
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let server = try await database.server()
    let history = try History("fault-point-\(point)")
    var random = SeededGenerator(seed: Chaos.seed &+ 2)
    let rounds = 2 * Chaos.factor
    var deaths = 0
    try await server.start(faultPoint: "\(point):\(3 + random.index(below: 10))")
    try await Load.run(
      clients: 6, on: [database.configuration(server)], company: database.company,
      history: history
    ) {
      for round in 1...rounds {
        if await server.hasEnded(within: .seconds(20)) { deaths += 1 }
        await server.kill9()
        let next = round < rounds ? "\(point):\(3 + random.index(below: 20))" : nil
        try await server.start(faultPoint: next)
      }
      try await Task.sleep(for: .milliseconds(300))
    }
    await server.kill9()
    let report = try await checker.check(history)
    Chaos.report("fault point \(point)", [("deaths", deaths)] + report.figures)
    #expect(deaths == rounds)
    #expect(report.findings.isEmpty)
    await checker.close()
  }
}
