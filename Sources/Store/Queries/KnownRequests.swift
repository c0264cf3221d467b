package import Domain
package import Postgres

/// Which of a caller's requests were carried out before: their replies are stored.
package enum KnownRequests {
  private static let selection: Statement = """
    SELECT request_id FROM requests
    WHERE seller_id = $1 AND principal_id = $2 AND request_id = ANY ($3)
    """

  package static func find(
    _ requests: [ID<Request>], by principal: ID<Principal>, of seller: ID<Seller>, _ pool: Pool
  ) async throws -> Set<ID<Request>> {
    guard !requests.isEmpty else { return [] }
    let query = Query(selection, .uuid(seller.uuid), .uuid(principal.uuid), .ids(requests))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      Set(
        try results[0].map { row in
          var reader = RowReader(row)
          return try reader.id()
        })
    }
  }
}
