import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf
import Postgres
import Testing

extension EndToEnd {
  @Suite("PostgreSQL is killed") struct KillPostgres {}
}

extension EndToEnd.KillPostgres {
  @Test("what was acknowledged survives kill -9 of every process of PostgreSQL, without a person")
  func crashes() async throws {
    let kills = 5 * Chaos.factor
    try await TemporaryCluster.with { cluster in
      let database = try await Installation.make(on: cluster).database()
      let before = try await Checker(database)
      await before.close()
      let server = try await database.server()
      try await server.start()
      let history = try History("kill-postgres")
      var random = SeededGenerator(seed: Chaos.seed &+ 3)
      var longest = Duration.zero
      try await Load.run(
        clients: 8, on: [database.configuration(server)], company: database.company,
        history: history
      ) {
        for _ in 0..<kills {
          try await Task.sleep(for: .milliseconds(300 + random.index(below: 700)))
          await cluster.kill9()
          try await cluster.start()
          longest = max(longest, try await Self.outage(history))
        }
      }
      let isRunning = await server.isRunning
      await server.kill9()
      let report = try await before.reopened(database).check(history)
      Chaos.report(
        "kill -9 of PostgreSQL",
        [("kills", kills)] + report.figures + [("longest_wait_for_ok", longest)])
      #expect(isRunning, "the server outlives its database")
      #expect(report.findings.isEmpty)
      #expect(report.acknowledged > kills * 5)
      #expect(longest < Self.patience, "calls are served again by themselves")
    }
  }

  /// Not a measure of speed: what does not come back by itself never does.
  private static let patience = Duration.seconds(90)

  /// Until the first call that was asked for after now is acknowledged.
  private static func outage(_ history: History) async throws -> Duration {
    let began = ContinuousClock.now
    let known = await history.operations.count
    while began.duration(to: .now) < patience {
      let isBack = await history.hasAcknowledged(since: known)
      if isBack { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    return began.duration(to: .now)
  }
}

extension History {
  /// Whether anything asked for from this number on was acknowledged.
  func hasAcknowledged(since number: Int) -> Bool {
    operations.dropFirst(number).contains { if case .ok = $0.answer { true } else { false } }
  }
}
