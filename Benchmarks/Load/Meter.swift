/// Runs workers side by side for a while and counts what they finish within the measured span.
struct Meter {
  let options: LoadOptions

  /// One piece of work: its dice, and when it began.
  struct Turn: Sendable {
    var chance: Chance
    fileprivate(set) var began = ContinuousClock.now

    /// What came before was preparation: the time counts from here.
    mutating func beginAgain() { began = .now }
  }

  /// Does one piece and answers how many units it was.
  typealias Work = @Sendable (inout Turn) async throws -> Int

  /// What one worker saw.
  private struct Tally: Sendable {
    var units = 0
    var failures = 0
    var firstFailure: String?
    /// Of the pieces that ended within the span, in nanoseconds.
    var latencies: [Int64] = []
  }

  func measure(_ work: @escaping Work) async -> Measurement {
    let start = ContinuousClock.now.advanced(by: .seconds(options.warmUp))
    let end = start.advanced(by: .seconds(options.seconds))
    let tallies = await withTaskGroup(of: Tally.self) { group in
      for _ in 0..<options.inFlight {
        group.addTask { await Self.repeatWork(from: start, to: end, work) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return Measurement(
      units: tallies.reduce(0) { $0 + $1.units }, seconds: options.seconds,
      failures: tallies.reduce(0) { $0 + $1.failures },
      firstFailure: tallies.lazy.compactMap(\.firstFailure).first,
      latencies: tallies.flatMap(\.latencies).sorted())
  }

  private static func repeatWork(
    from start: ContinuousClock.Instant, to end: ContinuousClock.Instant, _ work: Work
  ) async -> Tally {
    var tally = Tally()
    tally.latencies.reserveCapacity(4096)
    var turn = Turn(chance: Chance(seed: .random(in: .min ... .max)))
    while true {
      turn.beginAgain()
      guard turn.began < end else { return tally }
      do {
        let units = try await work(&turn)
        let done = ContinuousClock.now
        if done >= start, done < end {
          tally.units += units
          let (seconds, attoseconds) = turn.began.duration(to: done).components
          tally.latencies.append(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        }
      } catch {
        tally.failures += 1
        tally.firstFailure = tally.firstFailure ?? "\(error)"
        // A server that is gone must not be asked in a tight loop.
        guard tally.failures < 100 else { return tally }
      }
    }
  }
}
