import Simulation
import Testing

@Suite("The simulation")
struct SimulationTests {
  @Test("probe", arguments: (1...12).map { UInt64($0) })
  func probe(seed: UInt64) {
    var game = Game(seed: seed)
    let clock = ContinuousClock()
    let time = clock.measure { game.play(to: 17_000) }
    print(seed, time, game.reached.table)
    if let failure = game.failure { Issue.record("\(failure)") }
  }
}
