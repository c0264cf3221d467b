import Glibc
import Testing

@testable import Postgres

@Suite("Connecting")
struct ConnectTests {
  @Test("variables of the environment change nothing")
  func environment() async {
    // In a process of its own: the other tests connect at the same time.
    await #expect(processExitsWith: .success) {
      let variables = [
        "PGHOST": "nowhere.invalid", "PGHOSTADDR": "192.0.2.1", "PGPORT": "1", "PGUSER": "nobody",
        "PGDATABASE": "nothing", "PGPASSWORD": "x", "PGOPTIONS": "-c statement_timeout=1",
        "PGSSLMODE": "require", "PGAPPNAME": "x", "PGSERVICE": "none", "PGTZ": "Asia/Tokyo",
        "PGDATESTYLE": "German", "PGGEQO": "off", "PGTARGETSESSIONATTRS": "standby",
        "PGCLIENTENCODING": "LATIN1", "PGREQUIREPEER": "nobody", "PGCHANNELBINDING": "require",
      ]
      for (name, value) in variables { setenv(name, value, 1) }
      let connection = try await Connection.open(try await TemporaryCluster.database())
      let settings = try await connection.read([
        Query(
          """
          SELECT current_setting('statement_timeout'), current_setting('lock_timeout'),
            current_setting('idle_in_transaction_session_timeout'), current_setting('TimeZone'),
            current_setting('application_name'), current_setting('client_encoding'),
            current_setting('DateStyle'), current_setting('geqo')
          """)
      ]) { results in
        let row = try results[0].single
        return try (0..<row.columnCount).map { try row.text($0) }
      }
      try #require(settings == ["15s", "2s", "10s", "UTC", "o2c", "UTF8", "ISO, YMD", "on"])
    }
  }

  @Test("the check sees the server and may refuse it")
  func check() async throws {
    var configuration = try await TemporaryCluster.database()
    configuration.check = { facts throws(PostgresError) in
      #expect(facts.version >= 150_000)
      #expect(facts.fsync == "on" && facts.timeline == 1 && !facts.isInRecovery)
      if facts.isSuperuser { throw .unsuitable("a superuser") }
    }
    let refused = configuration
    await #expect(throws: PostgresError.unsuitable("a superuser")) {
      try await Connection.open(refused)
    }
  }

  @Test("odd names are quoted on their way")
  func quoting() async throws {
    var configuration = try await TemporaryCluster.database()
    configuration.applicationName = #"it's a \ name"#
    let connection = try await Connection.open(configuration)
    let name = try await connection.read([Query("SELECT current_setting('application_name')")]) {
      try $0[0].single.text(0)
    }
    #expect(name == #"it's a \ name"#)
  }

  @Test("a full server, a missing database and nobody there are told apart")
  func refusals() async throws {
    var missing = try await TemporaryCluster.database()
    missing.database = "not_there"
    let configuration = missing
    let error = await #expect(throws: PostgresError.self) {
      try await Connection.open(configuration)
    }
    #expect(error?.serverError?.sqlState == "3D000")
    try await TemporaryCluster.with(settings: [
      "max_connections": "4", "superuser_reserved_connections": "1", "max_wal_senders": "0",
    ]) { cluster in
      let configuration = try await cluster.connection()
      var open: [Connection] = []
      let full = await #expect(throws: PostgresError.self) {
        for _ in 0..<8 { open.append(try await Connection.open(configuration)) }
      }
      #expect(full?.failureClass == .noResources)
    }
  }

  @Test("a password shows nowhere")
  func password() {
    let configuration = ConnectionConfiguration(
      endpoint: .socket(directory: "/tmp"), database: "x", user: "x",
      password: Password("hunter2"))
    var text = ""
    dump(configuration, to: &text)
    #expect(!"\(configuration) \(String(reflecting: configuration)) \(text)".contains("hunter2"))
  }
}
