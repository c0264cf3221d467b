internal import CLibPQ

/// What a pipeline answered, up to its first failure.
struct PipelineOutcome {
  var results: [ResultSet] = []
  var failure: (error: ServerError, statement: Int)?
  /// Warnings that came before the last result.
  var warningsBeforeLast = 0
}

/// Queries on their way whose answers nobody has read yet.
struct SentQueries {
  fileprivate enum Expectation {
    case prepare(StatementCache.Key, statement: Int)
    case query(statement: Int)
  }

  private(set) var count = 0
  fileprivate var expected: [Expectation] = []

  var isEmpty: Bool { count == 0 }

  /// The place of one more.
  fileprivate mutating func next() -> Int {
    defer { count += 1 }
    return count
  }
}

extension Session {
  private typealias Expectation = SentQueries.Expectation

  /// Sends all queries and one Sync, then reads every answer: one round trip.
  ///
  /// After a refused statement the server skips the rest. The session stays in step, and a
  /// transaction that was open is then failed and waits for ROLLBACK.
  ///
  /// - Parameter ahead: what was sent before; its answers come first.
  /// - Throws: when the link is lost or the deadline passes. What ran is then unknown.
  func pipeline(
    _ queries: [Query], after ahead: SentQueries = SentQueries(), until deadline: Deadline
  ) throws(PostgresError) -> PipelineOutcome {
    guard !isBroken else { throw .linkLost("connection was given up before") }
    var sent = ahead
    sent.expected.reserveCapacity(ahead.expected.count + queries.count + 4)
    for query in queries { try send(query, &sent) }
    guard PQpipelineSync(pointer) == 1 else { throw lost() }
    return try receive(sent.expected, sent.count, until: deadline)
  }

  /// Sends queries without waiting for anything: the server begins with them at once.
  func send(_ queries: [Query], ahead: inout SentQueries) throws(PostgresError) {
    guard !isBroken else { throw .linkLost("connection was given up before") }
    for query in queries { try send(query, &ahead) }
    guard PQflush(pointer) >= 0 else { throw lost() }
  }

  private func receive(
    _ expected: [Expectation], _ queryCount: Int, until deadline: Deadline
  ) throws(PostgresError) -> PipelineOutcome {
    var outcome = PipelineOutcome()
    outcome.results.reserveCapacity(queryCount)
    for expectation in expected {
      outcome.warningsBeforeLast = notices.warningCount
      let answer = try next(until: deadline)
      switch expectation {
      case .prepare(let key, let statement):
        let succeeded = answer.status == PGRES_COMMAND_OK
        statements.settle(key, succeeded: succeeded)
        if !succeeded { try note(answer, statement, in: &outcome) }
      case .query(let statement):
        switch answer.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: outcome.results.append(ResultSet(answer))
        default: try note(answer, statement, in: &outcome)
        }
      }
      try expectSeparator(until: deadline)
    }
    guard try next(until: deadline).status == PGRES_PIPELINE_SYNC else {
      throw outOfStep("no end of the pipeline")
    }
    return outcome
  }

  private func note(
    _ answer: borrowing ResultHandle, _ statement: Int, in outcome: inout PipelineOutcome
  ) throws(PostgresError) {
    let status = answer.status
    if status == PGRES_PIPELINE_ABORTED { return }
    guard status == PGRES_FATAL_ERROR else { throw outOfStep("result status \(status.rawValue)") }
    let error = ServerError(answer.pointer)
    guard error.isFromServer, !error.isFatal, PQstatus(pointer) == CONNECTION_OK else {
      `break`()
      throw error.isFromServer ? .server(error, statement: statement) : .linkLost(error.message)
    }
    if outcome.failure == nil { outcome.failure = (error, statement) }
  }

  private func next(until deadline: Deadline) throws(PostgresError) -> ResultHandle {
    try awaitResult(until: deadline)
    guard let result = PQgetResult(pointer) else { throw outOfStep("a result is missing") }
    return ResultHandle(pointer: result)
  }

  /// One NULL ends the results of a statement.
  private func expectSeparator(until deadline: Deadline) throws(PostgresError) {
    try awaitResult(until: deadline)
    guard let result = PQgetResult(pointer) else { return }
    PQclear(result)
    throw outOfStep("a result too many")
  }

  private func outOfStep(_ what: String) -> PostgresError {
    if PQstatus(pointer) != CONNECTION_OK { return lost() }
    `break`()
    return .linkLost("out of step with the server: \(what)")
  }

  private func send(_ query: Query, _ sent: inout SentQueries) throws(PostgresError) {
    let place = sent.next()
    let key = query.isPrepared ? StatementCache.Key(query) : nil
    let answer = key.map { statements.ask($0) } ?? .unnamed
    var isSent = true
    if case .absent(let name) = answer, let key {
      isSent = prepare(query, as: name)
      sent.expected.append(.prepare(key, statement: place))
    }
    switch answer {
    case .prepared(let name), .absent(let name): isSent = isSent && execute(query, name: name)
    case .unnamed: isSent = execute(query, name: nil)
    }
    guard isSent else { throw lost() }
    sent.expected.append(.query(statement: place))
  }

  private func prepare(_ query: Query, as name: [CChar]) -> Bool {
    let types = query.parameters.map { Oid($0.type.rawValue) }
    return query.statement.text.withCString { text in
      PQsendPrepare(pointer, name, text, Int32(types.count), types) == 1
    }
  }

  /// Copies the parameters into one buffer, so that all their addresses hold at once.
  private func execute(_ query: Query, name: [CChar]?) -> Bool {
    let parameters = query.parameters
    let count = Int32(parameters.count)
    scratch.removeAll(keepingCapacity: scratch.capacity < 1 << 20)
    // Never empty: the address of an empty value must not be NULL, which means NULL.
    scratch.append(0)
    for parameter in parameters {
      if let bytes = parameter.bytes { scratch.append(contentsOf: bytes) }
    }
    let lengths = parameters.map { Int32(truncatingIfNeeded: $0.bytes?.count ?? 0) }
    let formats = [Int32](repeating: 1, count: parameters.count)
    return scratch.withUnsafeBytes { buffer in
      var offset = 1
      let base = buffer.baseAddress!.assumingMemoryBound(to: CChar.self)
      let values = parameters.map { parameter -> UnsafePointer<CChar>? in
        guard let bytes = parameter.bytes else { return nil }
        defer { offset += bytes.count }
        return base + offset
      }
      if let name {
        return PQsendQueryPrepared(pointer, name, count, values, lengths, formats, 1) == 1
      }
      let types = parameters.map { Oid($0.type.rawValue) }
      return query.statement.text.withCString { text in
        PQsendQueryParams(pointer, text, count, types, values, lengths, formats, 1) == 1
      }
    }
  }
}
