import Crypto
package import Domain
import Foundation
import Logging
import Postgres
import ServiceLifecycle
import Store

/// Frees reservations whose time has passed. Each is a command of its own through the door, under a
/// request id that follows from the order and its time, so that a repeated sweep acts once.
struct ExpiryWorker: Service {
  let pool: Pool
  let door: Door
  let logger: Logger

  func run() async throws {
    await Rounds(every: .seconds(5)).run { _ in
      do {
        for seller in try await SellerDirectory.sellers(pool) {
          let now = door.clock.now()
          for due in try await DueReservations.list(seller, now: now, most: 200, pool) {
            await expire(due.order, until: due.until, seller)
          }
        }
      } catch {
        logger.warning("expiry sweep failed", metadata: ["error": "\(error)"])
      }
    }
  }

  private func expire(_ order: ID<Order>, until: Instant, _ seller: ID<Seller>) async {
    let hash = Array(SHA256.hash(data: Data("ExpireReservation \(order) \(until)".utf8)))
    let oldest = door.clock.now().adding(days: -RequestIdentity.keptDays + 1)
    let ticket = RequestTicket(
      seller: seller, caller: .system,
      requestID: .derived(from: hash, at: max(until, oldest)), hash: hash,
      method: "o2c.internal/ExpireReservation", deadline: nil)
    do {
      _ = try await door.submit(ExpireReservation(order: order), as: ticket) { order in
        (order.id, [])
      }
    } catch {
      logger.warning(
        "reservation not expired", metadata: ["order": "\(order)", "error": "\(error)"])
    }
  }
}

extension Caller {
  /// The system itself: in the log it stands under an id of zeros.
  package static let system = Caller(principal: ID(high: 0x7000, low: 0x8000_0000_0000_0000))
}

extension ID {
  /// An id with the time of a run and the bits of what it is about: the same for the same unit.
  package static func derived(from hash: [UInt8], at time: Instant) -> ID {
    var bits: [UInt64] = [0, 0]
    for (index, byte) in hash.prefix(16).enumerated() {
      bits[index / 8] = bits[index / 8] << 8 | UInt64(byte)
    }
    return ID(
      high: UInt64(time.milliseconds) << 16 | 0x7000 | bits[0] & 0xFFF,
      low: 0b10 << 62 | bits[1] >> 2)
  }
}
