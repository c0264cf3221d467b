package import Domain
package import Postgres

/// Orders that wait for credit, in order of their time, with everything on which a new decision
/// could come out otherwise.
package enum CreditHolds {
  package struct Hold: Sendable {
    package var order: ID<Order>
    /// When it was decided on: the order of the holds.
    package var decideTime: Instant
    /// Who owes it.
    package var customer: ID<Customer>
    package var standing: Standing
  }

  /// What a decision rests on besides the rules and the day.
  package struct Standing: Sendable, Hashable {
    package var orderVersion: Int64
    /// Of who owes and, if that is another, of who ordered together.
    package var customerVersion: Int64
    /// The latest change of the account or its group's.
    package var updateTime: Instant
    /// Of the account, and of the group or 0.
    package var exposure: Int64
    package var groupExposure: Int64
    package var openItems: Int64
    /// Limits, block, review date and terms as one text.
    package var profile: String
  }

  private static let holds: Statement = """
    SELECT o.order_id, o.credit_decide_time, a.customer_id, o.version,
      c.version + coalesce(b.version, 0),
      greatest(a.update_time, g.update_time, c.update_time, b.update_time, o.update_time),
      a.open_orders_minor + a.unbilled_shipments_minor + a.open_items_minor
        - a.unapplied_cash_minor,
      coalesce(g.open_orders_minor + g.unbilled_shipments_minor + g.open_items_minor
        - g.unapplied_cash_minor + g.members_owed_minor - g.members_unapplied_minor, 0),
      a.open_items_minor,
      concat_ws(' ', a.limit_minor, a.temporary_limit_minor, a.temporary_until_date, a.is_blocked,
        a.next_review_date, a.agreed_terms, a.was_granted, a.group_id, g.limit_minor,
        g.temporary_limit_minor, g.temporary_until_date, g.is_blocked)
    FROM orders o
      JOIN credit_accounts a ON a.seller_id = o.seller_id
        AND a.customer_id = coalesce(o.bill_to_id, o.customer_id)
      JOIN customers c ON c.seller_id = a.seller_id AND c.customer_id = a.customer_id
      LEFT JOIN customers b ON b.seller_id = o.seller_id AND b.customer_id = o.customer_id
        AND o.bill_to_id IS NOT NULL
      LEFT JOIN credit_accounts g ON g.seller_id = a.seller_id AND g.customer_id = a.group_id
    WHERE o.seller_id = $1 AND o.state = 'ON_HOLD' AND o.holds @> '[{"kind": "CREDIT"}]'
      AND (o.credit_decide_time, o.order_id) > ($3, $4)
    ORDER BY o.credit_decide_time, o.order_id LIMIT $2
    """

  /// - Parameter after: the last of the piece before; nil for the first.
  package static func list(
    _ seller: ID<Seller>, after: Hold?, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [Hold] {
    let time = after?.decideTime ?? Instant(microseconds: 0)
    let query = Query(
      holds, .id(seller), .int64(Int64(most)), .timestamp(time.microseconds),
      .uuid(after?.order.uuid ?? UUIDBytes(0, 0)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { row in
        var r = RowReader(row)
        return Hold(
          order: try r.id(), decideTime: try r.instant(), customer: try r.id(),
          standing: Standing(
            orderVersion: try r.int64(), customerVersion: try r.int64(),
            updateTime: try r.instant(), exposure: try r.int64(), groupExposure: try r.int64(),
            openItems: try r.int64(), profile: try r.text()))
      }
    }
  }
}
