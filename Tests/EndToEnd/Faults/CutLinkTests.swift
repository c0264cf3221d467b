import OrderToCash
import Testing

@testable import Postgres

extension EndToEnd {
  @Suite("The link is cut") struct CutLink {}
}

extension EndToEnd.CutLink {
  @Test("a COMMIT whose answer was lost is resolved by its request ids, and nothing acts twice")
  func aroundCommit() async throws {
    let wanted = 200 * Chaos.factor
    let database = try await Installation.shared().database()
    let checker = try await Checker(database)
    let socket = try #require(await database.installation.cluster.socketDirectory)
    let proxy = try FaultProxy(to: socket, seed: Chaos.seed &+ 4, percent: 85)
    let server = try await database.server(socket: proxy.directory)
    try await server.start()
    let history = try History("cut-link")
    try await Load.run(
      clients: 8, on: [database.configuration(server)], company: database.company,
      history: history
    ) {
      let began = ContinuousClock.now
      while proxy.figures.total < wanted, began.duration(to: .now) < .seconds(120 * Chaos.factor) {
        try await Task.sleep(for: .milliseconds(20))
      }
      proxy.stopCutting()
      try await Task.sleep(for: .milliseconds(500))
    }
    _ = await server.stop()
    let figures = proxy.figures
    proxy.stop()
    let report = try await checker.check(history)
    Chaos.report(
      "link cut around COMMIT",
      [("cuts", figures.total), ("commits", figures.commits), ("messages", figures.messages)]
        + FaultProxy.Cut.allCases.map { ("\($0)", figures.cuts[$0, default: 0]) }
        + report.figures)
    #expect(figures.total >= wanted)
    for cut in FaultProxy.Cut.allCases { #expect(figures.cuts[cut, default: 0] > 0) }
    #expect(report.findings.isEmpty)
    #expect(report.unknown == 0, "the door finds out by itself what happened")
    await checker.close()
  }
}
