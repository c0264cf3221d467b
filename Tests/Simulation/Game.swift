package import Domain

/// One seeded game: a player, the runner, what was reached and what broke.
package struct Game: Sendable {
  package let seed: UInt64
  package private(set) var steps: [Step] = []
  private var tally = Tally()
  package private(set) var runner: Runner
  private var player: Player

  package init(seed: UInt64) {
    self.seed = seed
    player = Player(seed: seed)
    runner = Runner(player.world)
  }

  package var violations: [Violation] { runner.violations }
  /// What was reached so far.
  package var reached: Tally { tally.with(moves: runner.checker.moves) }
  package var books: Books { runner.books }

  /// Plays on until so many steps were made or something broke.
  package mutating func play(to count: Int) {
    while steps.count < count, runner.violations.isEmpty { playStep() }
    if runner.violations.isEmpty { runner.audit(at: steps.count) }
  }

  package mutating func playStep() { play(player.next(on: runner.books)) }

  /// Plays a command of somebody else's making as the next step.
  package mutating func play(
    _ command: any Command, as caller: Caller? = nil, isRehearsed: Bool = false
  ) {
    var step = player.next(on: runner.books)
    step.command = command
    step.isRehearsed = isRehearsed
    step.context = Context(
      now: step.context.now, today: step.context.today, caller: caller ?? player.owner,
      requestID: step.context.requestID, method: step.name)
    play(step)
  }

  private mutating func play(_ step: Step) {
    steps.append(step)
    let outcome = runner.run(step)
    player.note(outcome)
    tally.count(step, outcome)
  }

  /// Checks everything now.
  package mutating func audit() { runner.audit(at: steps.count) }

  /// The seed, what broke, and the shortest sequence of steps that was found to break it.
  package var failure: String? {
    guard let first = violations.first else { return nil }
    let shortest = Shrinker(world: World(seed: seed), invariant: first.invariant).shrink(steps)
    let list = shortest.suffix(40).map { "    \($0.index) \($0.command)" }.joined(separator: "\n")
    return """
      seed \(seed): \(first)
        O2C_SIM_SEED=\(seed) O2C_SIM_COMMANDS=\(first.step + 1) O2C_SIM_GAME=\(first.step + 1) \
      shows it again; \
      \(shortest.count) of its steps are enough:
      \(list)
      """
  }
}
