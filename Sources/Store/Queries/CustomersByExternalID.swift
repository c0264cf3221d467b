package import Domain
package import Postgres

/// Finds customers by the seller's own numbers, for files that know no names.
package enum CustomersByExternalID {
  private static let selection: Statement = """
    SELECT customer_id, external_id FROM customers
    WHERE seller_id = $1 AND external_id = ANY ($2)
    """

  /// Those that are there and that the caller sees.
  package static func find(
    _ numbers: [String], of seller: ID<Seller>, for caller: Caller, _ pool: Pool
  ) async throws -> [String: ID<Customer>] {
    guard !numbers.isEmpty else { return [:] }
    let query = Query(selection, .uuid(seller.uuid), .array(numbers))
    return try await pool.read([query], Tenancy.readOnly(seller)) { results in
      var found: [String: ID<Customer>] = [:]
      for row in results[0] {
        var reader = RowReader(row)
        let id: ID<Customer> = try reader.id()
        if caller.sees(id) { found[try reader.text()] = id }
      }
      return found
    }
  }
}
