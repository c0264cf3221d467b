package import Domain
package import Postgres

/// A credit account with what of it is past due today and not disputed.
package struct CreditStanding: Sendable, Equatable {
  package var account: CreditAccount
  package var overdue: Int64
  /// The due date of the oldest of it.
  package var oldestDue: CalendarDay?
  /// Of the last review; empty where there was none, or nobody asked.
  package var scoreParts: [CreditScorePart] = []
}

package struct GetCreditAccount: ReadQuery {
  package let customer: ID<Customer>
  package let today: CalendarDay

  package init(of customer: ID<Customer>, today: CalendarDay) {
    self.customer = customer
    self.today = today
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> CreditStanding? {
    let query = try CreditAccountTable.list.query(id: customer.uuid, of: seller, for: scope)
    let accounts = try transaction.execute(query).map { try CreditAccountTable.read($0) }
    return try CreditStanding.standings(
      of: accounts, today, seller, withScores: true, in: &transaction
    ).first
  }
}

extension CreditStanding {
  private static let overdue: Statement = """
    SELECT customer_id, sum(open_minor)::bigint, min(due_date) FROM open_items
    WHERE seller_id = $1 AND customer_id = ANY($2) AND open_minor > 0 AND disputed_minor = 0
      AND due_date < $3
    GROUP BY customer_id
    """

  static func standings(
    of accounts: [CreditAccount], _ today: CalendarDay, _ seller: ID<Seller>, withScores: Bool,
    in transaction: inout Transaction
  ) throws -> [CreditStanding] {
    guard !accounts.isEmpty else { return [] }
    let rows = try transaction.execute(
      Query(overdue, .id(seller), .ids(accounts.map(\.customer)), Parameter(today.date)))
    var found: [ID<Customer>: (Int64, CalendarDay)] = [:]
    for row in rows {
      var r = RowReader(row)
      found[try r.id()] = (try r.int64(), try r.day())
    }
    let scored = withScores ? accounts.filter { $0.score != nil }.map(\.customer) : []
    let parts = try CreditScoreParts.list(of: scored, seller, in: &transaction)
    return accounts.map { account in
      let due = found[account.customer]
      return CreditStanding(
        account: account, overdue: due?.0 ?? 0, oldestDue: due?.1,
        scoreParts: parts[account.customer] ?? [])
    }
  }
}

extension CreditAccountTable {
  static let columnCount = columns.description.utf8.count { $0 == UInt8(ascii: ",") } + 1

  static let list = ListStatement(
    ResourceTable(
      key: Field("customer", .name(["customers"]), "customer_id"), customer: "customer_id",
      fields: [
        Field("customer", .name(["customers"]), "customer_id"),
        Field("risk_class", .code(RiskClass.allCases.map(\.rawValue)), "risk_class"),
        Field("blocked", .special(blocked), "is_blocked"),
        Field("group", .name(["customers"]), "group_id"),
        Field("next_review_date", .date, "next_review_date", sortable: true),
      ]), columns: Fragment(columns: columns), source: "credit_accounts")

  @Sendable private static func blocked(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    switch (comparison, value.form) {
    case (.equal, .word("true")), (.notEqual, .word("false")): return "is_blocked"
    case (.equal, .word("false")), (.notEqual, .word("true")): return "NOT is_blocked"
    default:
      throw .filter(
        "write blocked = true or blocked = false", field: "blocked", column: value.column)
    }
  }
}
