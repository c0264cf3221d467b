/// The rules of a pool, without connections and without a clock: each call says what to do next.
///
/// A place in the pool is, in this order:
/// - free: can move to opening;
/// - opening: can move to leased (opened) or to free (failed);
/// - leased: can move to idle, to another lease (handed over), or to free (destroyed);
/// - idle: can move to leased, or to free (too old).
package struct PoolState: Sendable {
  package struct Limits: Sendable {
    package var maximum: Int
    package var maximumWaiting: Int
    /// Idle for longer than this: ask the server for a sign of life before use.
    package var probeAfter: Duration
    /// After a failed opening nobody tries again for this long; doubles up to a second.
    package var backoff: Duration

    package init(
      maximum: Int = 8, maximumWaiting: Int = 1000, probeAfter: Duration = .seconds(1),
      backoff: Duration = .milliseconds(50)
    ) {
      self.maximum = maximum
      self.maximumWaiting = maximumWaiting
      self.probeAfter = probeAfter
      self.backoff = backoff
    }
  }

  package typealias Instant = ContinuousClock.Instant

  /// What the caller of `acquire` gets.
  package enum Grant: Sendable, Hashable {
    /// Lent: use it.
    case use(Int)
    /// Lent, after a long rest: probe it, and give it back as not reusable if it is dead.
    case probe(Int)
    /// Open a connection for this place; then call `opened` or `openingFailed`.
    case open(Int)
    /// Wait for a `Grant` under this ticket.
    case wait(Int)
    /// The queue is full, or the pool is closed.
    case refused
    /// The last opening failed: nobody tries before this moment.
    case notBefore(Instant)
  }

  /// What to do when a place came back.
  package struct Passing: Sendable, Hashable {
    /// Connections to let go.
    package var destroyed: [Int] = []
    /// The waiting ticket that now gets this.
    package var granted: [Int: Grant] = [:]
  }

  private enum Place {
    case opening
    case leased(since: Instant, expires: Instant)
    case idle(since: Instant, expires: Instant)
  }

  package let limits: Limits
  private var places: [Int: Place] = [:]
  /// Idle places, the last one used at the end: it is the warmest.
  private var idle: [Int] = []
  private var waiting: [Int] = []
  private var nextPlace = 0
  private var nextTicket = 0
  private var failures = 0
  private var closedUntil: Instant?
  package private(set) var isClosed = false

  package init(limits: Limits) { self.limits = limits }

  package var idleCount: Int { idle.count }
  package var waitingCount: Int { waiting.count }
  package var count: Int { places.count }

  /// How long the oldest lease has lasted.
  package func longestLease(now: Instant) -> Duration {
    places.values.reduce(.zero) { longest, place in
      if case .leased(let since, _) = place { max(longest, now - since) } else { longest }
    }
  }

  /// Asks for a connection. Also answers with idle ones that grew too old, to be destroyed.
  package mutating func acquire(now: Instant) -> (grant: Grant, destroyed: [Int]) {
    if isClosed { return (.refused, []) }
    var destroyed: [Int] = []
    // Whoever waits was here first.
    if waiting.isEmpty {
      while let place = idle.popLast() {
        guard case .idle(let since, let expires) = places[place], now < expires else {
          places[place] = nil
          destroyed.append(place)
          continue
        }
        places[place] = .leased(since: now, expires: expires)
        return (now - since > limits.probeAfter ? .probe(place) : .use(place), destroyed)
      }
      if places.count < limits.maximum {
        if let closedUntil, now < closedUntil { return (.notBefore(closedUntil), destroyed) }
        return (.open(open()), destroyed)
      }
    }
    guard waiting.count < limits.maximumWaiting else { return (.refused, destroyed) }
    nextTicket += 1
    waiting.append(nextTicket)
    return (.wait(nextTicket), destroyed)
  }

  /// The place has a connection now; whoever opened it has the lease.
  package mutating func opened(_ place: Int, now: Instant, expires: Instant) {
    guard case .opening = places[place] else {
      preconditionFailure("place \(place) was not opening")
    }
    failures = 0
    closedUntil = nil
    places[place] = .leased(since: now, expires: expires)
  }

  /// No connection came about: the place is free again, and the next in line may try.
  package mutating func openingFailed(_ place: Int, now: Instant) -> Passing {
    guard case .opening = places.removeValue(forKey: place) else {
      preconditionFailure("place \(place) was not opening")
    }
    failures = min(failures + 1, 10)
    closedUntil = now + min(limits.backoff * (1 << (failures - 1)), .seconds(1))
    return passOn(now: now)
  }

  /// A lease ends. Only a connection in step with the server and outside any transaction is
  /// reusable.
  package mutating func release(_ place: Int, isReusable: Bool, now: Instant) -> Passing {
    guard case .leased(_, let expires) = places[place] else {
      preconditionFailure("place \(place) was not leased")
    }
    guard isReusable, !isClosed, now < expires else {
      places[place] = nil
      var passing = passOn(now: now)
      passing.destroyed.append(place)
      return passing
    }
    if let ticket = waiting.first {
      waiting.removeFirst()
      places[place] = .leased(since: now, expires: expires)
      return Passing(granted: [ticket: .use(place)])
    }
    places[place] = .idle(since: now, expires: expires)
    idle.append(place)
    return Passing()
  }

  /// The one who waited has left. False when it had got a connection before.
  package mutating func leave(_ ticket: Int) -> Bool {
    guard let index = waiting.firstIndex(of: ticket) else { return false }
    waiting.remove(at: index)
    return true
  }

  /// No more leases; those out come back and are destroyed.
  package mutating func close() -> Passing {
    isClosed = true
    let passing = Passing(
      destroyed: idle,
      granted: Dictionary(uniqueKeysWithValues: waiting.map { ($0, Grant.refused) }))
    for place in idle { places[place] = nil }
    idle = []
    waiting = []
    return passing
  }

  /// A place is free: the next in line opens a connection, or is told until when not to.
  private mutating func passOn(now: Instant) -> Passing {
    guard let ticket = waiting.first, !isClosed else { return Passing() }
    waiting.removeFirst()
    if let closedUntil, now < closedUntil {
      return Passing(granted: [ticket: .notBefore(closedUntil)])
    }
    return Passing(granted: [ticket: .open(open())])
  }

  private mutating func open() -> Int {
    nextPlace += 1
    places[nextPlace] = .opening
    return nextPlace
  }
}
