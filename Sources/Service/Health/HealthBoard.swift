import Synchronization

/// Whether the server is ready: for the whole (`""`) and for each service, the same for all.
///
/// Serving needs the word of whoever watches the schema and the database, and ends with the drain.
package final class HealthBoard: Sendable {
  package enum Status: Sendable, Hashable { case serving, notServing }

  private struct State {
    var services: Set<String>
    var isReady = false
    var isDraining = false
    var watchers: [UInt64: AsyncStream<Status>.Continuation] = [:]
    var nextWatcher: UInt64 = 0

    var status: Status { isReady && !isDraining ? .serving : .notServing }
  }

  private let state: Mutex<State>

  /// - Parameter services: full names, such as `o2c.v1.OrderService`.
  package init(services: [String]) {
    state = Mutex(State(services: Set(services).union([""])))
  }

  /// The schema is current and the database answers, or not.
  package func setReady(_ isReady: Bool) { change { $0.isReady = isReady } }

  /// From now on not serving, for good. Watchers are told and let go, so that none of them holds up
  /// the drain.
  package func drain() {
    change { $0.isDraining = true }
    let watchers = state.withLock { Array($0.watchers.values) }
    for watcher in watchers { watcher.finish() }
  }

  var isDraining: Bool { state.withLock { $0.isDraining } }

  package var isServing: Bool { state.withLock { $0.status } == .serving }

  package var services: [String] { state.withLock { $0.services.sorted() } }

  /// Nil for a service that is not here.
  func status(of service: String) -> Status? {
    state.withLock { $0.services.contains(service) ? $0.status : nil }
  }

  /// The status now and at every change; a watcher that does not read sees the latest.
  func changes() -> AsyncStream<Status> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Status.self, bufferingPolicy: .bufferingNewest(1))
    let id = state.withLock { state in
      let id = state.nextWatcher
      state.nextWatcher += 1
      state.watchers[id] = continuation
      continuation.yield(state.status)
      if state.isDraining { continuation.finish() }
      return id
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.watchers.removeValue(forKey: id) }
    }
    return stream
  }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      let before = state.status
      body(&state)
      guard state.status != before else { return }
      for watcher in state.watchers.values { watcher.yield(state.status) }
    }
  }
}
