package import Domain
package import Postgres

/// The sellers that live in this database, for workers that visit each in turn.
package enum SellerDirectory {
  private static let selection: Statement = "SELECT id FROM seller_ids() AS id ORDER BY id"

  package static func sellers(_ pool: Pool) async throws -> [ID<Seller>] {
    try await pool.read([Query(selection)]) { results in
      try results[0].map { row in
        var reader = RowReader(row)
        return try reader.id()
      }
    }
  }
}
