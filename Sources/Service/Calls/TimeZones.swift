package import Domain
import Synchronization

/// The time zones of sellers, asked for at most once a minute each: reads need the business date,
/// and a zone hardly ever changes.
package final class TimeZones: Sendable {
  private struct Known {
    var zone: String
    var until: ContinuousClock.Instant
  }
  private let known = Mutex<[ID<Seller>: Known]>([:])

  package init() {}

  func zone(
    of seller: ID<Seller>, else ask: () async throws -> String
  ) async throws -> String {
    let cached = known.withLock { known in
      known[seller].flatMap { $0.until > .now ? $0.zone : nil }
    }
    if let cached { return cached }
    let zone = try await ask()
    known.withLock { $0[seller] = Known(zone: zone, until: .now + .seconds(60)) }
    return zone
  }
}
