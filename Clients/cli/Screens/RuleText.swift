/// What the rules of credit ask, in words.
enum RuleText {
  static func meaning(_ rule: String) -> String { byRule[rule] ?? "" }

  /// Short, so that they stand beside large amounts on 80 columns.
  private static let byRule: [String: String] = [
    "BLOCKED": "customer and account unblocked",
    "NO_ACCOUNT": "credit account or prepaid terms",
    "LIMIT": "exposure with it in the limit",
    "GROUP_LIMIT": "the group within its limit",
    "OVERDUE_DAYS": "days past due, oldest item",
    "OVERDUE_SHARE": "overdue share of open items",
    "TERMS": "terms no better than agreed",
    "REVIEW_EXPIRED": "the account reviewed in time",
    "DUNNING": "reminders, undisputed items",
    "ORDER_SIZE": "size of one order",
    "FIRST_ORDER": "size of a first order",
    "PREPAYMENT": "the deposit paid",
  ]
}
