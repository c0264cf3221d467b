import Foundation
import Simulation

/// Says how far a long simulation is: a line for each game that ends.
struct Progress {
  private let begin = ContinuousClock.now
  private let first: UInt64
  private let total: Int
  private let perGame: Int
  private var played = 0

  init(first: UInt64, total: Int, perGame: Int) {
    self.first = first
    self.total = total
    self.perGame = perGame
  }

  mutating func note(_ seed: UInt64, _ tally: Tally, _ failure: String?) {
    if played == 0 {
      let games = (total + perGame - 1) / perGame
      say("\(games) games of \(perGame) commands, seeds \(first) to \(first + UInt64(games) - 1)")
    }
    played += tally.commands
    let share = Double(played) / Double(total)
    say(
      "\(Int(share * 100)) %: \(text(for: played)); seed \(seed) "
        + (failure == nil ? "holds" : "FAILED"))
  }

  /// `17000 commands in 2 s, 8500/s`
  func text(for commands: Int) -> String {
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let speed = seconds > 0 ? Int(Double(commands) / seconds) : 0
    return "\(commands) commands in \(Int(seconds)) s, \(speed)/s"
  }

  /// Past the buffer of standard output, which a pipe shows at the end only.
  private func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}
