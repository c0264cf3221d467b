internal import CLibPQ
internal import Glibc

extension Session {
  /// Connects, checks the server, and leaves the session in pipeline mode.
  ///
  /// - Throws: `unsuitable` when the server does not fit, the server's own refusal (57P03 while it
  ///   starts, 53300 when it is full), `linkLost` when nobody answers, `limitPassed`.
  static func connect(_ configuration: ConnectionConfiguration) throws(PostgresError) -> Session {
    ConnectionString.clearEnvironment()
    guard let pointer = PQconnectStart(ConnectionString.make(configuration)) else {
      throw .linkLost("no memory for a connection")
    }
    let session = Session(ConnectionHandle(pointer: pointer))
    let deadline = Deadline.after(configuration.connectLimit)
    try session.finishConnecting(until: deadline)
    guard PQsetnonblocking(pointer, 1) == 0, PQenterPipelineMode(pointer) == 1 else {
      throw session.lost()
    }
    try session.prepareForUse(configuration, until: deadline)
    return session
  }

  private func finishConnecting(until deadline: Deadline) throws(PostgresError) {
    guard PQstatus(pointer) != CONNECTION_BAD else { throw lost() }
    var state = PGRES_POLLING_WRITING
    while true {
      switch state {
      case PGRES_POLLING_READING: try wait(for: Int16(POLLIN), until: deadline)
      case PGRES_POLLING_WRITING: try wait(for: Int16(POLLOUT), until: deadline)
      case PGRES_POLLING_OK: return
      default: throw refusal()
      }
      state = PQconnectPoll(pointer)
    }
  }

  /// libpq keeps no code for a refused connection, only its text; the common ones are told apart.
  private func refusal() -> PostgresError {
    let error = lost()
    guard case .linkLost(let text) = error, text.contains("FATAL:") else { return error }
    let states: [(String, SQLState)] = [
      ("too many clients", "53300"), ("remaining connection slots", "53300"),
      ("too many connections", "53300"), ("starting up", "57P03"), ("shutting down", "57P03"),
      ("recovery mode", "57P03"), ("not yet accepting", "57P03"),
      ("does not exist", "3D000"), ("authentication failed", "28P01"),
    ]
    let state = states.first { text.contains($0.0) }?.1 ?? "08004"
    let refusal = ServerError(sqlState: state, severity: "FATAL", message: text)
    return .server(refusal, statement: 0)
  }

  /// The same time zone and date style everywhere, and a server that fits.
  private static let facts: Statement = """
    SELECT current_setting('server_version_num')::int4, pg_is_in_recovery(),
      current_user::text, r.rolsuper, r.rolbypassrls, current_database()::text,
      current_setting('search_path'),
      (SELECT timeline_id FROM pg_control_checkpoint()),
      current_setting('fsync'), current_setting('full_page_writes'),
      current_setting('synchronous_commit'),
      set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, YMD', false)
    FROM pg_roles r WHERE r.rolname = current_user
    """

  private func prepareForUse(
    _ configuration: ConnectionConfiguration, until deadline: Deadline
  ) throws(PostgresError) {
    let outcome = try pipeline([Query(Self.facts)], until: deadline)
    if let (error, statement) = outcome.failure { throw .server(error, statement: statement) }
    let facts: ServerFacts
    do throws(DecodeError) {
      facts = try ServerFacts(outcome.results[0].single)
    } catch {
      throw .decoding(error)
    }
    guard facts.version >= 150_000 else {
      throw .unsuitable("version \(facts.version), at least 15 is needed")
    }
    guard !(configuration.requiresPrimary && facts.isInRecovery) else {
      throw .unsuitable("in recovery")
    }
    guard facts.role == configuration.user else { throw .unsuitable("role \(facts.role)") }
    try configuration.check(facts)
  }
}

extension ServerFacts {
  fileprivate init(_ row: Row) throws(DecodeError) {
    self.init(
      version: try row.int32(0), isInRecovery: try row.bool(1), role: try row.text(2),
      isSuperuser: try row.bool(3), bypassesRowSecurity: try row.bool(4),
      database: try row.text(5), searchPath: try row.text(6), timeline: try row.int32(7),
      fsync: try row.text(8), fullPageWrites: try row.text(9), synchronousCommit: try row.text(10))
  }
}
