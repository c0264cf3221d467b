package import Domain
import GRPCCore
import Synchronization

/// Counts the calls in flight, all together and for each caller, and refuses beyond the limits.
///
/// Streams have places of their own, so that those who watch take none from those who work.
package final class AdmissionControl: Sendable {
  package struct Limits: Sendable {
    package var calls: Int
    package var callsPerCaller: Int
    package var streams: Int
    package var streamsPerCaller: Int

    package init(
      calls: Int = 2048, callsPerCaller: Int = 1024, streams: Int = 512,
      streamsPerCaller: Int = 64
    ) {
      self.calls = calls
      self.callsPerCaller = callsPerCaller
      self.streams = streams
      self.streamsPerCaller = streamsPerCaller
    }
  }

  package enum Kind: Sendable, Hashable { case call, stream }

  private struct Count {
    var total = 0
    var perCaller: [ID<Principal>: Int] = [:]
  }
  private struct State {
    var calls = Count()
    var streams = Count()
    var isDraining = false
  }

  private let limits: Limits
  private let metrics: ServiceMetrics
  private let state = Mutex(State())

  package init(limits: Limits = Limits(), metrics: ServiceMetrics) {
    self.limits = limits
    self.metrics = metrics
  }

  /// From now on every call is refused with DRAINING.
  package func drain() { state.withLock { $0.isDraining = true } }

  package var inFlight: Int { state.withLock { $0.calls.total + $0.streams.total } }

  /// Takes a place.
  ///
  /// - Throws: DRAINING, OVERLOADED when the server is full, RATE_LIMITED when this caller is.
  package func enter(_ caller: ID<Principal>, as kind: Kind) throws(ServiceError) -> Place {
    let path = kind == .call ? \State.calls : \State.streams
    let total = kind == .call ? limits.calls : limits.streams
    let perCaller = kind == .call ? limits.callsPerCaller : limits.streamsPerCaller
    let refusal = state.withLock { state -> ServiceError? in
      if state.isDraining { return .draining }
      if state[keyPath: path].total >= total {
        return .overloaded(limit: total, retryAfter: .milliseconds(200))
      }
      let own = state[keyPath: path].perCaller[caller, default: 0]
      if own >= perCaller {
        return .rateLimited(limit: perCaller, retryAfter: .milliseconds(100))
      }
      state[keyPath: path].total += 1
      state[keyPath: path].perCaller[caller] = own + 1
      return nil
    }
    if let refusal {
      if refusal.code == .resourceExhausted { metrics.recordShed() }
      throw refusal
    }
    return Place(control: self, caller: caller, kind: kind)
  }

  fileprivate func leave(_ caller: ID<Principal>, _ kind: Kind) {
    let path = kind == .call ? \State.calls : \State.streams
    state.withLock { state in
      state[keyPath: path].total -= 1
      let own = state[keyPath: path].perCaller[caller, default: 1] - 1
      state[keyPath: path].perCaller[caller] = own > 0 ? own : nil
    }
  }

  /// A call's place, given back once: when it leaves, or when it is dropped because its answer
  /// could not even begin.
  package final class Place: Sendable {
    private let control: AdmissionControl
    private let caller: ID<Principal>
    private let kind: Kind
    private let isLeft = Atomic(false)

    fileprivate init(control: AdmissionControl, caller: ID<Principal>, kind: Kind) {
      self.control = control
      self.caller = caller
      self.kind = kind
    }

    deinit { leave() }

    package func leave() {
      if !isLeft.exchange(true, ordering: .relaxed) { control.leave(caller, kind) }
    }
  }
}
