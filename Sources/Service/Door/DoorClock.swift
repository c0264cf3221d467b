package import Domain
import Foundation
import Synchronization

/// The wall clock of this process, which never goes back, and business dates in time zones.
package final class DoorClock: Sendable {
  private let last = Mutex(Int64(0))
  private let zones = Mutex<[String: TimeZone]>([:])

  package init() {}

  package func now() -> Instant {
    let microseconds = Int64(Date().timeIntervalSince1970 * 1_000_000)
    return Instant(
      microseconds: last.withLock { last in
        last = max(last, microseconds)
        return last
      })
  }

  /// The first instant of a civil date in a zone; UTC where the zone is not known.
  package func start(of day: CalendarDay, in zone: String) -> Instant {
    let midnight = Int64(day.daysSince1970) * 86_400
    let timeZone = TimeZone(identifier: zone) ?? .gmt
    var offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(midnight)))
    // Where the clocks change in between, the offset is that of the start itself.
    offset = timeZone.secondsFromGMT(
      for: Date(timeIntervalSince1970: TimeInterval(midnight - Int64(offset))))
    return Instant(microseconds: (midnight - Int64(offset)) * 1_000_000)
  }

  /// The civil date at an instant in a zone; UTC where the zone is not known.
  package func day(at instant: Instant, in zone: String) -> CalendarDay {
    let timeZone = zones.withLock { zones in
      if let known = zones[zone] { return known }
      let found = TimeZone(identifier: zone) ?? .gmt
      zones[zone] = found
      return found
    }
    let seconds = instant.microseconds / 1_000_000
    let offset = timeZone.secondsFromGMT(
      for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    let local = seconds + Int64(offset)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CalendarDay(daysSince1970: Int32(day))
  }
}
