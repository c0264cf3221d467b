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
/// It also scores customers whose review is due, warns of those that come near their limit, and notes
/// temporary limits that are over and approvals that nobody decided on in time.
struct CreditWorker: Service {
  static let most = 500
  /// Rounds between two looks for reviews and approvals.
  static let sweepEvery = 60
  /// Rounds between two pieces of accounts that are looked at for how much of their limit is used.
  static let warnEvery = 5

  let pool: Pool
  let door: Door
  let logger: Logger

  func run() async throws {
    var seen: [ID<Seller>: [ID<Order>: Look]] = [:]
    var places: [ID<Seller>: ID<Customer>] = [:]
    let reviews = CreditReviews(pool: pool, door: door, logger: logger)
    await Rounds(every: .seconds(1)).run { rounds in
      do {
        for seller in try await SellerDirectory.sellers(pool) {
          try await self.round(seller, seen: &seen[seller, default: [:]])
          if rounds.count % Self.warnEvery == Self.warnEvery - 1 {
            places[seller] = try await reviews.warn(seller, after: places[seller])
          }
          guard rounds.count % Self.sweepEvery == Self.sweepEvery - 1 else { continue }
          try await reviews.sweep(seller)
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

    mutating func note(_ made: RedecideCredit.Redecision) {
      standing.exposure = made.account.exposure
      standing.groupExposure = made.group?.groupExposure ?? 0
      standing.openItems = made.account.openItems
    }

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

  func round(
    _ seller: ID<Seller>, seen: inout [ID<Order>: Look]
  ) async throws {
    var piece = try await CreditHolds.list(seller, after: nil, most: Self.most, pool)
    guard !piece.isEmpty else {
      seen = [:]
      return
    }
    let (today, policy) = try await CreditReviews(pool: pool, door: door, logger: logger)
      .day(seller, door.clock.now())
    var left: [ID<Order>: Look] = [:]
    while let last = piece.last {
      await decide(piece, today, policy, seller, seen: seen, left: &left)
      guard piece.count == Self.most, !Task.isShuttingDownGracefully else { break }
      piece = try await CreditHolds.list(seller, after: last, most: Self.most, pool)
    }
    seen = left
  }

  private func decide(
    _ holds: [CreditHolds.Hold], _ today: CalendarDay, _ policy: Int64, _ seller: ID<Seller>,
    seen: [ID<Order>: Look], left: inout [ID<Order>: Look]
  ) async {
    for hold in holds {
      let look = Look(standing: hold.standing, day: today, policy: policy)
      if let last = seen[hold.order], !look.isWorthAnother(after: last) {
        left[hold.order] = last
        continue
      }
      left[hold.order] = await redecide(hold.order, look, seller)
    }
  }

  /// Answers with what the decision saw, which may be more than the look before it did.
  private func redecide(
    _ order: ID<Order>, _ look: Look, _ seller: ID<Seller>
  ) async -> Look {
    let text = "RedecideCredit \(order) \(look)"
    let answer = await SystemCommands(door: door, logger: logger).submit(
      RedecideCredit(order: order), named: text, at: look.standing.updateTime, for: seller)
    var seen = look
    switch answer {
    case nil:
      // It could not happen now: the next round asks again.
      seen.standing.exposure = .max
      return seen
    case .replayed: return look
    case .decided(let value):
      guard let made = value as? RedecideCredit.Redecision else { return look }
      seen.note(made)
      return seen
    }
  }
}

/// Commands of the system, under request ids that follow from what they are about.
struct SystemCommands {
  let door: Door
  let logger: Logger

  /// - Parameters:
  ///   - text: the command with everything that makes it this one and no other.
  ///   - time: when that came to be.
  /// - Returns: nil where it could not happen now.
  @discardableResult
  func submit(
    _ command: some Command, named text: String, at time: Instant, for seller: ID<Seller>
  ) async -> DoorAnswer? {
    let hash = Array(SHA256.hash(data: Data(text.utf8)))
    let oldest = door.clock.now().adding(days: -RequestIdentity.keptDays + 1)
    let method = "o2c.internal/\(text.split(separator: " ").first ?? "")"
    let ticket = RequestTicket(
      seller: seller, caller: .system, requestID: .derived(from: hash, at: max(time, oldest)),
      hash: hash, method: method, deadline: nil)
    do {
      return try await door.submit(command, as: ticket) { ($0, []) }
    } catch {
      logger.warning("\(method) failed", metadata: ["text": "\(text)", "error": "\(error)"])
      return nil
    }
  }
}
