import CoreMetrics
import NIOCore
import Synchronization

/// The hard limits on connections, which the transport does not have: how many, from one address,
/// how slow, how old. Its own limits are polite: a peer that answers nothing is never closed.
///
/// It hangs on callbacks of the transport that are meant for debugging, so tests hold it.
package final class ConnectionGuard: Sendable {
  package struct Limits: Sendable {
    package var connections = 4096
    package var connectionsPerAddress = 1024
    /// From the accept to the end of the TLS handshake.
    package var handshake: Duration = .seconds(5)
    /// From there to the first request.
    package var firstRequest: Duration = .seconds(10)
    /// Whatever happens; more than the polite age and grace together.
    package var age: Duration
    /// In each such time at least `progressBytes` must come in or go out.
    package var progress: Duration = .seconds(90)
    /// Fewer than the answer to one keepalive ping.
    package var progressBytes = 32
    /// Sent bytes must be acknowledged by the peer's kernel within this time.
    package var tcpUserTimeout: Duration = .seconds(20)

    package init(age: Duration = .seconds(17 * 60 + 5)) { self.age = age }

    /// Age = the polite age, the grace, and five seconds.
    package init(for settings: TransportSettings) {
      self.init(age: settings.maxAge + settings.maxGraceTime + .seconds(5))
    }
  }

  /// Why the guard closed a connection, or did not take it.
  package enum Verdict: String, Sendable, CaseIterable {
    case tooMany = "too_many"
    case tooManyFromAddress = "too_many_from_address"
    case handshakeTooSlow = "handshake_too_slow"
    case noRequest = "no_request"
    case tooOld = "too_old"
    case noProgress = "no_progress"
    case shutDown = "shut_down"
  }

  package struct Counters: Sendable, Equatable {
    package var accepted = 0
    package var open = 0
    package var streams = 0
    package var closed: [Verdict: Int] = [:]
  }

  private struct State {
    var counters = Counters()
    var perAddress: [String: Int] = [:]
    var connections: [ObjectIdentifier: GuardedConnection.Remote] = [:]
    var isShut = false
  }

  package let limits: Limits
  private let metrics: ConnectionMetrics
  private let state = Mutex(State())

  package init(limits: Limits = Limits(), metrics: ConnectionMetrics = ConnectionMetrics()) {
    self.limits = limits
    self.metrics = metrics
  }

  package var counters: Counters { state.withLock { $0.counters } }

  /// Closes every connection at once, without a word to the peer, and takes no new ones.
  package func closeAll() {
    let remotes = state.withLock { state in
      state.isShut = true
      return Array(state.connections.values)
    }
    for remote in remotes { remote.close() }
  }

  // MARK: Called by the transport

  func guardConnection(_ channel: any Channel) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      try GuardedConnection.install(on: channel, guardian: self)
    }.flatMap {
      TCPUserTimeout.set(self.limits.tcpUserTimeout, on: channel)
    }
  }

  func noteStream(_ channel: any Channel) -> EventLoopFuture<Void> {
    let remote = state.withLock { state in
      state.counters.streams += 1
      return channel.parent.flatMap { state.connections[ObjectIdentifier($0)] }
    }
    metrics.streams.increment()
    remote?.noteRequest()
    return channel.eventLoop.makeSucceededVoidFuture()
  }

  // MARK: Called by the connection

  /// Counts a connection in, or says why not.
  func admit(_ remote: GuardedConnection.Remote, from address: String, _ id: ObjectIdentifier)
    -> Verdict?
  {
    let verdict = state.withLock { state -> Verdict? in
      if state.isShut { return .shutDown }
      if state.counters.open >= limits.connections { return .tooMany }
      let own = state.perAddress[address, default: 0]
      if own >= limits.connectionsPerAddress { return .tooManyFromAddress }
      state.counters.accepted += 1
      state.counters.open += 1
      state.perAddress[address] = own + 1
      state.connections[id] = remote
      return nil
    }
    if verdict == nil { metrics.open.increment() }
    return verdict
  }

  func release(from address: String, _ id: ObjectIdentifier) {
    let wasOpen = state.withLock { state in
      guard state.connections.removeValue(forKey: id) != nil else { return false }
      state.counters.open -= 1
      let own = state.perAddress[address, default: 1] - 1
      state.perAddress[address] = own > 0 ? own : nil
      return true
    }
    if wasOpen { metrics.open.decrement() }
  }

  func count(_ verdict: Verdict) {
    state.withLock { $0.counters.closed[verdict, default: 0] += 1 }
    metrics.closed(verdict).increment()
  }
}
