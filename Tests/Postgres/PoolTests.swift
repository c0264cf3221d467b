import Foundation
import Testing

@testable import Postgres

@Suite("Pool")
struct PoolTests {
  private func pool(_ maximum: Int, wait: Duration = .seconds(10)) async throws -> Pool {
    var configuration = Pool.Configuration(
      connection: try await TemporaryCluster.database(), limits: .init(maximum: maximum))
    configuration.waitLimit = wait
    return Pool(configuration)
  }

  private static let backend = Query("SELECT pg_backend_pid()")

  @Test("many tasks share few connections, and all are served")
  func sharing() async throws {
    let pool = try await pool(3)
    let backends = try await withThrowingTaskGroup { group in
      for _ in 0..<60 {
        group.addTask {
          try await pool.transaction { try $0.execute(Self.backend).single.int32(0) }
        }
      }
      return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
    }
    #expect((1...3).contains(backends.count))
    #expect(pool.statistics.waiting == 0)
    #expect(pool.statistics.idle == pool.statistics.connections)
  }

  @Test("a wait ends after its limit, and the place in the queue with it")
  func waitLimit() async throws {
    let pool = try await pool(1, wait: .milliseconds(50))
    try await pool.withConnection { _ in
      let error = await #expect(throws: TransactionError.self) {
        try await pool.transaction { _ in }
      }
      #expect(error?.postgresError == .poolExhausted)
      let start = ContinuousClock.now
      await #expect(throws: PostgresError.poolExhausted) {
        try await pool.withConnection(deadline: .after(.milliseconds(5))) { _ in }
      }
      #expect(ContinuousClock.now - start < .milliseconds(50), "the deadline comes first")
      #expect(pool.statistics.waiting == 0)
    }
    try await pool.transaction { _ in }
  }

  @Test("a cancelled wait ends at once and leaves no place behind")
  func cancellation() async throws {
    let pool = try await pool(1)
    try await pool.withConnection { _ in
      try await withThrowingTaskGroup { group in
        group.addTask {
          await #expect(throws: PostgresError.cancelled) {
            try await pool.withConnection { _ in }
          }
        }
        while pool.statistics.waiting == 0 { await Task.yield() }
        group.cancelAll()
        try await group.waitForAll()
      }
      #expect(pool.statistics.waiting == 0)
    }
  }

  @Test("a connection left inside a transaction is never lent again")
  func leftInTransaction() async throws {
    let pool = try await pool(1)
    let first = try await pool.withConnection { connection in
      try await connection.script("BEGIN")
      return await connection.backendProcess()
    }
    let second = try await pool.withConnection { await $0.backendProcess() }
    #expect(first != second)
  }

  @Test("a connection that died while idle is found by the probe and replaced")
  func probe() async throws {
    var configuration = Pool.Configuration(
      connection: try await TemporaryCluster.database(),
      limits: .init(maximum: 1, probeAfter: .zero))
    configuration.waitLimit = .seconds(10)
    let pool = Pool(configuration)
    let first = try await pool.withConnection { await $0.backendProcess() }
    let other = try await Connection.open(configuration.connection)
    try await other.read([Query("SELECT pg_terminate_backend($1, 5000)", .int32(first ?? 0))]) {
      _ in
    }
    let second = try await pool.transaction { try $0.execute(Self.backend).single.int32(0) }
    #expect(first != second)
  }

  @Test("no server: the reason comes back within the wait limit, and nobody is left waiting")
  func noServer() async throws {
    let nowhere = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    var configuration = Pool.Configuration(
      connection: ConnectionConfiguration(
        endpoint: .socket(directory: nowhere), database: "x", user: "x"))
    configuration.waitLimit = .milliseconds(200)
    let pool = Pool(configuration)
    let start = ContinuousClock.now
    let error = await #expect(throws: TransactionError.self) {
      try await pool.transaction { _ in }
    }
    #expect(error?.postgresError?.failureClass == .connectionGone)
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(pool.statistics.connections == 0)
  }

  @Test("a closed pool lends nothing and keeps nothing")
  func close() async throws {
    let pool = try await pool(2)
    try await pool.transaction { _ in }
    pool.close()
    await #expect(throws: PostgresError.poolClosed) { try await pool.withConnection { _ in } }
    #expect(pool.statistics.connections == 0)
  }
}
