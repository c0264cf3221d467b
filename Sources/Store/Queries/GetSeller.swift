package import Domain
package import Postgres

/// The seller of the transaction.
package struct GetSeller: ReadQuery {
  package init() {}

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Seller? {
    try transaction.execute(Query(LoadStatements.seller, .id(seller))).first.map {
      try SellerTable.read($0, seller)
    }
  }
}
