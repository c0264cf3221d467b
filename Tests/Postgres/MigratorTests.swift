import Testing

@testable import Postgres

@Suite("Migrations")
struct MigratorTests {
  private static let first = Migration(
    number: 1, name: "one", text: "CREATE TABLE a (id int8); CREATE TABLE b (id int8);")
  private static let second = Migration(number: 2, name: "two", text: "DROP TABLE b;")

  private func names(_ connection: Connection) async throws -> [String] {
    try await connection.read([
      Query("SELECT relname::text FROM pg_class WHERE relname IN ('a', 'b') ORDER BY 1")
    ]) { try $0[0].map { try $0.text(0) } }
  }

  @Test("each runs once, in order, from empty to latest")
  func order() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let some = try Migrator([Self.first])
    let all = try Migrator([Self.second, Self.first])
    let none = await #expect(throws: MigrationError.self) { try await all.verify(connection) }
    guard case .schemaTooOld(0, 2) = none else { return #expect(Bool(false), "\(none as Any)") }
    #expect(try await some.migrate(connection) == [Self.first])
    #expect(try await names(connection) == ["a", "b"])
    #expect(try await all.migrate(connection) == [Self.second])
    #expect(try await all.migrate(connection) == [])
    #expect(try await names(connection) == ["a"])
    try await all.verify(connection)
  }

  @Test("a schema that is too new is refused like one that is too old")
  func tooNew() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    _ = try await Migrator([Self.first, Self.second]).migrate(connection)
    let old = try Migrator([Self.first])
    for attempt in [old.verify, { _ = try await old.migrate($0) }] {
      let error = await #expect(throws: MigrationError.self) { try await attempt(connection) }
      guard case .schemaTooNew(2, 1) = error else {
        return #expect(Bool(false), "\(error as Any)")
      }
    }
  }

  @Test("a text that changed after it ran is refused")
  func changed() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    _ = try await Migrator([Self.first]).migrate(connection)
    let other = try Migrator([Migration(number: 1, name: "one", text: "SELECT 1")])
    let error = await #expect(throws: MigrationError.self) {
      try await other.migrate(connection)
    }
    guard case .changed(1) = error else { return #expect(Bool(false), "\(error as Any)") }
  }

  @Test("a migration that fails half-way leaves nothing of itself")
  func failure() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let broken = Migration(number: 2, name: "x", text: "DROP TABLE a; SELECT nothing;")
    let migrator = try Migrator([Self.first, broken])
    let error = await #expect(throws: MigrationError.self) {
      try await migrator.migrate(connection)
    }
    guard case .failed(2, let reason) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
    #expect(reason.serverError?.sqlState == "42703")
    #expect(try await names(connection) == ["a", "b"])
    #expect(connection.isIdle)
  }

  @Test("a migration that ends its own transaction is refused")
  func endsTransaction() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let migrator = try Migrator([Migration(number: 1, name: "x", text: "SELECT 1; COMMIT;")])
    let error = await #expect(throws: MigrationError.self) {
      try await migrator.migrate(connection)
    }
    guard case .endedTransaction(1) = error else {
      return #expect(Bool(false), "\(error as Any)")
    }
  }

  @Test("servers that start at once migrate once")
  func together() async throws {
    let configuration = try await TemporaryCluster.database()
    let migrator = try Migrator([Self.first, Self.second])
    let ran = try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          try await migrator.migrate(try await Connection.open(configuration)).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(ran == 2)
  }

  @Test("numbers without a gap", arguments: [[2], [1, 3], [1, 1], [0, 1]] as [[Int32]])
  func sequence(_ numbers: [Int32]) {
    #expect(throws: MigrationError.self) {
      try Migrator(numbers.map { Migration(number: $0, name: "x", text: "") })
    }
  }

  @Test("a file name gives number and name")
  func fileName() {
    let migration = Migration(fileName: "0012_two_words.sql", text: "SELECT 1")
    #expect(migration == Migration(number: 12, name: "two_words", text: "SELECT 1"))
    for name in ["0012.sql", "x_y.sql", "0001_a.txt", "_a.sql", "0_a.sql"] {
      #expect(Migration(fileName: name, text: "") == nil, "\(name)")
    }
  }
}
