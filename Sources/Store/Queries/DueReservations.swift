package import Domain
package import Postgres

/// Orders whose reservations have lapsed and still hold stock.
package enum DueReservations {
  package struct Due: Sendable {
    package var order: ID<Order>
    package var until: Instant
  }

  private static let due: Statement = """
    SELECT order_id, reserve_until_time FROM orders
    WHERE seller_id = $1 AND reserve_until_time <= $2
    ORDER BY reserve_until_time, order_id LIMIT $3
    """

  /// The longest due first.
  package static func list(
    _ seller: ID<Seller>, now: Instant, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> [Due] {
    let query = Query(
      due, .id(seller), .timestamp(now.microseconds), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { row in
        Due(order: ID(try row.uuid(0)), until: Instant(microseconds: try row.timestamp(1)))
      }
    }
  }
}
