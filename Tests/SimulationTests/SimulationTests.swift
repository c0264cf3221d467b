import Domain
import Foundation
import Simulation
import Testing

/// O2C_SIM_COMMANDS and O2C_SIM_SEED choose how many commands are played and from which seed.
private let chosen = (
  seed: ProcessInfo.processInfo.environment["O2C_SIM_SEED"].flatMap { UInt64($0) },
  commands: ProcessInfo.processInfo.environment["O2C_SIM_COMMANDS"].flatMap { Int($0) }
)

@Suite("The simulation")
struct SimulationTests {
  /// Commands a game: shelves stay small, and each currency, rounding and tax level gets its turn.
  private static let commandsPerGame = 17_000
  /// Twelve seeds are every currency with every rounding mode and tax level.
  private static let seeds: [UInt64] = Array(1...12)

  @Test("every invariant holds after every command")
  func invariantsHold() async {
    let games = await Self.play()
    var reached = Tally()
    var failures: [String] = []
    for (tally, failure) in games {
      reached.add(tally)
      if let failure { failures.append(failure) }
    }
    print("Simulation: \(games.count) games, \(reached.table)\n  \(failures.count) violations")
    for failure in failures { Issue.record("\(failure)") }
    guard chosen.seed == nil, chosen.commands == nil else { return }
    #expect(reached.commands >= 200_000)
    Self.expectCoverage(reached)
  }

  private static func play() async -> [(Tally, String?)] {
    let total = chosen.commands ?? seeds.count * commandsPerGame
    // No more commands than a game has are one game, so that a printed failure comes again.
    let count = max(1, total / commandsPerGame)
    let first = chosen.seed ?? 1
    return await withTaskGroup(of: (Tally, String?).self) { group in
      for index in 0..<count {
        group.addTask {
          await Task.yield()
          var game = Game(seed: first + UInt64(index))
          game.play(to: count == 1 ? total : commandsPerGame)
          return (game.reached, game.failure)
        }
      }
      var results: [(Tally, String?)] = []
      for await result in group { results.append(result) }
      return results
    }
  }

  private static func expectCoverage(_ reached: Tally) {
    for name in Coverage.commands {
      #expect(reached.accepted[name, default: 0] >= 3, "\(name) was hardly ever accepted")
    }
    #expect(reached.names == Coverage.commands)
    for (name, reasons) in Coverage.refusals {
      for reason in reasons {
        #expect(
          reached.rejected[name]?[reason] ?? 0 > 0, "\(name) never refused with \(reason.rawValue)")
      }
    }
    for (name, faults) in Coverage.faults {
      #expect(reached.faults[name]?.isSuperset(of: faults) ?? false, "faults of \(name)")
    }
    #expect(Set(reached.moves.keys) == Coverage.moves)
  }

  @Test("the same seed plays the same game")
  func isReproducible() {
    var first = Game(seed: 7)
    var second = Game(seed: 7)
    first.play(to: 1200)
    second.play(to: 1200)
    #expect(first.books.differences(from: second.books).isEmpty)
    #expect(first.reached.accepted == second.reached.accepted)
    #expect(first.reached.table == second.reached.table)
  }

  @Test("a failure names its seed and is cut down to the steps that make it")
  func shrinks() throws {
    var game = Game(seed: 3)
    game.play(to: 400)
    game.play(
      Tamper { books, _ in
        guard var account = books.creditAccounts.rows.min(by: { $0.customer < $1.customer })
        else { return }
        account.openOrders += 1
        books.put(account)
      })
    let failure = try #require(game.failure)
    #expect(failure.contains("seed 3"))
    #expect(failure.contains("I-24"))
    // The tampering alone is enough: the blocked customer was there from the start.
    #expect(failure.contains("1 of its steps are enough"))
  }
}
