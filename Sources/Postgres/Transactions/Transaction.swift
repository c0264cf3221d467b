/// An open transaction, lent to one synchronous closure on the connection's thread.
///
/// It cannot be copied or kept. After a failed statement it answers nothing more and ends in
/// ROLLBACK, whatever the closure does.
package struct Transaction: ~Copyable {
  private let session: Session
  private let deadline: Deadline
  /// The results of the opening queries, in their order.
  package let opened: [ResultSet]
  private(set) var flushQueries: [Query] = []
  private(set) var isDiscarded = false
  private(set) var failure: PostgresError?

  init(session: Session, deadline: Deadline, opened: [ResultSet]) {
    self.session = session
    self.deadline = deadline
    self.opened = opened
  }

  /// Runs queries in one round trip and answers with a result for each.
  package mutating func pipeline(_ queries: [Query]) throws(PostgresError) -> [ResultSet] {
    if let failure { throw failure }
    do throws(PostgresError) {
      let outcome = try session.pipeline(queries, until: deadline)
      if let (error, statement) = outcome.failure {
        throw PostgresError.server(error, statement: statement)
      }
      return outcome.results
    } catch {
      failure = error
      throw error
    }
  }

  /// Runs one query.
  package mutating func execute(_ query: Query) throws(PostgresError) -> ResultSet {
    try pipeline([query])[0]
  }

  /// Runs a text of many statements without parameters: for migrations.
  mutating func script(_ text: String) throws(PostgresError) {
    if let failure { throw failure }
    do throws(PostgresError) {
      try session.script(text, until: deadline)
    } catch {
      failure = error
      throw error
    }
  }

  /// Whether the server still is inside the transaction.
  var isOpen: Bool { session.isInTransaction }

  /// Adds statements that go out together with COMMIT, in one round trip, when the body returns.
  ///
  /// Nobody sees their results: what must stop a wrong commit is an error in the database.
  package mutating func flush(_ queries: [Query]) {
    flushQueries += queries
  }

  /// Ends in ROLLBACK although the body returns: what it looked at was a rehearsal.
  package mutating func discard() {
    isDiscarded = true
  }
}
