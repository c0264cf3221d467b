package import CoreMetrics

/// The backend of swift-metrics that keeps its numbers in a `PrometheusRegistry`.
///
/// Timers become histograms in seconds, under a name that ends in `_seconds`; recorders become
/// histograms of counts, or of seconds where their name says so.
package struct PrometheusMetricsFactory: MetricsFactory {
  package let registry: PrometheusRegistry

  package init(registry: PrometheusRegistry) { self.registry = registry }

  package func makeCounter(
    label: String, dimensions: [(String, String)]
  ) -> any CounterHandler {
    WholeCounter(series: registry.series(label, dimensions, kind: .counter))
  }

  package func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    FractionCounter(series: registry.series(label, dimensions, kind: .counter))
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    Gauge(series: registry.series(label, dimensions, kind: .gauge))
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    guard aggregate else {
      return Gauge(series: registry.series(label, dimensions, kind: .gauge))
    }
    let buckets =
      label.hasSuffix("seconds")
      ? PrometheusRegistry.secondsBuckets : PrometheusRegistry.countBuckets
    return Histogram(
      series: registry.series(label, dimensions, kind: .histogram, buckets: buckets))
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    let name = label.hasSuffix("seconds") ? label : label + "_seconds"
    return Histogram(
      series: registry.series(
        name, dimensions, kind: .histogram, buckets: PrometheusRegistry.secondsBuckets))
  }

  // Series are few and live as long as the server.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}
}

private final class WholeCounter: CounterHandler {
  let series: PrometheusRegistry.Series
  init(series: PrometheusRegistry.Series) { self.series = series }
  func increment(by amount: Int64) { series.add(Double(amount)) }
  func reset() { series.reset() }
}

private final class FractionCounter: FloatingPointCounterHandler {
  let series: PrometheusRegistry.Series
  init(series: PrometheusRegistry.Series) { self.series = series }
  func increment(by amount: Double) { series.add(amount) }
  func reset() { series.reset() }
}

private final class Gauge: MeterHandler, RecorderHandler {
  let series: PrometheusRegistry.Series
  init(series: PrometheusRegistry.Series) { self.series = series }
  func set(_ value: Int64) { series.set(Double(value)) }
  func set(_ value: Double) { series.set(value) }
  func increment(by amount: Double) { series.add(amount) }
  func decrement(by amount: Double) { series.add(-amount) }
  func record(_ value: Int64) { series.set(Double(value)) }
  func record(_ value: Double) { series.set(value) }
}

private final class Histogram: RecorderHandler, TimerHandler {
  let series: PrometheusRegistry.Series
  init(series: PrometheusRegistry.Series) { self.series = series }
  func record(_ value: Int64) { series.observe(Double(value)) }
  func record(_ value: Double) { series.observe(value) }
  func recordNanoseconds(_ duration: Int64) { series.observe(Double(duration) / 1e9) }
}
