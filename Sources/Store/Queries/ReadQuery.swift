package import Domain
package import Postgres

/// A question to the books of one seller, asked in a read-only transaction of its own. The caller's
/// scope is part of every question: what it may not see is not there.
package protocol ReadQuery: Sendable {
  associatedtype Answer: Sendable
  func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Answer
}

extension Pool {
  /// Asks in one snapshot. A `Rejection` of the question (a bad filter) comes as the error of the
  /// body.
  package func answer<Q: ReadQuery>(
    _ query: Q, of seller: ID<Seller>, for scope: Caller.Scope, deadline: Deadline? = nil
  ) async throws(TransactionError) -> Q.Answer {
    try await transaction(Tenancy.readOnly(seller), deadline: deadline) { transaction in
      try query.answer(in: &transaction, of: seller, for: scope)
    }
  }
}

extension Connection {
  package func answer<Q: ReadQuery>(
    _ query: Q, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws(TransactionError) -> Q.Answer {
    try transaction(Tenancy.readOnly(seller)) { transaction in
      try query.answer(in: &transaction, of: seller, for: scope)
    }
  }
}

/// What a list is asked for.
package struct ListRequest: Sendable {
  /// As the caller wrote it.
  package var filter: String
  package var orderBy: String
  /// Rows of the page, 1 to 1,000.
  package var size: Int
  /// The key of the last row of the page before, from a token that was checked.
  package var after: [String]?
  /// Lines, snapshots and what else only the full view shows.
  package var isFull: Bool
  /// For `overdue()`: the seller's business date.
  package var today: CalendarDay

  package init(
    filter: String = "", orderBy: String = "", size: Int = 50, after: [String]? = nil,
    isFull: Bool = false, today: CalendarDay
  ) {
    self.filter = filter
    self.orderBy = orderBy
    self.size = size
    self.after = after
    self.isFull = isFull
    self.today = today
  }
}

/// A page of rows.
package struct Listing<Row: Sendable>: Sendable {
  package var rows: [Row]
  /// The key of each row, to go on behind it: a page may end early.
  package var keys: [[String]]
  /// Whether rows follow behind the last.
  package var hasMore: Bool

  /// Where the next page begins; nil at the end.
  package var next: [String]? { hasMore ? keys.last : nil }
}
