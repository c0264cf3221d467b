import ServiceLifecycle

/// The rhythm of a worker: a round, a pause, until the server shuts down. A round in hand is
/// finished.
struct Rounds {
  /// Between rounds.
  let pause: Duration
  /// Between rounds until the worker has settled.
  let first: Duration
  private(set) var count = 0
  private var isSettled = false

  init(every pause: Duration, atFirst first: Duration? = nil) {
    self.pause = pause
    self.first = first ?? pause
  }

  /// From now on the usual pause.
  mutating func settle() { isSettled = true }

  consuming func run(_ round: (inout Rounds) async -> Void) async {
    var rounds = self
    while !Task.isShuttingDownGracefully {
      await round(&rounds)
      rounds.count += 1
      let pause = rounds.isSettled ? rounds.pause : rounds.first
      let isOver = await cancelWhenGracefulShutdown {
        do {
          try await Task.sleep(for: pause)
          return false
        } catch {
          return true
        }
      }
      if isOver { return }
    }
  }
}
