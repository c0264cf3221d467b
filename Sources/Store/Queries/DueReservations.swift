package import Domain
package import Postgres

/// Held orders whose reservations have lapsed and still stand on the stock levels.
package enum DueReservations {
  package struct Due: Sendable, Hashable {
    package var order: ID<Order>
    package var until: Instant
  }

  private static let selection: Statement = """
    SELECT order_id, reserve_until_time FROM orders
    WHERE seller_id = $1 AND state = 'ON_HOLD' AND reserve_until_time <= $2
    ORDER BY reserve_until_time, order_id LIMIT $3
    """

  package static func list(
    _ seller: ID<Seller>, now: Instant, most: Int, _ pool: Pool
  ) async throws -> [Due] {
    let query = Query(
      selection, .uuid(seller.uuid), .timestamp(now.microseconds), .int64(Int64(most)))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      try results[0].map { row in
        var reader = RowReader(row)
        return Due(order: try reader.id(), until: try reader.instant())
      }
    }
  }
}
