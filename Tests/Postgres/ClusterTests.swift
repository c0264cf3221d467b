import Glibc
import Testing

@testable import Postgres

@Suite("Private cluster")
struct ClusterTests {
  @Test("data survives a stop, an immediate stop and the death of every process")
  func restarts() async throws {
    try await TemporaryCluster.with { cluster in
      let configuration = try await cluster.connection()
      try await Connection.open(configuration).script("CREATE TABLE kept (id int8 PRIMARY KEY)")
      var expected: Int64 = 0
      for ending in ["fast", "immediate", "kill9"] {
        expected += 1
        let connection = try await Connection.open(configuration)
        let number = expected
        try await connection.transaction {
          $0.flush([Query("INSERT INTO kept (id) VALUES ($1)", .int64(number))])
        }
        switch ending {
        case "fast": await cluster.stop()
        case "immediate": await cluster.stop(.immediate)
        default: await cluster.kill9()
        }
        #expect(await !cluster.isRunning)
        await #expect(throws: PostgresError.self) { try await Connection.open(configuration) }
        let start = ContinuousClock.now
        try await cluster.start()
        if ending == "fast" { #expect(ContinuousClock.now - start < .seconds(2)) }
        let count = try await Connection.open(configuration).read([
          Query("SELECT count(*) FROM kept")
        ]) { try $0[0].single.int64(0) }
        #expect(count == expected, "after \(ending)")
      }
    }
  }

  @Test("durable, checked, in UTC, and listening nowhere but on its socket")
  func settings() async throws {
    let connection = try await Connection.open(try await TemporaryCluster.shared().connection())
    let values = try await connection.read([
      Query(
        """
        SELECT array_agg(current_setting(n) ORDER BY o)
        FROM unnest($1) WITH ORDINALITY AS u(n, o)
        """,
        .array([
          "fsync", "full_page_writes", "synchronous_commit", "data_checksums", "listen_addresses",
          "TimeZone", "server_encoding",
        ]))
    ]) { try $0[0].single.array(0, of: String.self) }
    #expect(values == ["on", "on", "on", "on", "", "UTC", "UTF8"])
  }

  @Test("a second server on the same folder is refused")
  func secondServer() async throws {
    try await TemporaryCluster.with { cluster in
      let second = PrivateCluster(cluster.configuration)
      await #expect(throws: ClusterError.self) { try await second.start() }
      _ = try await Connection.open(try await cluster.connection())
    }
  }

  @Test("a database is a copy of its template, and names are checked")
  func templates() async throws {
    let cluster = try await TemporaryCluster.shared()
    try await cluster.createDatabase("a_template")
    let template = try await cluster.connection(database: "a_template")
    let connection = try await Connection.open(template)
    try await connection.script("CREATE TABLE here (id int8)")
    await connection.close()
    let copy = try await TemporaryCluster.database(template: "a_template")
    try await Connection.open(copy).read([Query("SELECT id FROM here")]) { _ in }
    for name in ["", "a\"b", "A", "a b", String(repeating: "a", count: 64)] {
      await #expect(throws: ClusterError.self) { try await cluster.createDatabase(name) }
    }
    try await cluster.dropDatabase("a_template")
    await #expect(throws: PostgresError.self) { try await Connection.open(template) }
  }

  @Test("a long path gets a short socket folder, and keeps it over a restart")
  func longPath() async throws {
    let base = try Files.makeTemporaryDirectory(prefix: "o2c-long-")
    chmod(base, 0o711)
    defer { Files.removeTree(base) }
    var configuration = PrivateClusterConfiguration(
      directory: base + "/" + String(repeating: "x", count: 100))
    configuration.isTemporary = true
    let cluster = PrivateCluster(configuration)
    try await cluster.start()
    let first = try await cluster.connection().endpoint
    await cluster.stop()
    try await cluster.start()
    #expect(try await cluster.connection().endpoint == first)
    _ = try await Connection.open(try await cluster.connection())
    await cluster.destroy()
  }
}
