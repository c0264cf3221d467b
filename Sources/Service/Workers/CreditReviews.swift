import Domain
import Logging
import Postgres
import Store

/// Reviews that are due, limits and approvals that are over: what time brings by itself.
struct CreditReviews {
  static let most = 50
  /// Accounts that a round looks at.
  static let accountPiece = 500

  let pool: Pool
  let door: Door
  let logger: Logger

  /// The seller's business date, and the version of the credit rules in force.
  func day(
    _ seller: ID<Seller>, _ now: Instant
  ) async throws -> (today: CalendarDay, policy: Int64) {
    let (today, rules) = try await rules(seller, now)
    return (today, rules.version)
  }

  private func rules(
    _ seller: ID<Seller>, _ now: Instant
  ) async throws -> (today: CalendarDay, rules: CreditRules) {
    let found = try await pool.answer(GetSeller(), of: seller, for: .all)
    let today = door.clock.day(at: now, in: found?.timeZone ?? "UTC")
    let policies = try await pool.answer(GrantedPolicies(), of: seller, for: .all)
    guard case .credit(let rules) = policies.inForce(.credit, on: today)?.rules else {
      return (today, CreditRules(in: found?.currency ?? .eur))
    }
    return (today, rules)
  }

  /// Looks at the accounts behind the last one of the piece before, and warns of those that have come
  /// near their limit.
  ///
  /// - Returns: where this piece ended; nil at the end.
  func warn(_ seller: ID<Seller>, after: ID<Customer>?) async throws -> ID<Customer>? {
    let (today, rules) = try await rules(seller, door.clock.now())
    let accounts = try await CreditSweeps.accounts(
      seller, after: after, most: Self.accountPiece, pool)
    let commands = SystemCommands(door: door, logger: logger)
    for account in accounts where rules.warns(of: account, on: today) != account.isWarned {
      // The version is what makes it this crossing and no other.
      await commands.submit(
        WarnOfUtilization(customer: account.customer),
        named: "WarnOfUtilization \(account.customer) \(account.version) \(rules.version) \(today)",
        at: account.updateTime, for: seller)
    }
    return accounts.count == Self.accountPiece ? accounts.last?.customer : nil
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
    for lapsed in try await CreditSweeps.lapsedLimits(seller, today: today, most: Self.most, pool) {
      await commands.submit(
        ExpireTemporaryLimit(customer: lapsed.customer),
        named: "ExpireTemporaryLimit \(lapsed.customer) \(lapsed.until)",
        at: now.startOfUTCDay, for: seller)
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
