package import NIOCore
import Synchronization

/// One timer for all calls: a wheel of 10 ms slots behind a lock, turned on an event loop.
///
/// A sleeping task for each call would leave its timer behind until the call's time is over, long
/// after its answer; here an answered call leaves nothing. Nothing runs while no call waits. It
/// turns on an event loop, so that a crowded cooperative pool does not delay it.
package final class DeadlineTimer: Sendable {
  /// What `schedule` returned, to be given back to `cancel`.
  package struct Ticket: Sendable {
    fileprivate let slot: Int64
    fileprivate let id: UInt64
  }

  private struct State {
    var slots: [Int64: [UInt64: @Sendable () -> Void]] = [:]
    var nextID: UInt64 = 0
    var turnedTo: Int64 = 0
    var isTurning = false
  }

  private static let slotWidth: Int64 = 10_000_000
  private let eventLoop: any EventLoop
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  package init(eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Calls `action` once, at most 20 ms after `instant`, unless cancelled before. The action must
  /// be short: it runs on an event loop.
  package func schedule(
    at instant: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void
  ) -> Ticket {
    let (ticket, mustTurn) = state.withLock { state in
      let slot = max(slot(of: instant) + 1, state.turnedTo + 1)
      let id = state.nextID
      state.nextID += 1
      state.slots[slot, default: [:]][id] = action
      let mustTurn = !state.isTurning
      state.isTurning = true
      return (Ticket(slot: slot, id: id), mustTurn)
    }
    if mustTurn { turnLater() }
    return ticket
  }

  package func cancel(_ ticket: Ticket) {
    state.withLock { state in
      guard state.slots[ticket.slot]?.removeValue(forKey: ticket.id) != nil else { return }
      if state.slots[ticket.slot]?.isEmpty == true { state.slots[ticket.slot] = nil }
    }
  }

  /// How many actions wait: a gauge for tests.
  package var waiting: Int { state.withLock { $0.slots.values.reduce(0) { $0 + $1.count } } }

  private func slot(of instant: ContinuousClock.Instant) -> Int64 {
    let (seconds, attoseconds) = start.duration(to: instant).components
    // Far beyond any deadline, and far below overflow.
    let bounded = min(max(seconds, 0), 1_000_000)
    return (bounded * 1_000_000_000 + (seconds < 0 ? 0 : attoseconds / 1_000_000_000))
      / Self.slotWidth
  }

  private func turnLater() {
    eventLoop.scheduleTask(in: .nanoseconds(Self.slotWidth)) { self.turn() }
  }

  private func turn() {
    let now = slot(of: .now)
    let (due, mustTurn) = state.withLock { state in
      var due: [@Sendable () -> Void] = []
      if state.slots.count > now - state.turnedTo {
        for slot in state.turnedTo...now {
          if let actions = state.slots.removeValue(forKey: slot) { due += actions.values }
        }
      } else {
        for slot in state.slots.keys where slot <= now {
          due += state.slots.removeValue(forKey: slot).map { Array($0.values) } ?? []
        }
      }
      state.turnedTo = now
      state.isTurning = !state.slots.isEmpty
      return (due, state.isTurning)
    }
    for action in due { action() }
    if mustTurn { turnLater() }
  }
}
