/// What the rules of credit ask, in words.
enum RuleText {
  static func meaning(_ rule: String) -> String { byRule[rule] ?? "" }

  private static let byRule: [String: String] = [
    "BLOCKED": "customer or account is blocked",
    "NO_ACCOUNT": "a credit account, or prepaid terms",
    "LIMIT": "exposure with this order within the limit",
    "GROUP_LIMIT": "exposure of the group within its limit",
    "OVERDUE_DAYS": "days that the oldest item is past due",
    "OVERDUE_SHARE": "overdue share of what is open",
    "TERMS": "terms not better than agreed",
    "REVIEW_EXPIRED": "the account was reviewed in time",
    "DUNNING": "highest reminder on an undisputed item",
    "ORDER_SIZE": "size of one order",
    "FIRST_ORDER": "size of a customer's first order",
    "PREPAYMENT": "the deposit is paid",
  ]
}
