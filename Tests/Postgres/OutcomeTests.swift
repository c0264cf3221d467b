import Testing

@testable import Postgres

@Suite("Outcome")
struct OutcomeTests {
  private static let insert: Statement = "INSERT INTO notes (id) VALUES ($1)"

  private func database() async throws -> ConnectionConfiguration {
    let configuration = try await TemporaryCluster.database()
    try await Connection.open(configuration).script("CREATE TABLE notes (id int8 PRIMARY KEY)")
    return configuration
  }

  private func count(_ configuration: ConnectionConfiguration) async throws -> Int64 {
    try await Connection.open(configuration).read([Query("SELECT count(*) FROM notes")]) {
      try $0[0].single.int64(0)
    }
  }

  @Test("a link lost around COMMIT leaves the outcome unknown", arguments: Relay.Cut.allCases)
  func linkCut(_ cut: Relay.Cut) async throws {
    let direct = try await database()
    guard case .socket(let directory, _) = direct.endpoint else { return }
    let relay = try Relay(to: directory)
    var through = direct
    through.endpoint = .socket(directory: relay.directory)
    let configuration = through
    async let served: Void = relay.serve(cut: cut)
    do {
      let connection = try await Connection.open(configuration)
      let error = await #expect(throws: TransactionError.self) {
        try await connection.transaction(
          TransactionOptions(commitLimit: .milliseconds(300))
        ) { transaction in
          transaction.flush([Query(Self.insert, .int64(1))])
        }
      }
      #expect(error?.isOutcomeUnknown == true)
      #expect(
        error?.postgresError?.failureClass
          == (cut == .silence ? .statementTimeout : .connectionGone))
      #expect(!connection.isIdle, "it is never used again")
      await #expect(throws: TransactionError.self) { try await connection.transaction { _ in } }
    }
    await served
    #expect(try await count(direct) == (cut == .beforeCommit ? 0 : 1))
  }

  @Test("a backend killed before the flush means not applied, and the connection is gone")
  func backendKilled() async throws {
    let configuration = try await database()
    let connection = try await Connection.open(configuration)
    let victim = try #require(await connection.backendProcess())
    let other = try await Connection.open(configuration)
    try await other.read([Query("SELECT pg_terminate_backend($1, 5000)", .int32(victim))]) {
      let isGone = try $0[0].single.bool(0)
      #expect(isGone)
    }
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { $0.flush([Query(Self.insert, .int64(1))]) }
    }
    guard case .begin(let reason) = error else { return #expect(Bool(false), "\(error as Any)") }
    #expect(reason.failureClass == .connectionGone)
    #expect(!connection.isIdle)
    #expect(try await count(configuration) == 0)
  }

  @Test("a backend killed with the flush on its way leaves the outcome unknown")
  func backendKilledInFlush() async throws {
    let configuration = try await database()
    let connection = try await Connection.open(configuration)
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction { transaction in
        transaction.flush([
          Query(Self.insert, .int64(1)),
          Query("SELECT pg_terminate_backend(pg_backend_pid())"), Query("SELECT pg_sleep(5)"),
        ])
      }
    }
    #expect(error?.isOutcomeUnknown == true)
    #expect(error?.postgresError?.serverError?.sqlState == "57P01")
    #expect(try await count(configuration) == 0)
  }

  @Test("a body that runs past its limit gives the connection up, not applied")
  func bodyLimit() async throws {
    let configuration = try await database()
    let connection = try await Connection.open(configuration)
    let start = ContinuousClock.now
    let error = await #expect(throws: TransactionError.self) {
      try await connection.transaction(TransactionOptions(limit: .milliseconds(100))) {
        _ = try $0.execute(Query("SELECT pg_sleep(5)"))
      }
    }
    #expect(error?.postgresError == .limitPassed)
    #expect(error?.isOutcomeUnknown == false)
    #expect(!connection.isIdle)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test("time-outs and deadlocks of the server are told apart, and the connection lives on")
  func serverTimeouts() async throws {
    let configuration = try await database()
    let (first, second) = (
      try await Connection.open(configuration), try await Connection.open(configuration)
    )
    let slow = await #expect(throws: TransactionError.self) {
      try await first.transaction(.readWrite.timeouts(statement: .milliseconds(50))) {
        _ = try $0.execute(Query("SELECT pg_sleep(5)"))
      }
    }
    #expect(slow?.postgresError?.failureClass == .statementTimeout)

    try await first.script("BEGIN; LOCK TABLE notes")
    let locked = await #expect(throws: TransactionError.self) {
      try await second.transaction(
        .readWrite.timeouts(lock: .milliseconds(50)), opening: [Query("SELECT id FROM notes")]
      ) { _ in }
    }
    #expect(locked?.postgresError?.failureClass == .lockTimeout)
    #expect(second.isIdle)
    #expect(!first.isIdle, "it is inside a transaction")
    try await first.script("ROLLBACK")
    #expect(first.isIdle)
  }

  @Test(
    "each SQLSTATE has its class",
    arguments: [
      ("40001", FailureClass.conflict), ("40P01", .conflict), ("55P03", .lockTimeout),
      ("57014", .statementTimeout), ("23505", .uniqueViolation), ("23503", .integrityViolation),
      ("23514", .integrityViolation), ("22003", .invalidData), ("25006", .connectionGone),
      ("57P01", .connectionGone), ("57P02", .connectionGone), ("57P03", .connectionGone),
      ("08006", .connectionGone), ("0A000", .connectionGone), ("53300", .noResources),
      ("53400", .noResources), ("53100", .storage), ("58030", .storage), ("XX001", .storage),
      ("XX002", .storage), ("42501", .ours), ("42P01", .ours), ("P0001", .ours),
    ])
  func classes(_ code: String, _ expected: FailureClass) {
    #expect(SQLState(code).failureClass == expected)
  }
}
