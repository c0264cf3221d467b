package import Domain
package import Postgres

/// Credit accounts that a sweep has something to note on.
package enum CreditSweeps {
  private static let lapsed: Statement = """
    SELECT customer_id, temporary_until_date FROM credit_accounts
    WHERE seller_id = $1 AND temporary_until_date < $2
    ORDER BY temporary_until_date, customer_id LIMIT $3
    """

  /// Accounts whose temporary limit has passed its last day, the longest first.
  package static func lapsedLimits(
    _ seller: ID<Seller>, today: CalendarDay, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [(customer: ID<Customer>, until: CalendarDay)] {
    let query = Query(lapsed, .id(seller), Parameter(today.date), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { row in
        var r = RowReader(row)
        return (try r.id(), try r.day())
      }
    }
  }

  /// The accounts of a piece, in the order of their keys. An index over exposure would be written by
  /// every order; a piece a round comes by all accounts as well, and costs orders nothing.
  private static let piece = Statement(
    "SELECT ", CreditAccountTable.columns,
    """
     FROM credit_accounts WHERE seller_id = $1 AND customer_id > $2
    ORDER BY customer_id LIMIT $3
    """)

  /// - Parameter after: where the piece before ended; nil for the first.
  package static func accounts(
    _ seller: ID<Seller>, after: ID<Customer>?, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [CreditAccount] {
    let query = Query(
      piece, .id(seller), .uuid(after?.uuid ?? UUIDBytes(0, 0)), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { try CreditAccountTable.read($0) }
    }
  }
}
