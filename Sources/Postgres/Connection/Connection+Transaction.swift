extension Connection {
  /// Runs one transaction: BEGIN, settings and `opening` in one round trip, then `body`, then COMMIT
  /// with the answers to what the body flushed in one round trip.
  ///
  /// The body runs on this connection's thread and keeps it: what takes long belongs elsewhere.
  package func transaction<Result>(
    _ options: TransactionOptions = .readWrite, opening: [Query] = [],
    _ body: sending (inout Transaction) throws -> sending Result
  ) throws(TransactionError) -> sending Result {
    let session: Session
    do throws(PostgresError) { session = try open() } catch { throw .begin(error) }
    defer { noteCondition() }
    let deadline = Deadline.after(options.limit)
    let opened = try begin(options, opening, on: session, until: deadline)
    var transaction = Transaction(session: session, deadline: deadline, opened: opened)
    let result: Result
    do {
      result = try body(&transaction)
    } catch {
      rollBack(session, options, transaction.sent)
      throw .body(error)
    }
    if let failure = transaction.failure {
      rollBack(session, options, transaction.sent)
      throw .body(failure)
    }
    if transaction.isDiscarded {
      rollBack(session, options, transaction.sent)
    } else {
      try commit(after: transaction.sent, options, on: session)
    }
    return result
  }

  private func begin(
    _ options: TransactionOptions, _ queries: [Query], on session: Session,
    until deadline: Deadline
  ) throws(TransactionError) -> [ResultSet] {
    let opening = opening(options)
    let outcome: PipelineOutcome
    do throws(PostgresError) {
      outcome = try session.pipeline(opening + queries, until: deadline)
    } catch {
      throw .begin(error)
    }
    if let (error, statement) = outcome.failure {
      rollBack(session, options)
      throw .begin(.server(error, statement: statement - opening.count))
    }
    return Array(outcome.results.dropFirst(opening.count))
  }

  func commit(
    after flush: SentQueries, _ options: TransactionOptions, on session: Session
  ) throws(TransactionError) {
    let outcome: PipelineOutcome
    do throws(PostgresError) {
      outcome = try session.pipeline(
        [Query("COMMIT")], after: flush, until: .after(options.commitLimit))
    } catch {
      // A read-only transaction has nothing to lose: its results are here.
      if options.access == .readOnly, flush.isEmpty { return }
      throw .outcomeUnknown(error)
    }
    if let (error, statement) = outcome.failure {
      rollBack(session, options)
      let failure = PostgresError.server(error, statement: statement)
      throw statement == flush.count ? .commitRefused(failure) : .flush(failure)
    }
    let tag = outcome.results.last?.commandTag ?? ""
    guard tag == "COMMIT" else {
      throw .commitRefused(.commitNotConfirmed(tag))
    }
    if session.notices.warningCount > outcome.warningsBeforeLast {
      session.break()
      throw .outcomeUnknown(.commitNotConfirmed("WARNING: \(session.notices.lastWarning)"))
    }
  }

  /// Ends a transaction that must not commit. A connection that cannot even do this is given up,
  /// and the server rolls back on its own.
  private func rollBack(
    _ session: Session, _ options: TransactionOptions, _ sent: SentQueries = SentQueries()
  ) {
    if session.isBroken { return }
    let limit = min(options.limit, .seconds(5))
    // On its own: after a refused statement the server would skip the ROLLBACK too.
    if !sent.isEmpty { _ = try? session.pipeline([], after: sent, until: .after(limit)) }
    let outcome = try? session.pipeline([Query("ROLLBACK")], until: .after(limit))
    if outcome?.failure != nil || !session.isIdle { session.break() }
  }
}

extension Connection {
  /// Reads in one snapshot: one round trip in all.
  package func read<Result>(
    _ queries: [Query], _ options: TransactionOptions = .readOnly,
    _ body: sending ([ResultSet]) throws -> sending Result
  ) throws(TransactionError) -> sending Result {
    let session: Session
    do throws(PostgresError) { session = try open() } catch { throw .begin(error) }
    defer { noteCondition() }
    let opening = opening(options)
    let outcome: PipelineOutcome
    do throws(PostgresError) {
      outcome = try session.pipeline(
        opening + queries + [Query("COMMIT")], until: .after(options.limit))
    } catch {
      throw .begin(error)
    }
    if let (error, statement) = outcome.failure {
      rollBack(session, options)
      throw .begin(.server(error, statement: statement - opening.count))
    }
    do {
      return try body(Array(outcome.results.dropFirst(opening.count).dropLast()))
    } catch {
      throw .body(error)
    }
  }
}
