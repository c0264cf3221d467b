package import Domain
package import Postgres

/// The statements that write what changed on books: one a table, to be sent in one round trip with
/// COMMIT. Nobody looks at their results: what must stop a wrong commit is a constraint that raises.
package enum Flush {
  /// - Parameter replies: what the batch answers, stored in the transaction of its effect.
  package static func queries(
    of books: borrowing Books, replies: [StoredReply] = []
  ) -> [Query] {
    var flush = FlushBuilder(seller: books.sellerID)
    flush.addSettings(books)
    flush.addCatalogue(books)
    flush.addStock(books)
    flush.addOrders(books)
    flush.addReturns(books)
    flush.addInvoices(books)
    flush.addPayments(books)
    flush.addLedger(books)
    flush.addPolicies(books)
    flush.addIdentity(books)
    if !books.events.rows.isEmpty {
      flush.queries.append(EventTable.insert(books.events.rows, of: books.sellerID))
    }
    if !replies.isEmpty {
      flush.queries.append(RequestTable.insert(replies, of: books.sellerID))
    }
    return flush.queries
  }
}

struct FlushBuilder {
  let seller: ID<Seller>
  var queries: [Query] = []

  init(seller: ID<Seller>) { self.seller = seller }

  /// New rows, and those that differ from what is stored. A row that was changed and changed back
  /// has another version, so it differs.
  func split<Row: Aggregate>(
    _ shelf: borrowing Shelf<Row>, by isBefore: (Row, Row) -> Bool
  ) -> (new: [Row], changed: [Change<Row>]) {
    guard shelf.hasChanges else { return ([], []) }
    var new: [Row] = []
    var changed: [Change<Row>] = []
    for slot in shelf.changes {
      if let stored = slot.stored {
        if stored != slot.current { changed.append(Change(row: slot.current, stored: stored)) }
      } else {
        new.append(slot.current)
      }
    }
    new.sort(by: isBefore)
    changed.sort { isBefore($0.row, $1.row) }
    return (new, changed)
  }

  /// Inserts and updates of one table.
  mutating func add<Row: Aggregate>(
    _ shelf: borrowing Shelf<Row>, by isBefore: (Row, Row) -> Bool,
    insert: ([Row], ID<Seller>) -> Query, update: ([Change<Row>], ID<Seller>) -> Query
  ) {
    let (new, changed) = split(shelf, by: isBefore)
    if !new.isEmpty { queries.append(insert(new, seller)) }
    if !changed.isEmpty { queries.append(update(changed, seller)) }
  }

  mutating func add<Row>(_ rows: [Row], _ insert: ([Row], ID<Seller>) -> Query) {
    if !rows.isEmpty { queries.append(insert(rows, seller)) }
  }
}
