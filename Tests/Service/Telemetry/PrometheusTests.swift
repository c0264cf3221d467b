import CoreMetrics
import Foundation
import Logging
import Metrics
import Testing

@testable import Service

@Suite("Prometheus", .timeLimit(.minutes(1)))
struct PrometheusTests {
  @Test("counters, gauges, histograms and timers come out in the text format")
  func text() {
    let registry = PrometheusRegistry()
    let factory = PrometheusMetricsFactory(registry: registry)
    let counter = Counter(
      label: "o2c_rejections_total", dimensions: [("reason", "A\"B\n")], factory: factory)
    counter.increment(by: 3)
    Counter(label: "o2c_rejections_total", dimensions: [("reason", "C")], factory: factory)
      .increment()
    let gauge = Meter(label: "o2c_door_queue_depth", factory: factory)
    gauge.set(7)
    gauge.decrement(by: 2)
    let batch = Recorder(label: "o2c_door_batch_size", factory: factory)
    batch.record(1)
    batch.record(3)
    batch.record(100_000)
    let timer = Timer(
      label: "rpc.server.call.duration", dimensions: [("rpc_method", "x/Y")], factory: factory)
    timer.recordNanoseconds(3_000_000)
    let text = registry.text()
    for line in [
      "# TYPE o2c_rejections_total counter", #"o2c_rejections_total{reason="A\"B\n"} 3"#,
      #"o2c_rejections_total{reason="C"} 1"#, "# TYPE o2c_door_queue_depth gauge",
      "o2c_door_queue_depth 5", #"o2c_door_batch_size_bucket{le="1"} 1"#,
      #"o2c_door_batch_size_bucket{le="4"} 2"#, #"o2c_door_batch_size_bucket{le="+Inf"} 3"#,
      "o2c_door_batch_size_sum 100004", "o2c_door_batch_size_count 3",
      "# TYPE rpc_server_call_duration_seconds histogram",
      #"rpc_server_call_duration_seconds_bucket{rpc_method="x/Y",le="0.0025"} 0"#,
      #"rpc_server_call_duration_seconds_bucket{rpc_method="x/Y",le="0.005"} 1"#,
      #"rpc_server_call_duration_seconds_sum{rpc_method="x/Y"} 0.003"#,
    ] {
      #expect(text.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
  }

  @Test("the same name and labels are the same series; the same name of another kind is none")
  func identity() {
    let registry = PrometheusRegistry()
    let factory = PrometheusMetricsFactory(registry: registry)
    for _ in 0..<3 { Counter(label: "a", factory: factory).increment() }
    Meter(label: "a", factory: factory).set(99)
    #expect(registry.text() == "# TYPE a counter\na 3\n")
  }

  @Test("the endpoint answers /metrics and /healthz on loopback, and nothing else")
  func endpoint() async throws {
    let registry = PrometheusRegistry()
    Counter(label: "o2c_shed_total", factory: PrometheusMetricsFactory(registry: registry))
      .increment(by: 5)
    let ready = Tally()
    let ports = AsyncStream.makeStream(of: Int.self)
    let endpoint = try MetricsEndpoint(
      registry: registry, port: 0, logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() },
      isReady: { ready.count > 0 }, onBound: { ports.continuation.yield($0) })
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await endpoint.run() }
      var iterator = ports.stream.makeAsyncIterator()
      let port = try #require(await iterator.next())
      let peer = try await HTTPPeer.connect(port: port)
      #expect(try await peer.get("/metrics").contains("o2c_shed_total 5"))
      #expect(try await peer.get("/healthz").hasPrefix("HTTP/1.1 503"))
      ready.add()
      #expect(try await peer.get("/healthz").hasPrefix("HTTP/1.1 200"))
      #expect(try await peer.get("/").hasPrefix("HTTP/1.1 404"))
      group.cancelAll()
    }
    #expect(throws: MetricsEndpoint.NotLoopback.self) {
      try MetricsEndpoint(
        registry: registry, host: "0.0.0.0", port: 0, logger: Logger(label: "t"),
        isReady: { true })
    }
  }
}
