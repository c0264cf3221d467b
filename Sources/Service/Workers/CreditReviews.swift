import Domain
import Logging
import Postgres
import Store

/// Reviews that are due and approvals that are over: what time brings by itself.
struct CreditReviews {
  static let most = 50

  let pool: Pool
  let door: Door
  let logger: Logger

  /// The seller's business date, and the version of the credit rules in force.
  func day(
    _ seller: ID<Seller>, _ now: Instant
  ) async throws -> (today: CalendarDay, policy: Int64) {
    let found = try await pool.answer(GetSeller(), of: seller, for: .all)
    let today = door.clock.day(at: now, in: found?.timeZone ?? "UTC")
    let policies = try await pool.answer(GrantedPolicies(), of: seller, for: .all)
    return (today, policies.inForce(.credit, on: today)?.number ?? 1)
  }

  func sweep(_ seller: ID<Seller>) async throws {
    let now = door.clock.now()
    let (today, _) = try await day(seller, now)
    let commands = SystemCommands(door: door, logger: logger)
    for approval in try await DueApprovals.list(seller, now: now, most: Self.most, pool) {
      await commands.submit(
        ExpireApproval(approval: approval.id, subject: approval.subject),
        named: "ExpireApproval \(approval.id)", at: approval.expireTime, for: seller)
    }
    let due = try await PaymentHistories.dueForReview(seller, today: today, most: Self.most, pool)
    guard !due.isEmpty else { return }
    let histories = try await PaymentHistories.list(seller, of: due, today: today, pool)
    for customer in due {
      guard let history = histories[customer] else { continue }
      await commands.submit(
        ReviewCredit(customer: customer, history: history),
        named: "ReviewCredit \(customer) \(today)", at: now.startOfUTCDay, for: seller)
    }
  }
}

extension Instant {
  fileprivate var startOfUTCDay: Instant {
    Instant(microseconds: microseconds / 86_400_000_000 * 86_400_000_000)
  }
}
