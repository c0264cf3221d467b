package import Domain
package import Postgres

/// What a customer owes, a sum a currency.
package struct CustomerBalance: Sendable, Equatable {
  package var customer: ID<Customer>
  /// By currency code.
  package var sums: [Sum]

  package struct Sum: Sendable, Equatable {
    package var currency: Currency
    package var open: Int64
    package var overdue: Int64
    package var unapplied: Int64
  }
}

/// Nil when the customer is not there, or not the caller's.
package struct GetAccountBalance: ReadQuery {
  package let customer: ID<Customer>
  package let asOf: CalendarDay
  package let knownAt: Instant?

  package init(of customer: ID<Customer>, asOf: CalendarDay, knownAt: Instant? = nil) {
    self.customer = customer
    self.asOf = asOf
    self.knownAt = knownAt
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> CustomerBalance? {
    let found = try CustomerTable.list.query(id: customer.uuid, of: seller, for: scope)
    let results = try transaction.pipeline([found, sums(of: seller)])
    guard !results[0].isEmpty else { return nil }
    return CustomerBalance(
      customer: customer,
      sums: try results[1].map { row in
        var r = RowReader(row)
        return .init(
          currency: try r.currency(), open: try r.int64(), overdue: try r.int64(),
          unapplied: try r.int64())
      })
  }

  private func sums(of seller: ID<Seller>) -> Query {
    let day = Parameter.date(asOf.daysSince1970)
    let known = Parameter.timestamp((knownAt ?? .distantFuture).microseconds)
    let items = OpenItemTable.history(asOf: asOf, knownAt: knownAt, seller)
    return Query(
      """
      SELECT currency_code, sum(open)::bigint, sum(overdue)::bigint, sum(unapplied)::bigint FROM (
        SELECT currency_code, outstanding AS open,
          CASE WHEN due_date < \(bind: day) THEN outstanding ELSE 0 END AS overdue,
          0 AS unapplied
        FROM \(items) WHERE customer_id = \(bind: customer.uuid)
        UNION ALL
        SELECT p.currency_code, 0, 0, p.amount_minor - coalesce((
          SELECT sum(CASE WHEN a.effective_date <= \(bind: day) AND a.record_time <= \(bind: known)
            THEN a.amount_minor ELSE 0 END
            - CASE WHEN a.unapplied_date <= \(bind: day) AND a.unapplied_time <= \(bind: known)
            THEN a.amount_minor ELSE 0 END)
          FROM payment_applications a
          WHERE a.seller_id = p.seller_id AND a.payment_id = p.payment_id), 0)
        FROM payments p
        WHERE p.seller_id = \(bind: seller.uuid) AND p.customer_id = \(bind: customer.uuid)
          AND p.value_date <= \(bind: day) AND p.create_time <= \(bind: known)) AS parts
      GROUP BY currency_code ORDER BY currency_code
      """)
  }
}
