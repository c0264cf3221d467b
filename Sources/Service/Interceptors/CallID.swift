import Domain
import Foundation
import Synchronization

/// Makes the ids of calls: UUIDv7s, so that they sort by time in a log.
package final class CallIDs: Sendable {
  private let generator = Mutex(IDGenerator(seed: .random(in: .min ... .max)))

  package init() {}

  package func make() -> String {
    let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    return generator.withLock { $0.make(CallIDs.self, at: now) }.description
  }
}

extension Instant {
  fileprivate init(milliseconds: Int64) { self.init(microseconds: milliseconds * 1000) }
}
