package import Domain
package import Postgres

/// Credit accounts, with what is overdue on them.
package struct ListCreditAccounts: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<CreditStanding> {
    let query = try CreditAccountTable.list.query(request, of: seller, for: scope)
    let page = try transaction.execute(query)
    let listing = try page.listing(request, columns: CreditAccountTable.columnCount) {
      try CreditAccountTable.read($0)
    }
    let standings = try CreditStanding.standings(
      of: listing.rows, request.today, seller, withScores: request.isFull, in: &transaction)
    return Listing(rows: standings, keys: listing.keys, hasMore: listing.hasMore)
  }
}
