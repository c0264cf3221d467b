import Domain
import Foundation
import Simulation
import Testing

/// O2C_SIM_COMMANDS and O2C_SIM_SEED choose how many commands are played and from which seed;
/// O2C_SIM_GAME how many of them make one game.
private let chosen = (
  seed: ProcessInfo.processInfo.environment["O2C_SIM_SEED"].flatMap { UInt64($0) },
  commands: ProcessInfo.processInfo.environment["O2C_SIM_COMMANDS"].flatMap { Int($0) },
  game: ProcessInfo.processInfo.environment["O2C_SIM_GAME"].flatMap { Int($0) }
)

@Suite("The simulation")
struct SimulationTests {
  /// Commands a game: shelves stay small, so that a command costs the same from first to last, and
  /// each currency, rounding and tax level gets its turn.
  private static let commandsPerGame = max(1, chosen.game ?? 17_000)
  /// Twelve seeds are every currency with every rounding mode and tax level.
  private static let seeds: [UInt64] = Array(1...12)

  @Test("every invariant holds after every command")
  func invariantsHold() async {
    let total = chosen.commands ?? Self.seeds.count * Self.commandsPerGame
    let first = chosen.seed ?? 1
    var progress = Progress(first: first, total: total, perGame: Self.commandsPerGame)
    var reached = Tally()
    var failures: [String] = []
    await Self.play(total, from: first) { seed, tally, failure in
      reached.add(tally)
      if let failure { failures.append(failure) }
      if chosen.commands != nil { progress.note(seed, tally, failure) }
    }
    print(
      "Simulation: seed \(first), \(progress.text(for: reached.commands)), \(reached.table)\n"
        + "  \(failures.count) violations")
    for failure in failures { Issue.record("\(failure)") }
    guard chosen.seed == nil, chosen.commands == nil, chosen.game == nil else { return }
    #expect(reached.commands >= 200_000)
    Self.expectCoverage(reached)
  }

  /// Plays games of consecutive seeds, as many at once as there are cores.
  private static func play(
    _ total: Int, from first: UInt64, _ note: (UInt64, Tally, String?) -> Void
  ) async {
    typealias Played = (seed: UInt64, tally: Tally, failure: String?)
    await withTaskGroup(of: Played.self) { group in
      for (index, start) in stride(from: 0, to: total, by: commandsPerGame).enumerated() {
        group.addTask {
          await Task.yield()
          var game = Game(seed: first + UInt64(index))
          game.play(to: min(commandsPerGame, total - start))
          return (game.seed, game.reached, game.failure)
        }
      }
      for await played in group { note(played.seed, played.tally, played.failure) }
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

  @Test("the same seed plays the same game", arguments: [7, 8, 9] as [UInt64])
  func isReproducible(seed: UInt64) {
    var first = Game(seed: seed)
    var second = Game(seed: seed)
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
