import Testing

@testable import Postgres

@Suite("Statements")
struct StatementTests {
  @Test("the cache holds what the server holds after an aborted pipeline")
  func abortedPipeline() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let before = Query("SELECT 1 + $1", .int32(1))
    let skipped = Query("SELECT 2 + $1", .int32(1))
    _ = try? await connection.transaction { transaction in
      _ = try transaction.pipeline([before, Query("SELECT 1 / $1", .int32(0)), skipped])
    }
    #expect(await connection.keeps(before), "it ran, and stays though its transaction rolled back")
    #expect(await !connection.keeps(skipped), "it was skipped")
    let sums = try await connection.read([before, skipped]) {
      [try $0[0].single.int32(0), try $0[1].single.int32(0)]
    }
    #expect(sums == [2, 3])
    let names = try await connection.read([Query("SELECT count(*) FROM pg_prepared_statements")]) {
      try $0[0].single.int64(0)
    }
    #expect(await connection.keptCount == Int(names))
  }

  @Test("a text that the server cannot parse is not kept, and may be asked again")
  func unparsable() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    for _ in 0..<2 {
      let error = await #expect(throws: TransactionError.self) {
        try await connection.read([Query("SELECT nothing")]) { _ in }
      }
      #expect(error?.postgresError?.serverError?.sqlState == "42703")
    }
  }

  @Test("the same text with other types is another statement")
  func otherTypes() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let text: Statement = "SELECT pg_typeof($1)::text"
    let types = try await connection.read(
      [Query(text, .int32(1)), Query(text, .text("1")), Query(text, .int32(2))]
    ) { try $0.map { try $0.single.text(0) } }
    #expect(types == ["integer", "text", "integer"])
  }

  @Test("plans do not outlive the size of the tables they were made for")
  func plans() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    // What is immutable is worked out when a plan is made, and shows when that was.
    try await connection.script(
      """
      CREATE TABLE grown (id int8);
      CREATE FUNCTION size_when_planned() RETURNS int8 IMMUTABLE LANGUAGE plpgsql
        AS 'BEGIN RETURN (SELECT count(*) FROM grown); END';
      """)
    let look: Statement = "SELECT size_when_planned()"
    func sizeSeen() async throws -> Int64 {
      try await connection.read([Query(look)]) { try $0[0].single.int64(0) }
    }
    #expect(try await sizeSeen() == 0)
    try await connection.transaction { transaction in
      _ = try transaction.pipeline([Query("INSERT INTO grown VALUES (1)")])
    }
    let limit = ContinuousClock.now + .seconds(20)
    while try await sizeSeen() == 0, .now < limit { try await Task.sleep(for: .milliseconds(50)) }
    #expect(try await sizeSeen() == 1)
  }

  @Test("plans are made anew after a second, two, four, and then each minute")
  func planAge() {
    let start = ContinuousClock.now
    var age = PlanAge(since: start)
    let anew = (0...300).filter { age.isOver(at: start + .seconds($0)) }
    #expect(anew == [1, 3, 7, 15, 31, 63, 127, 191, 255])
  }

  @Test("no more than 256 statements are kept; the others run without a name")
  func capacity() {
    var cache = StatementCache()
    for number in 0..<300 {
      let query = Query(Statement(trusted: "SELECT \(number)"))
      let key = StatementCache.Key(query)
      switch cache.ask(key) {
      case .absent:
        #expect(number < 256)
        cache.settle(key, succeeded: true)
      case .prepared: #expect(Bool(false), "\(number) is new")
      case .unnamed: #expect(number >= 256)
      }
    }
    #expect(cache.count == 256)
  }

  @Test("a name follows from the text alone")
  func stableName() {
    let key = StatementCache.Key(Query("SELECT $1", .int64(1)))
    #expect(key.name == StatementCache.Key(Query("SELECT $1", .int64(9))).name)
    #expect(key.name != StatementCache.Key(Query("SELECT $1", .text("1"))).name)
    #expect(Fingerprint.of("a".utf8) == 0xaf63_dc4c_8601_ec8c)
  }

  @Test("interpolation binds, in order, through fragments inside fragments")
  func fragments() async throws {
    var filter: Fragment = "name = \(bind: "x' OR true --")"
    filter += " AND size > \(bind: Int64(3))"
    let all: [Fragment] = [filter, "day = \(bind: .date(0))"]
    let query = Query("SELECT 1 WHERE \(all.joined(separator: " AND ")) LIMIT \(bind: Int64(9))")
    #expect(
      query.statement.text
        == "SELECT 1 WHERE name = $1 AND size > $2 AND day = $3 LIMIT $4")
    #expect(
      query.parameters == [.text("x' OR true --"), .int64(3), .date(0), .int64(9)])
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let same = try await connection.read([Query("SELECT \(bind: "x'") || \(bind: "y")")]) {
      try $0[0].single.text(0)
    }
    #expect(same == "x'y")
  }

  @Test("two statements in one text are refused")
  func twoStatements() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.database())
    let error = await #expect(throws: TransactionError.self) {
      try await connection.read([Query("SELECT 1; SELECT 2")]) { _ in }
    }
    #expect(error?.postgresError?.serverError?.sqlState == "42601")
  }
}

extension Connection {
  fileprivate func keeps(_ query: Query) -> Bool { session?.statements.contains(query) ?? false }
  fileprivate var keptCount: Int { session?.statements.count ?? 0 }
}
