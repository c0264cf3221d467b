package import Domain
package import Postgres

/// An account's postings in one currency, in minor units.
package struct TrialBalanceRow: Sendable, Equatable {
  package var account: Account
  package var currency: Currency
  package var debit: Int64
  /// Positive.
  package var credit: Int64

  package var balance: Int64 { debit - credit }
}

/// The balance of every account with postings, by account and currency.
package struct GetTrialBalance: ReadQuery {
  /// Nil is all days.
  package let asOf: CalendarDay?
  /// Nil is now.
  package let knownAt: Instant?

  package init(asOf: CalendarDay? = nil, knownAt: Instant? = nil) {
    self.asOf = asOf
    self.knownAt = knownAt
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> [TrialBalanceRow] {
    guard case .all = scope else { return [] }
    var conditions: [Fragment] = ["p.seller_id = \(bind: seller.uuid)"]
    if let asOf {
      conditions.append("e.posting_date <= \(bind: Parameter.date(asOf.daysSince1970))")
    }
    if let knownAt {
      conditions.append("e.record_time <= \(bind: Parameter.timestamp(knownAt.microseconds))")
    }
    let query = Query(
      """
      SELECT p.account, e.currency_code,
        coalesce(sum(p.amount_minor) FILTER (WHERE p.amount_minor > 0), 0)::bigint,
        coalesce(-sum(p.amount_minor) FILTER (WHERE p.amount_minor < 0), 0)::bigint
      FROM postings p
        JOIN journal_entries e ON e.seller_id = p.seller_id AND e.entry_id = p.entry_id
      WHERE \(conditions.joined(separator: " AND "))
      GROUP BY p.account, e.currency_code ORDER BY p.account, e.currency_code
      """)
    return try transaction.execute(query).map { row in
      var r = RowReader(row)
      return TrialBalanceRow(
        account: try r.account(), currency: try r.currency(), debit: try r.int64(),
        credit: try r.int64())
    }
  }
}
