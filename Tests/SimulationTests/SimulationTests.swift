import Simulation
import Testing

@Suite("The simulation")
struct SimulationTests {
  @Test("probe", arguments: [1, 2] as [UInt64])
  func probe(seed: UInt64) {
    var game = Game(seed: seed)
    let clock = ContinuousClock()
    let time = clock.measure { game.play(to: 5000) }
    print(seed, time, game.reached.table)
    if let failure = game.failure { Issue.record("\(failure)") }
  }
}
