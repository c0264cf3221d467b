import Domain
import GRPCCore
import Testing

@testable import Service

@Suite("Admission", .timeLimit(.minutes(1)))
struct AdmissionTests {
  static func caller(_ low: UInt64) -> ID<Principal> { ID(high: 1, low: low) }
  static func metrics() -> ServiceMetrics {
    ServiceMetrics(factory: PrometheusMetricsFactory(registry: PrometheusRegistry()))
  }

  @Test("one caller's flood leaves places for others, and every place comes back once")
  func limits() throws {
    let control = AdmissionControl(
      limits: .init(calls: 3, callsPerCaller: 2, streams: 1, streamsPerCaller: 1),
      metrics: Self.metrics())
    let first = try control.enter(Self.caller(1), as: .call)
    let second = try control.enter(Self.caller(1), as: .call)
    let limited = #expect(throws: ServiceError.self) {
      try control.enter(Self.caller(1), as: .call)
    }
    #expect(limited?.reason == "RATE_LIMITED")
    #expect(limited?.isRetryable == true)
    let other = try control.enter(Self.caller(2), as: .call)
    let full = #expect(throws: ServiceError.self) {
      try control.enter(Self.caller(3), as: .call)
    }
    #expect(full?.reason == "OVERLOADED")
    let stream = try control.enter(Self.caller(3), as: .stream)
    first.leave()
    first.leave()
    #expect(control.inFlight == 3)
    _ = try control.enter(Self.caller(1), as: .call)
    for place in [second, other, stream] { place.leave() }
    #expect(control.inFlight == 0)
  }

  @Test("a place that nobody gives back comes back when it is dropped")
  func dropped() throws {
    let control = AdmissionControl(limits: .init(calls: 1), metrics: Self.metrics())
    for _ in 0..<3 { _ = try control.enter(Self.caller(1), as: .call) }
    #expect(control.inFlight == 0)
    control.drain()
    #expect(throws: ServiceError.draining) { try control.enter(Self.caller(1), as: .call) }
  }

  @Test("beyond the cap calls are refused at once while the others go on, and health answers")
  func overTheWire() async throws {
    try await TestHouse.run { configuration in
      configuration.admission = .init(calls: 8, callsPerCaller: 8)
    } body: { house in
      let certificate = try house.certificate()
      _ = try await house.withCertificate(certificate) { client in
        let outcomes = try await withThrowingTaskGroup(of: Failure?.self) { group in
          for _ in 0..<40 {
            group.addTask { await client.failure(StubService.getOrder, "slow") }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let refused = outcomes.compactMap { $0 }
        #expect(outcomes.count - refused.count >= 8)
        #expect(!refused.isEmpty)
        for failure in refused {
          #expect(failure.code == .resourceExhausted)
          #expect(failure.metadata["outcome"] == "not_applied")
          #expect(failure.trailers.text("grpc-retry-pushback-ms") != nil)
        }
        try await client.call()
      }
    }
  }
}
