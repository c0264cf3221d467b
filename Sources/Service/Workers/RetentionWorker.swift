import Domain
import Logging
import Postgres
import ServiceLifecycle
import Store

/// Removes stored replies whose ids are too old to be accepted, in small pieces: since an id carries
/// its time, a request whose reply is gone is refused and cannot act twice.
struct RetentionWorker: Service {
  static let piece = 1000

  let pool: Pool
  let clock: DoorClock
  let logger: Logger

  func run() async throws {
    await Rounds(every: .seconds(60)).run { _ in
      do {
        for seller in try await SellerDirectory.sellers(pool) {
          // An hour beyond what is accepted, for servers whose clocks differ.
          let oldest = clock.now().adding(days: -RequestIdentity.keptDays).adding(hours: -1)
          while try await RequestRetention.remove(
            seller, before: oldest, most: Self.piece, pool) == Self.piece
          {
            if Task.isShuttingDownGracefully { return }
          }
        }
      } catch {
        logger.warning("removing old replies failed", metadata: ["error": "\(error)"])
      }
    }
  }
}
