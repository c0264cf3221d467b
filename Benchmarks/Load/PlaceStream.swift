import ArgumentParser
import OrderToCash

/// Orders through one stream: the SDK takes as many as the server answers.
struct PlaceStream: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "Places orders through one stream, without end.")

  @OptionGroup var options: LoadOptions

  func run() async throws {
    let start = ContinuousClock.now.advanced(by: .seconds(options.warmUp))
    let end = start.advanced(by: .seconds(options.seconds))
    var measurement = Measurement(units: 0, seconds: options.seconds, failures: 0, latencies: [])
    measurement = try await withOrderToCash(options.client()) { [measurement] client in
      var measurement = measurement
      for try await result in client.orders.place(stream: Orders(end: end)) {
        _ = try result.get()
        let now = ContinuousClock.now
        if now >= start, now < end { measurement.units += 1 }
      }
      return measurement
    }
    print(measurement.json(unit: "orders", inFlight: 1))
  }
}

/// Orders until the time is up.
private struct Orders: AsyncSequence, Sendable {
  let end: ContinuousClock.Instant

  struct AsyncIterator: AsyncIteratorProtocol {
    let end: ContinuousClock.Instant
    var chance = Chance(seed: UInt64.random(in: .min ... .max))

    mutating func next() async -> PlaceOrderRequest? {
      guard ContinuousClock.now < end else { return nil }
      let order = SeededGoods.order(&chance)
      return .with { $0.order = order }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(end: end) }
}
