package import Domain
package import Postgres

/// Removes the replies of requests whose ids are too old to be accepted, in small pieces.
package enum RequestRetention {
  /// The callers one after the other through the key, and of each the oldest ids.
  private static let removal: Statement = """
    WITH RECURSIVE callers AS (
      (SELECT r.principal_id FROM requests r WHERE r.seller_id = $1
        ORDER BY r.principal_id LIMIT 1)
      UNION ALL
      SELECT (SELECT r.principal_id FROM requests r
        WHERE r.seller_id = $1 AND r.principal_id > c.principal_id
        ORDER BY r.principal_id LIMIT 1)
      FROM callers c WHERE c.principal_id IS NOT NULL
    ), old AS (
      SELECT c.principal_id, o.request_id FROM callers c, LATERAL (
        SELECT r.request_id FROM requests r
        WHERE r.seller_id = $1 AND r.principal_id = c.principal_id AND r.request_id < $2
        ORDER BY r.request_id LIMIT $3) AS o
      LIMIT $3
    )
    DELETE FROM requests d USING old
    WHERE d.seller_id = $1 AND d.principal_id = old.principal_id AND d.request_id = old.request_id
    """

  /// Removes at most `most` of those whose id carries a time before `time`, and answers how many.
  package static func remove(
    _ seller: ID<Seller>, before time: Instant, most: Int, _ pool: Pool
  ) async throws(TransactionError) -> Int {
    // The first id of that millisecond: time is what a UUIDv7 begins with.
    let bound = UUIDBytes(UInt64(bitPattern: time.milliseconds) << 16, 0)
    let query = Query(removal, .id(seller), .uuid(bound), .int64(Int64(most)))
    return try await pool.transaction(Tenancy.readWrite(seller), opening: [query]) {
      $0.opened[0].affectedRows
    }
  }
}
