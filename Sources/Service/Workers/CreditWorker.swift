import Crypto
import Domain
import Foundation
import Logging
import Postgres
import ServiceLifecycle
import Store

/// Decides again on the orders that wait for credit when something they wait for has come: less is
/// owed, a limit rose, a profile or the rules changed, or a day went by. Each is a command of its own
/// through the door, in the order of the holds, under a request id that follows from the order and
/// what has changed, so that several servers act once.
///
/// It also scores customers whose review is due, and notes approvals that nobody decided on in time.
struct CreditWorker: Service {
  static let most = 500

  let pool: Pool
  let door: Door
  let logger: Logger

  func run() async throws {
    var seen: [ID<Seller>: [ID<Order>: Look]] = [:]
    await Rounds(every: .seconds(1)).run { _ in
      do {
        for seller in try await SellerDirectory.sellers(pool) {
          try await self.round(seller, seen: &seen[seller, default: [:]])
        }
      } catch {
        logger.warning("credit round failed", metadata: ["error": "\(error)"])
      }
    }
  }

  /// A hold as it was when it was last decided on.
  struct Look: Equatable {
    var standing: CreditHolds.Standing
    var day: CalendarDay
    var policy: Int64

    /// Whether a decision could come out otherwise than it did then.
    func isWorthAnother(after last: Look) -> Bool {
      day != last.day || policy != last.policy
        || standing.profile != last.standing.profile
        || standing.orderVersion != last.standing.orderVersion
        || standing.customerVersion != last.standing.customerVersion
        || standing.exposure < last.standing.exposure
        || standing.groupExposure < last.standing.groupExposure
        || standing.openItems < last.standing.openItems
    }
  }

  func round(_ seller: ID<Seller>, seen: inout [ID<Order>: Look]) async throws {
    let now = door.clock.now()
    let holds = try await CreditHolds.list(seller, most: Self.most, pool)
    let reviews = CreditReviews(pool: pool, door: door, logger: logger)
    let (today, policy) = try await reviews.day(seller, now)
    var left: [ID<Order>: Look] = [:]
    for hold in holds {
      let look = Look(standing: hold.standing, day: today, policy: policy)
      if let last = seen[hold.order], !look.isWorthAnother(after: last) {
        left[hold.order] = last
        continue
      }
      left[hold.order] = look
      await redecide(hold.order, look, seller)
    }
    seen = left
    try await reviews.sweep(seller, now, today)
  }

  private func redecide(_ order: ID<Order>, _ look: Look, _ seller: ID<Seller>) async {
    let text = "RedecideCredit \(order) \(look)"
    await SystemCommands(door: door, logger: logger).submit(
      RedecideCredit(order: order), named: text, at: look.standing.updateTime, for: seller)
  }
}

/// Commands of the system, under request ids that follow from what they are about.
struct SystemCommands {
  let door: Door
  let logger: Logger

  /// - Parameters:
  ///   - text: the command with everything that makes it this one and no other.
  ///   - time: when that came to be.
  func submit(
    _ command: some Command, named text: String, at time: Instant, for seller: ID<Seller>
  ) async {
    let hash = Array(SHA256.hash(data: Data(text.utf8)))
    let oldest = door.clock.now().adding(days: -RequestIdentity.keptDays + 1)
    let method = "o2c.internal/\(text.split(separator: " ").first ?? "")"
    let ticket = RequestTicket(
      seller: seller, caller: .system, requestID: .derived(from: hash, at: max(time, oldest)),
      hash: hash, method: method, deadline: nil)
    do {
      _ = try await door.submit(command, as: ticket) { _ in (true, []) }
    } catch {
      logger.warning("\(method) failed", metadata: ["text": "\(text)", "error": "\(error)"])
    }
  }
}
