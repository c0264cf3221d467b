internal import Synchronization

/// A small, fixed number of connections, lent one at a time.
///
/// Waits are first come, first served, end after `waitLimit` or the caller's deadline, and obey
/// cancellation. What runs on a lent connection does not: it ends by its own limits.
package final class Pool: Sendable {
  package struct Configuration: Sendable {
    package var connection: ConnectionConfiguration
    package var limits: PoolState.Limits
    package var waitLimit: Duration = .seconds(1)
    /// The life of a connection, give or take a tenth.
    package var life: Duration = .seconds(3600)

    package init(connection: ConnectionConfiguration, limits: PoolState.Limits = .init()) {
      self.connection = connection
      self.limits = limits
    }
  }

  package struct Statistics: Sendable, Hashable {
    package var connections: Int
    package var idle: Int
    package var waiting: Int
    package var longestLease: Duration
  }

  struct Lease {
    let place: Int
    let connection: Connection
  }

  private struct State {
    var rules: PoolState
    var connections: [Int: Connection] = [:]
    var waiters: [Int: CheckedContinuation<PoolState.Grant, Never>] = [:]
    /// Grants that came before their waiter had lain down.
    var early: [Int: PoolState.Grant] = [:]
  }

  package let configuration: Configuration
  private let state: Mutex<State>

  package init(_ configuration: Configuration) {
    self.configuration = configuration
    state = Mutex(State(rules: PoolState(limits: configuration.limits)))
  }

  package var statistics: Statistics {
    state.withLock { state in
      Statistics(
        connections: state.rules.count, idle: state.rules.idleCount,
        waiting: state.rules.waitingCount,
        longestLease: state.rules.longestLease(now: .now))
    }
  }

  /// Lends a connection to the body. The deadline is for the wait; what runs has its own limits.
  package func withConnection<Result>(
    deadline: Deadline? = nil, _ body: (Connection) async throws -> sending Result
  ) async throws -> sending Result {
    let lease = try await acquire(deadline)
    defer { release(lease) }
    return try await body(lease.connection)
  }

  /// One transaction on a lent connection. No connection in time is `begin`: not applied.
  package func transaction<Result>(
    _ options: TransactionOptions = .readWrite, opening: [Query] = [], deadline: Deadline? = nil,
    _ body: sending (inout Transaction) throws -> sending Result
  ) async throws(TransactionError) -> sending Result {
    let lease: Lease
    do throws(PostgresError) { lease = try await acquire(deadline) } catch { throw .begin(error) }
    defer { release(lease) }
    return try await lease.connection.transaction(options, opening: opening, body)
  }

  /// Reads in one snapshot and one round trip on a lent connection.
  package func read<Result>(
    _ queries: [Query], _ options: TransactionOptions = .readOnly, deadline: Deadline? = nil,
    _ body: sending ([ResultSet]) throws -> sending Result
  ) async throws(TransactionError) -> sending Result {
    let lease: Lease
    do throws(PostgresError) { lease = try await acquire(deadline) } catch { throw .begin(error) }
    defer { release(lease) }
    return try await lease.connection.read(queries, options, body)
  }

  /// Lets idle connections go and refuses further leases; those that are out go when they end.
  package func close() {
    act { $0.rules.close() }
  }

  /// Runs a rule under the lock and does what it says after it.
  private func act(_ rule: (inout State) -> PoolState.Passing) {
    let (resumed, destroyed) = state.withLock { state in
      let passing = rule(&state)
      var resumed: [(CheckedContinuation<PoolState.Grant, Never>, PoolState.Grant)] = []
      for (ticket, grant) in passing.granted {
        if let waiter = state.waiters.removeValue(forKey: ticket) {
          resumed.append((waiter, grant))
        } else {
          state.early[ticket] = grant
        }
      }
      return (resumed, passing.destroyed.map { state.connections.removeValue(forKey: $0) })
    }
    for (waiter, grant) in resumed { waiter.resume(returning: grant) }
    // Closed here, outside the lock, where the last references go.
    withExtendedLifetime(destroyed) {}
  }
}

extension Pool {
  func acquire(_ deadline: Deadline?) async throws(PostgresError) -> Lease {
    let own = Deadline.after(configuration.waitLimit)
    let limit = deadline.map { min($0, own) } ?? own
    var lastError = PostgresError.poolExhausted
    while true {
      if Task.isCancelled { throw .cancelled }
      let (answer, destroyed) = state.withLock { state in
        let (grant, old) = state.rules.acquire(now: .now)
        return (grant, old.map { state.connections.removeValue(forKey: $0) })
      }
      withExtendedLifetime(destroyed) {}
      var grant = answer
      if case .wait(let ticket) = answer { grant = try await wait(ticket, until: limit) }
      switch grant {
      case .use(let place):
        return Lease(place: place, connection: connection(place))
      case .probe(let place):
        let lease = Lease(place: place, connection: connection(place))
        do throws(PostgresError) {
          try await lease.connection.probe(limit: .seconds(1))
          return lease
        } catch {
          lastError = error
          release(lease)
        }
      case .open(let place):
        do throws(PostgresError) { return try await open(place) } catch { lastError = error }
        if case .unsuitable = lastError { throw lastError }
      case .notBefore(let instant):
        guard instant < limit.instant else { throw lastError }
        do { try await Task.sleep(until: instant, clock: .continuous) } catch { throw .cancelled }
      case .refused, .wait:
        throw state.withLock { $0.rules.isClosed } ? .poolClosed : .poolExhausted
      }
      if limit.remaining == .zero { throw lastError }
    }
  }

  func release(_ lease: Lease) {
    let isReusable = lease.connection.isIdle
    act { $0.rules.release(lease.place, isReusable: isReusable, now: .now) }
  }

  private func connection(_ place: Int) -> Connection {
    guard let connection = state.withLock({ $0.connections[place] }) else {
      preconditionFailure("place \(place) of the pool is lent without a connection")
    }
    return connection
  }

  private func open(_ place: Int) async throws(PostgresError) -> Lease {
    do throws(PostgresError) {
      let connection = try await Connection.open(configuration.connection)
      let life = configuration.life * Int.random(in: 900...1100) / 1000
      state.withLock { state in
        state.connections[place] = connection
        state.rules.opened(place, now: .now, expires: .now + life)
      }
      return Lease(place: place, connection: connection)
    } catch {
      act { $0.rules.openingFailed(place, now: .now) }
      throw error
    }
  }

  /// Waits for a grant. Who leaves, by time or by cancellation, keeps no place in the queue; a
  /// grant that came at the same moment is passed on.
  private func wait(
    _ ticket: Int, until limit: Deadline
  ) async throws(PostgresError) -> PoolState.Grant {
    let grant = await withTaskGroup(of: PoolState.Grant?.self) { group in
      group.addTask { await self.lieDown(ticket) }
      group.addTask {
        try? await Task.sleep(until: limit.instant, clock: .continuous)
        self.wakeUp(ticket)
        return nil
      }
      var grant: PoolState.Grant?
      for await answer in group {
        guard let answer else { continue }
        grant = answer
        group.cancelAll()
      }
      return grant ?? .refused
    }
    if case .wait = grant {
      throw Task.isCancelled ? .cancelled : .poolExhausted
    }
    return grant
  }

  private func lieDown(_ ticket: Int) async -> PoolState.Grant {
    await withCheckedContinuation { continuation in
      let early = state.withLock { state in
        let early = state.early.removeValue(forKey: ticket)
        if early == nil { state.waiters[ticket] = continuation }
        return early
      }
      if let early { continuation.resume(returning: early) }
    }
  }

  /// The waiter gets its own ticket back, which is no grant.
  private func wakeUp(_ ticket: Int) {
    act { state in
      state.rules.leave(ticket)
        ? PoolState.Passing(granted: [ticket: .wait(ticket)]) : PoolState.Passing()
    }
  }
}
