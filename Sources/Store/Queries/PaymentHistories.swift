package import Domain
package import Postgres

/// How customers have paid, as the books tell it: what a credit review looks at.
package enum PaymentHistories {
  /// Accounts that a review has never seen and that have an invoice, or whose review is due.
  private static let due: Statement = """
    SELECT customer_id FROM credit_accounts
    WHERE seller_id = $1 AND first_invoice_date IS NOT NULL
      AND (score IS NULL OR next_review_date <= $2)
    ORDER BY customer_id LIMIT $3
    """

  /// Cash alone counts as paid; days are those from the due date to the money's effective date.
  private static let histories: Statement = """
    SELECT w.customer_id, coalesce(p.weighted, 0)::bigint, coalesce(p.paid, 0)::bigint,
      coalesce(i.overdue, 0)::bigint, coalesce(i.receivables, 0)::bigint,
      coalesce(i.settled, 0)::bigint, coalesce(i.sales, 0)::bigint
    FROM unnest($2::uuid[]) AS w (customer_id)
      CROSS JOIN LATERAL (
        SELECT sum(i.open_minor) FILTER (WHERE i.open_minor > 0 AND i.due_date < $3) AS overdue,
          sum(i.open_minor) AS receivables,
          count(DISTINCT i.invoice_id) FILTER (WHERE i.open_minor = 0) AS settled,
          sum(i.original_minor) FILTER (WHERE i.document_date > $4) AS sales
        FROM open_items i WHERE i.seller_id = $1 AND i.customer_id = w.customer_id) AS i
      CROSS JOIN LATERAL (
        SELECT sum(a.amount_minor * (a.effective_date - i.due_date)) AS weighted,
          sum(a.amount_minor) AS paid
        FROM open_items i
          JOIN payment_applications a ON a.seller_id = i.seller_id AND a.item_id = i.item_id
        WHERE i.seller_id = $1 AND i.customer_id = w.customer_id AND a.state = 'ACTIVE'
          AND a.effective_date > $4) AS p
    """

  package static func dueForReview(
    _ seller: ID<Seller>, today: CalendarDay, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [ID<Customer>] {
    let query = Query(due, .id(seller), Parameter(today.date), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { row in
        var r = RowReader(row)
        return try r.id()
      }
    }
  }

  package static func list(
    _ seller: ID<Seller>, of customers: [ID<Customer>], today: CalendarDay, _ pool: Pool
  ) async throws(TransactionError) -> [ID<Customer>: PaymentHistory] {
    let query = Query(
      histories, .id(seller), .ids(customers), Parameter(today.date),
      Parameter(today.adding(days: -365).date))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      var found: [ID<Customer>: PaymentHistory] = [:]
      for row in results[0] {
        var r = RowReader(row)
        let customer = try r.id(Customer.self)
        var history = PaymentHistory()
        history.weightedDays = try r.int64()
        history.paid = try r.int64()
        history.overdue = try r.int64()
        history.receivables = try r.int64()
        history.paidInvoices = try r.int64()
        history.sales = try r.int64()
        found[customer] = history
      }
      return found
    }
  }
}
