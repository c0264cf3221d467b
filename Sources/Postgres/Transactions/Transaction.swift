/// An open transaction, lent to one synchronous closure on the connection's thread.
///
/// It cannot be copied or kept. After a failed statement it answers nothing more and ends in
/// ROLLBACK, whatever the closure does.
package struct Transaction: ~Copyable {
  private let session: Session
  private let deadline: Deadline
  /// The results of the opening queries, in their order.
  package let opened: [ResultSet]
  private(set) var sent = SentQueries()
  private(set) var isDiscarded = false
  private(set) var failure: PostgresError?

  init(session: Session, deadline: Deadline, opened: [ResultSet]) {
    self.session = session
    self.deadline = deadline
    self.opened = opened
  }

  /// Runs queries in one round trip and answers with a result for each.
  ///
  /// - Throws: for a refused statement its place here, or below 0 where it was flushed before.
  package mutating func pipeline(_ queries: [Query]) throws(PostgresError) -> [ResultSet] {
    if let failure { throw failure }
    do throws(PostgresError) {
      let ahead = sent
      sent = SentQueries()
      let outcome = try session.pipeline(queries, after: ahead, until: deadline)
      if let (error, statement) = outcome.failure {
        throw PostgresError.server(error, statement: statement - ahead.count)
      }
      return Array(outcome.results.dropFirst(ahead.count))
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

  /// Sends statements whose answers are read with that of COMMIT: no round trip of their own, and
  /// the server works on them while the body goes on.
  ///
  /// Nobody sees their results: what must stop a wrong commit is an error in the database.
  package mutating func flush(_ queries: [Query]) {
    guard failure == nil else { return }
    do throws(PostgresError) {
      try session.send(queries, ahead: &sent)
    } catch {
      failure = error
    }
  }

  /// Ends in ROLLBACK although the body returns: what it looked at was a rehearsal.
  package mutating func discard() {
    isDiscarded = true
  }
}
