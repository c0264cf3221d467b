import Synchronization

/// Keeps what a look-up found, and that it found nothing, for a few seconds: so long does a
/// revocation take at most. Simultaneous look-ups of one key become one; look-ups in flight and
/// entries are bounded, so that made-up keys cannot flood the database or the memory.
package final class CallerCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    var value: Value?
    var loaded: ContinuousClock.Instant
  }
  private struct State {
    var entries: [Key: Entry] = [:]
    var loading: [Key: [CheckedContinuation<Result<Value?, any Error>, Never>]] = [:]
  }

  private let lifetime: Duration
  private let capacity: Int
  private let lookups: Int
  private let state = Mutex(State())

  package init(lifetime: Duration, capacity: Int = 10_000, lookups: Int = 64) {
    self.lifetime = lifetime
    self.capacity = capacity
    self.lookups = lookups
  }

  private enum Step {
    case found(Value?)
    case load
    case wait
    case refuse
  }

  /// The value of the key, loaded when it is not known or too old.
  ///
  /// - Throws: what `load` throws; OVERLOADED when too many look-ups are under way.
  package func value(
    for key: Key, load: @Sendable () async throws -> Value?
  ) async throws -> Value? {
    // Taken before the look-up begins: what was read is at most this old.
    let now = ContinuousClock.now
    let step = state.withLock { state -> Step in
      if let entry = state.entries[key], now - entry.loaded < lifetime {
        return .found(entry.value)
      }
      if state.loading[key] != nil { return .wait }
      if state.loading.count >= lookups { return .refuse }
      state.loading[key] = []
      return .load
    }
    switch step {
    case .found(let value): return value
    case .refuse: throw ServiceError.overloaded(limit: lookups, retryAfter: .milliseconds(100))
    case .wait: return try await join(key, load: load)
    case .load:
      let result = await Result { try await load() }
      let waiting = state.withLock { state in
        if case .success(let value) = result {
          if state.entries.count >= capacity { prune(&state, now: now) }
          state.entries[key] = Entry(value: value, loaded: now)
        }
        return state.loading.removeValue(forKey: key) ?? []
      }
      for continuation in waiting { continuation.resume(returning: result) }
      return try result.get()
    }
  }

  private func join(_ key: Key, load: @Sendable () async throws -> Value?) async throws -> Value? {
    let result = await withCheckedContinuation { continuation in
      let isGone = state.withLock { state in
        guard state.loading[key] != nil else { return true }
        state.loading[key]?.append(continuation)
        return false
      }
      if isGone { continuation.resume(returning: .failure(Gone())) }
    }
    if case .failure(let error) = result, error is Gone || error is CancellationError {
      // The look-up ended between the two locks, or its own caller left: ask again.
      try Task.checkCancellation()
      return try await value(for: key, load: load)
    }
    return try result.get()
  }

  private struct Gone: Error {}

  private func prune(_ state: inout State, now: ContinuousClock.Instant) {
    state.entries = state.entries.filter { now - $0.value.loaded < lifetime }
    if state.entries.count >= capacity { state.entries.removeAll(keepingCapacity: true) }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
