package import Domain
package import Postgres

/// Gives committed events their position in the seller's log and their link in its chain of hashes,
/// outside the hot path.
///
/// Transactions commit in another order than they took their ids in. Only events of transactions
/// that are older than every running one are sealed, so nothing appears behind a position that was
/// read. One seals at a time for a seller; who comes second finds the lock taken and does nothing.
package enum Sealer {
  /// Seals at least `count` events, where so many wait, and answers how many: all of a transaction.
  package static func seal(
    _ seller: ID<Seller>, atLeast count: Int, _ pool: Pool
  ) async throws(TransactionError) -> Int {
    try await pool.transaction(Tenancy.readWrite(seller), opening: [query(seller, count)]) {
      try answer($0.opened)
    }
  }

  fileprivate static func query(_ seller: ID<Seller>, _ count: Int) -> Query {
    Query("SELECT seal_events($1, $2)", .id(seller), .int32(Int32(clamping: count)))
  }

  fileprivate static func answer(_ opened: [ResultSet]) throws(DecodeError) -> Int {
    Int(try opened[0].single.int32(0))
  }
}

extension Connection {
  /// Seals at least `count` events of the seller, where so many wait, and answers how many.
  package func seal(
    _ seller: ID<Seller>, atLeast count: Int
  ) throws(TransactionError) -> Int {
    try transaction(Tenancy.readWrite(seller), opening: [Sealer.query(seller, count)]) {
      try Sealer.answer($0.opened)
    }
  }
}
