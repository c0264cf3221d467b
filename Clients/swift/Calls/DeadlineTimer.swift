import Synchronization

/// Ends calls whose time is up. One timer for all: a timer a call would cost more than the call's
/// other bookkeeping, and would stay in the queue long after a call that took a millisecond.
final class DeadlineTimer: Sendable {
  /// A call that is watched.
  struct Ticket: Sendable {
    fileprivate let tick: Int64
    fileprivate let number: UInt64
  }

  private struct State {
    var isRunning = false
    var number: UInt64 = 0
    var ticks: [Int64: [UInt64: @Sendable () -> Void]] = [:]
    var sleeper: CheckedContinuation<Void, Never>?
  }

  private static let tick = Duration.milliseconds(20)
  private let state = Mutex(State())
  private let epoch = ContinuousClock.now

  /// Whether deadlines are being watched.
  var isRunning: Bool { state.withLock(\.isRunning) }

  /// Has `expire` called soon after the deadline; `nil` while the timer does not run, when the
  /// caller must see to its deadline itself.
  func watch(until deadline: ContinuousClock.Instant, expire: @escaping @Sendable () -> Void)
    -> Ticket?
  {
    let tick = tick(of: deadline) + 1
    let (ticket, sleeper) = state.withLock {
      state -> (Ticket?, CheckedContinuation<Void, Never>?) in
      guard state.isRunning else { return (nil, nil) }
      state.number += 1
      state.ticks[tick, default: [:]][state.number] = expire
      return (Ticket(tick: tick, number: state.number), state.sleeper.take())
    }
    sleeper?.resume()
    return ticket
  }

  /// Stops watching. Says whether it was in time: `false` when `expire` was called or will be.
  @discardableResult
  func stop(_ ticket: Ticket) -> Bool {
    state.withLock { state in
      guard let index = state.ticks.index(forKey: ticket.tick) else { return false }
      let removed = state.ticks.values[index].removeValue(forKey: ticket.number)
      if state.ticks.values[index].isEmpty { state.ticks.remove(at: index) }
      return removed != nil
    }
  }

  /// Watches until the task is cancelled.
  func run() async {
    state.withLock { $0.isRunning = true }
    while !Task.isCancelled {
      await sleepWhileIdle()
      try? await Task.sleep(for: Self.tick, tolerance: Self.tick / 4)
      for expire in takeExpired() { expire() }
    }
    let left = state.withLock { state in
      state.isRunning = false
      defer { state.ticks = [:] }
      return state.ticks.values.flatMap(\.values)
    }
    for expire in left { expire() }
  }

  private func takeExpired() -> [@Sendable () -> Void] {
    let now = tick(of: .now)
    return state.withLock { state in
      let past = state.ticks.keys.filter { $0 <= now }
      return past.flatMap { state.ticks.removeValue(forKey: $0)?.values.map(\.self) ?? [] }
    }
  }

  private func sleepWhileIdle() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now = state.withLock { state in
          if Task.isCancelled || !state.ticks.isEmpty { return true }
          state.sleeper = continuation
          return false
        }
        if now { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.sleeper.take() }?.resume()
    }
  }

  private func tick(of instant: ContinuousClock.Instant) -> Int64 {
    let (seconds, attoseconds) = epoch.duration(to: instant).components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 50)
    return overflow ? .max - 1 : product + attoseconds / 20_000_000_000_000_000
  }
}
