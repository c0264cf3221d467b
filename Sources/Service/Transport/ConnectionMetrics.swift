package import CoreMetrics
import Metrics

/// The measures of the guard.
package struct ConnectionMetrics: Sendable {
  let open: Meter
  let streams: Counter
  private let byVerdict: [ConnectionGuard.Verdict: Counter]

  package init(listener: String = "", factory: any MetricsFactory = MetricsSystem.factory) {
    let dimensions = listener.isEmpty ? [] : [("listener", listener)]
    open = Meter(label: "o2c_connections_open", dimensions: dimensions, factory: factory)
    streams = Counter(
      label: "o2c_connection_streams_total", dimensions: dimensions, factory: factory)
    byVerdict = Dictionary(
      uniqueKeysWithValues: ConnectionGuard.Verdict.allCases.map { verdict in
        (
          verdict,
          Counter(
            label: "o2c_connections_closed_total",
            dimensions: dimensions + [("verdict", verdict.rawValue)], factory: factory)
        )
      })
  }

  func closed(_ verdict: ConnectionGuard.Verdict) -> Counter {
    byVerdict[verdict] ?? Counter(label: "o2c_connections_closed_total")
  }
}
