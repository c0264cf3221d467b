import Testing

@testable import Postgres

@Suite("Transaction")
struct TransactionTests {
  struct Refusal: Error, Equatable {}

  private func connection(_ setup: String = "") async throws -> Connection {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    try await connection.script("CREATE TABLE notes (id int8 PRIMARY KEY, text text);" + setup)
    return connection
  }

  private func count(_ connection: Connection) async throws -> Int64 {
    try await connection.read([Query("SELECT count(*) FROM notes")]) {
      try $0[0].single.int64(0)
    }
  }

  private static let insert: Statement = "INSERT INTO notes (id, text) VALUES ($1, $2)"

  @Test("answers come in the order of their questions, in one round trip each way")
  func order() async throws {
    let connection = try await connection()
    let answer = try await connection.transaction(
      .readWrite.setting("app.seller", "x"),
      opening: [Query("SELECT 1::int8"), Query("SELECT $1", .text("two"))]
    ) { transaction in
      let more = try transaction.pipeline([
        Query("SELECT current_setting('app.seller')"), Query("SELECT 4::int4"),
      ])
      return [
        "\(try transaction.opened[0].single.int64(0))", try transaction.opened[1].single.text(0),
        try more[0].single.text(0), "\(try more[1].single.int32(0))",
      ]
    }
    #expect(answer == ["1", "two", "x", "4"])
    #expect(connection.isIdle)
  }

  @Test("a setting ends with its transaction")
  func settingIsLocal() async throws {
    let connection = try await connection()
    try await connection.transaction(.readWrite.setting("app.seller", "x")) { _ in }
    let after = try await connection.read([Query("SELECT current_setting('app.seller', true)")]) {
      try $0[0].single.optionalText(0)
    }
    #expect(after == "")
  }

  @Test("what is flushed is there after the transaction")
  func flush() async throws {
    let connection = try await connection()
    try await connection.transaction { transaction in
      transaction.flush([Query(Self.insert, .int64(1), .text("a"))])
      transaction.flush([Query(Self.insert, .int64(2), .text(nil))])
    }
    #expect(try await count(connection) == 2)
  }

  @Test("answers after a flush are those of the questions, and a question sees what was flushed")
  func questionAfterFlush() async throws {
    let connection = try await connection()
    let seen = try await connection.transaction { transaction in
      transaction.flush([
        Query(Self.insert, .int64(1), .text("a")), Query(Self.insert, .int64(2), .text("b")),
      ])
      let seen = try transaction.execute(Query("SELECT count(*) FROM notes")).single.int64(0)
      transaction.flush([Query(Self.insert, .int64(3), .text("c"))])
      return seen
    }
    #expect(seen == 2)
    #expect(try await count(connection) == 3)
  }

  @Test("what was flushed is gone when the body throws or discards, refused or not")
  func throwAfterFlush() async throws {
    let connection = try await connection("INSERT INTO notes VALUES (7, 'there')")
    for id in [1, 7] as [Int64] {
      await #expect(throws: TransactionError.self) {
        try await connection.transaction { transaction in
          transaction.flush([Query(Self.insert, .int64(id), .text("a"))])
          throw Refusal()
        }
      }
      #expect(connection.isIdle)
      try await connection.transaction { transaction in
        transaction.flush([Query(Self.insert, .int64(id), .text("a"))])
        transaction.discard()
      }
      #expect(connection.isIdle)
    }
    #expect(try await count(connection) == 1)
  }

  @Test("a question after a flush that was refused fails, and nothing of it stays")
  func questionAfterRefusedFlush() async throws {
    let connection = try await connection("INSERT INTO notes VALUES (7, 'there')")
    do throws(TransactionError) {
      try await connection.transaction { transaction in
        transaction.flush([Query(Self.insert, .int64(1), .text("a"))])
        transaction.flush([Query(Self.insert, .int64(7), .text("a"))])
        _ = try transaction.execute(Query("SELECT 1"))
      }
      Issue.record("went on after a refusal")
    } catch {
      #expect(error.postgresError?.serverError?.constraint == "notes_pkey")
      #expect(!error.isOutcomeUnknown)
    }
    #expect(connection.isIdle)
    #expect(try await count(connection) == 1)
  }

  @Test("a body that throws leaves nothing, and its error comes back as it was")
  func bodyThrows() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        _ = try transaction.execute(Query(Self.insert, .int64(1), .text("a")))
        throw Refusal()
      }
    }
    guard case .body(let inner) = error else { return #expect(Bool(false), "\(error as Any)") }
    #expect(inner is Refusal)
    #expect(connection.isIdle)
    #expect(try await count(connection) == 0)
  }

  @Test("a discarded transaction leaves nothing and answers")
  func discard() async throws {
    let connection = try await connection()
    let rows = try await connection.transaction { transaction in
      let result = try transaction.execute(Query(Self.insert, .int64(1), .text("a")))
      transaction.discard()
      return result.affectedRows
    }
    #expect(rows == 1)
    #expect(try await count(connection) == 0)
  }

  @Test("an error in the middle of a pipeline names its statement, and the rest did not run")
  func errorInTheMiddle() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        _ = try transaction.pipeline([
          Query(Self.insert, .int64(1), .text("a")), Query("SELECT 1 / $1", .int32(0)),
          Query(Self.insert, .int64(2), .text("b")),
        ])
      }
    }
    guard case .server(let refusal, let statement) = error?.postgresError else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(refusal.sqlState == "22012")
    #expect(statement == 1)
    #expect(connection.isIdle)
    #expect(try await count(connection) == 0)
  }

  @Test("a failed opening statement is told from BEGIN and from the body")
  func beginFails() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction(opening: [Query("SELECT 1"), Query("SELECT * FROM nothing")])
      { _ in }
    }
    guard case .begin(.server(let refusal, let statement)) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(refusal.sqlState == .undefinedTable)
    #expect(statement == 1)
    #expect(connection.isIdle)
  }

  @Test("a statement that fails in the flush stops the COMMIT on its way, with its constraint")
  func flushFails() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        transaction.flush([
          Query(Self.insert, .int64(1), .text("a")), Query(Self.insert, .int64(1), .text("b")),
        ])
      }
    }
    guard case .flush(.server(let refusal, let statement)) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(refusal.sqlState.failureClass == .uniqueViolation)
    #expect(refusal.constraint == "notes_pkey")
    #expect(statement == 1)
    #expect(!"\(refusal)".contains("(id)=(1)"), "a description quotes no row")
    #expect(connection.isIdle)
    #expect(try await count(connection) == 0)
  }

  @Test("a constraint that raises at COMMIT refuses the commit")
  func deferredConstraint() async throws {
    let connection = try await connection(
      """
      CREATE TABLE parents (id int8 PRIMARY KEY);
      ALTER TABLE notes ADD CONSTRAINT notes_parent FOREIGN KEY (id) REFERENCES parents (id)
        DEFERRABLE INITIALLY DEFERRED;
      """)
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        transaction.flush([Query(Self.insert, .int64(1), .text("a"))])
      }
    }
    guard case .commitRefused(let refusal) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(refusal.serverError?.constraint == "notes_parent")
    #expect(refusal.failureClass == .integrityViolation)
    #expect(connection.isIdle)
  }

  @Test("COMMIT answered by ROLLBACK is a failure")
  func commitAnsweredByRollback() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.commitFailedTransaction()
    }
    guard case .commitRefused(.commitNotConfirmed(let tag)) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(tag == "ROLLBACK")
  }

  @Test("a warning during COMMIT is no success")
  func commitWithWarning() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      // Ends the transaction by itself, so COMMIT warns that there is none.
      try await connection.transaction { $0.flush([Query("ROLLBACK")]) }
    }
    #expect(error?.isOutcomeUnknown == true)
    #expect(!connection.isIdle)
  }

  @Test("a body cannot commit past a failed statement by ignoring it")
  func swallowedError() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        _ = try? transaction.execute(Query("SELECT 1 / $1", .int32(0)))
        #expect(throws: PostgresError.self) { _ = try transaction.execute(Query("SELECT 1")) }
        transaction.flush([Query(Self.insert, .int64(1), .text("a"))])
      }
    }
    #expect(error?.postgresError?.failureClass == .invalidData)
    #expect(try await count(connection) == 0)
  }

  @Test("a read-only transaction refuses to write and keeps one snapshot")
  func readOnly() async throws {
    let connection = try await connection()
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction(.readOnly) { transaction in
        _ = try transaction.execute(Query(Self.insert, .int64(1), .text("a")))
      }
    }
    #expect(error?.postgresError?.serverError?.sqlState == "25006")
    #expect(connection.isIdle)
  }

  @Test("tasks at once on one connection run one whole transaction after the other")
  func wholeTransactions() async throws {
    let connection = try await connection("INSERT INTO notes VALUES (0, '0')")
    try await withThrowingTaskGroup { group in
      for _ in 0..<20 {
        group.addTask {
          try await connection.transaction(
            opening: [Query("SELECT text::int8, txid_current() FROM notes WHERE id = 0")]
          ) { transaction in
            let row = try transaction.opened[0].single
            let (value, own) = (try row.int64(0), try row.int64(1))
            let now = try transaction.execute(Query("SELECT txid_current()")).single.int64(0)
            #expect(own == now)
            transaction.flush([
              Query("UPDATE notes SET text = $1 WHERE id = 0", .text("\(value + 1)"))
            ])
          }
        }
      }
      try await group.waitForAll()
    }
    let last = try await connection.read([Query("SELECT text FROM notes")]) {
      try $0[0].single.text(0)
    }
    #expect(last == "20")
  }

  @Test("megabytes go both ways in one pipeline without a deadlock")
  func largeBothWays() async throws {
    let connection = try await connection()
    let megabytes = [UInt8](repeating: 7, count: 6 << 20)
    let sizes = try await connection.transaction { transaction in
      let query = Query("SELECT $1, repeat('x', 6291456)", .bytes(megabytes))
      return try transaction.pipeline(Array(repeating: query, count: 5)).map {
        let row = try $0.single
        #expect(try row.text(1).utf8.count == 6 << 20)
        return try row.bytes(0).count
      }
    }
    #expect(sizes == Array(repeating: 6 << 20, count: 5))
  }
}

extension Connection {
  /// Brings the session into a failed transaction behind the back of `Transaction`, and commits.
  fileprivate func commitFailedTransaction() throws(TransactionError) {
    guard let session else { throw .begin(.linkLost("closed")) }
    do {
      _ = try session.pipeline([Query("BEGIN")], until: .after(.seconds(5)))
      _ = try session.pipeline([Query("SELECT 1 / 0")], until: .after(.seconds(5)))
    } catch {
      throw .begin(error)
    }
    try commit(after: SentQueries(), .readWrite, on: session)
  }
}
