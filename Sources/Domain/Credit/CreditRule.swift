/// The rules of credit. All run at their checkpoints, and every failure is listed.
package enum CreditRule: String, CaseIterable, Sendable {
  /// The customer, its credit account or its group's is blocked.
  case blocked = "BLOCKED"
  /// The order is to be paid for before anything leaves, and is not. Nothing else but a block is
  /// asked of it.
  case prepayment = "PREPAYMENT"
  /// Credit was never granted.
  case noAccount = "NO_ACCOUNT"
  /// Exposure would pass the limit in force.
  case limit = "LIMIT"
  /// The exposure of all members would pass the limit of the group.
  case groupLimit = "GROUP_LIMIT"
  /// An undisputed item is too long past due.
  case overdueDays = "OVERDUE_DAYS"
  /// Too large a part of the receivables is past due.
  case overdueShare = "OVERDUE_SHARE"
  /// Terms longer, or a discount better, than agreed.
  case terms = "TERMS"
  /// The account was not reviewed in time.
  case reviewExpired = "REVIEW_EXPIRED"
  /// An undisputed item has been reminded too often.
  case dunning = "DUNNING"
  /// The order is larger than one order may be.
  case orderSize = "ORDER_SIZE"
  /// The order is larger than a first one may be.
  case firstOrder = "FIRST_ORDER"

  package func applies(at checkpoint: CreditCheckpoint) -> Bool {
    switch self {
    case .blocked, .prepayment, .limit, .groupLimit, .overdueDays, .dunning: true
    case .noAccount, .overdueShare, .terms, .reviewExpired, .orderSize, .firstOrder:
      checkpoint != .ship
    }
  }
}

/// Where credit is decided.
package enum CreditCheckpoint: String, CaseIterable, Sendable {
  /// Placing or confirming an order.
  case confirm = "CONFIRM"
  /// Amending one; the rules are those of confirming.
  case amend = "AMEND"
  /// Goods leave.
  case ship = "SHIP"
  /// A held order is decided again, by hand or by the system; the rules are those of confirming.
  case release = "RELEASE"
}

/// A rule at a decision: what it allowed and what it saw.
///
/// LIMIT, GROUP_LIMIT, ORDER_SIZE and FIRST_ORDER count minor units; so does PREPAYMENT, which wants
/// the value to reach the threshold; OVERDUE_DAYS, TERMS and
/// REVIEW_EXPIRED days; OVERDUE_SHARE millionths of a percent; DUNNING levels; BLOCKED and
/// NO_ACCOUNT are 1 where they deny.
package struct RuleOutcome: Hashable, Sendable {
  package var rule: CreditRule
  package var threshold: Int64
  package var value: Int64
  package var passed: Bool

  package init(_ rule: CreditRule, threshold: Int64, value: Int64, passed: Bool) {
    self.rule = rule
    self.threshold = threshold
    self.value = value
    self.passed = passed
  }
}
