package import Domain
package import Postgres

/// Writes what changed on books: one statement a table. Nobody looks at their results: what must stop
/// a wrong commit is a constraint that raises.
package enum Flush {
  package static func queries(of books: borrowing Books) -> [Query] {
    var flush = FlushBuilder(seller: books.sellerID)
    flush.addMasters(books)
    flush.addDocuments(books)
    flush.addEvents(books)
    return flush.queries
  }

  /// Sends them piece by piece: the server writes one while the next is made.
  package static func write(_ books: borrowing Books, to transaction: inout Transaction) {
    var flush = FlushBuilder(seller: books.sellerID)
    flush.addMasters(books)
    flush.addDocuments(books)
    flush.send(to: &transaction)
    flush.addEvents(books)
    flush.send(to: &transaction)
  }

  /// What a batch answers, in the transaction of its effect.
  package static func write(
    _ replies: [StoredReply], of seller: ID<Seller>, to transaction: inout Transaction
  ) {
    if !replies.isEmpty { transaction.flush([RequestTable.insert(replies, of: seller)]) }
  }
}

struct FlushBuilder {
  let seller: ID<Seller>
  var queries: [Query] = []

  init(seller: ID<Seller>) { self.seller = seller }

  mutating func addMasters(_ books: borrowing Books) {
    addSettings(books)
    addCatalogue(books)
    addStock(books)
  }

  mutating func addDocuments(_ books: borrowing Books) {
    addOrders(books)
    addReturns(books)
    addInvoices(books)
    addPayments(books)
    addLedger(books)
    addPolicies(books)
    addIdentity(books)
  }

  mutating func addEvents(_ books: borrowing Books) {
    add(books.events.rows, EventTable.insert)
  }

  mutating func send(to transaction: inout Transaction) {
    guard !queries.isEmpty else { return }
    transaction.flush(queries)
    queries.removeAll(keepingCapacity: true)
  }

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
