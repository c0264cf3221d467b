internal import CLibPQ
internal import Synchronization

/// A connection to PostgreSQL on a thread of its own.
///
/// What runs on it is one synchronous piece: a transaction is a closure that cannot suspend, so
/// nobody else's statement slips in. Closed when the last reference goes.
package actor Connection {
  private let thread: ConnectionThread
  var session: Session?
  private var planAge = PlanAge()
  /// Kept up to date by whatever ran last, so that a pool need not visit the thread to look.
  nonisolated let condition = Atomic<Bool>(false)

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  private init(name: String) {
    thread = ConnectionThread(name: name)
  }

  deinit { thread.stop() }

  /// Connects within the limit of the configuration and checks the server.
  package static func open(
    _ configuration: ConnectionConfiguration
  ) async throws(PostgresError) -> Connection {
    let connection = Connection(name: "pg \(configuration.database)")
    try await connection.connect(configuration)
    return connection
  }

  private func connect(_ configuration: ConnectionConfiguration) throws(PostgresError) {
    session = try Session.connect(configuration)
    noteCondition()
  }

  /// In step with the server and outside any transaction. False while something runs.
  package nonisolated var isIdle: Bool { condition.load(ordering: .acquiring) }

  /// Closes the link. What comes afterwards fails with `linkLost`.
  package func close() {
    session = nil
    noteCondition()
  }

  /// The process that serves this connection, as `pg_stat_activity` names it.
  package func backendProcess() -> Int32? {
    session.map { PQbackendPID($0.pointer) }
  }

  /// Asks the server for a sign of life.
  package func probe(limit: Duration) throws(PostgresError) {
    _ = try pipelineOutsideTransaction(["SELECT 1"], until: .after(limit))
  }

  /// Runs a text of many statements without parameters. For migrations and administration; never
  /// for a text that holds input.
  package func script(_ text: String, limit: Duration = .seconds(60)) throws(PostgresError) {
    let session = try open()
    defer { noteCondition() }
    try session.script(text, until: .after(limit))
  }

  func open() throws(PostgresError) -> Session {
    guard let session, !session.isBroken else { throw .linkLost("connection is closed") }
    condition.store(false, ordering: .releasing)
    return session
  }

  /// The statements that open a transaction.
  func opening(_ options: TransactionOptions) -> [Query] {
    options.opening + (planAge.isOver() ? [Query("DISCARD PLANS")] : [])
  }

  func noteCondition() {
    condition.store(session?.isIdle ?? false, ordering: .releasing)
  }

  private func pipelineOutsideTransaction(
    _ statements: [Statement], until deadline: Deadline
  ) throws(PostgresError) -> [ResultSet] {
    let session = try open()
    defer { noteCondition() }
    let outcome = try session.pipeline(statements.map { Query($0) }, until: deadline)
    if let (error, statement) = outcome.failure { throw .server(error, statement: statement) }
    return outcome.results
  }
}
