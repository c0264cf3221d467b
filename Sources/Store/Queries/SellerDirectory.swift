package import Domain
package import Postgres

/// The sellers there are, for workers that visit each in turn.
package enum SellerDirectory {
  private static let all: Statement = "SELECT s FROM seller_ids() AS s"

  package static func sellers(_ pool: Pool) async throws(TransactionError) -> [ID<Seller>] {
    try await pool.read([Query(all)]) { results in try results[0].map { ID(try $0.uuid(0)) } }
  }
}
