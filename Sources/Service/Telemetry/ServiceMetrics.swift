package import CoreMetrics
import GRPCCore
import Metrics
import Synchronization

/// The measures of the RPC side, made once each and kept.
package final class ServiceMetrics: Sendable {
  private struct CallKey: Hashable {
    let method: String
    let code: Status.Code
  }

  let factory: any MetricsFactory
  private let durations = Mutex<[CallKey: Timer]>([:])
  private let rejections = Mutex<[String: Counter]>([:])
  private let shed: Counter
  private let unknownOutcomes: Counter

  package init(factory: any MetricsFactory = MetricsSystem.factory) {
    self.factory = factory
    shed = Counter(label: "o2c_shed_total", factory: factory)
    unknownOutcomes = Counter(label: "o2c_unknown_outcomes_total", factory: factory)
  }

  /// `rpc.server.call.duration` by method and status code.
  func recordCall(method: String, code: Status.Code, duration: Duration) {
    let key = CallKey(method: method, code: code)
    let timer = durations.withLock { timers in
      if let timer = timers[key] { return timer }
      let timer = Timer(
        label: "rpc.server.call.duration",
        dimensions: [
          ("rpc_method", method), ("rpc_response_status_code", code.description),
        ], factory: factory)
      timers[key] = timer
      return timer
    }
    let (seconds, attoseconds) = duration.components
    timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  /// Rejections by reason, and outcomes that nobody knows yet.
  func recordError(_ status: ErrorStatus) {
    rejections.withLock { counters in
      if let counter = counters[status.reason] { return counter }
      let counter = Counter(
        label: "o2c_rejections_total", dimensions: [("reason", status.reason)], factory: factory)
      counters[status.reason] = counter
      return counter
    }.increment()
    if status.outcome == .unknown { unknownOutcomes.increment() }
  }

  func recordShed() { shed.increment() }
}
