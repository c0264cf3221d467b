/// Brings a schema forward, one migration after the other.
///
/// Each runs in one transaction under an advisory lock, together with its row in
/// `schema_migrations`, so that two servers that start at once do not meet. Nothing goes back.
package struct Migrator: Sendable {
  package let migrations: [Migration]
  /// How long a migration may wait for the locks that it needs, so that it stalls nobody.
  package var lockTimeout: Duration = .seconds(5)
  package var limit: Duration = .seconds(600)

  package init(_ migrations: [Migration]) throws(MigrationError) {
    let sorted = migrations.sorted { $0.number < $1.number }
    let numbers = sorted.map(\.number)
    guard numbers == (1...max(1, Int32(sorted.count))).prefix(sorted.count).map({ $0 }) else {
      throw .notInSequence(numbers)
    }
    self.migrations = sorted
  }

  /// Runs what is missing, as the owner of the schema.
  ///
  /// - Returns: what ran now.
  package func migrate(_ connection: Connection) async throws(MigrationError) -> [Migration] {
    try await connection.makeMigrationTable(self)
    var ran: [Migration] = []
    for migration in migrations where try await connection.apply(migration, self) {
      ran.append(migration)
    }
    try await verify(connection)
    return ran
  }

  /// Checks that the schema is exactly the one that this program knows. The role needs SELECT on
  /// `schema_migrations`.
  package func verify(_ connection: Connection) async throws(MigrationError) {
    let applied: [Applied]
    do throws(TransactionError) {
      applied = try await connection.read([Self.list(migrations)], .readOnly) { results in
        try results[0].map { try Applied($0) }
      }
    } catch {
      if error.postgresError?.serverError?.sqlState == .undefinedTable {
        throw .schemaTooOld(database: 0, known: Int32(migrations.count))
      }
      throw .postgres(error.postgresError ?? .misuse("\(error)"))
    }
    let last = applied.last?.number ?? 0
    try check(applied)
    guard last >= Int32(migrations.count) else {
      throw .schemaTooOld(database: last, known: Int32(migrations.count))
    }
  }

  /// A row of `schema_migrations`, and whether its text is the one known here.
  struct Applied: Sendable {
    let number: Int32
    let isSame: Bool

    init(_ row: Row) throws(DecodeError) {
      number = try row.int32(0)
      isSame = try row.bool(1)
    }
  }

  func check(_ applied: [Applied]) throws(MigrationError) {
    let known = Int32(migrations.count)
    if let last = applied.last?.number, last > known {
      throw .schemaTooNew(database: last, known: known)
    }
    if let changed = applied.first(where: { !$0.isSame }) { throw .changed(number: changed.number) }
  }

  static let createTable: Statement = """
    CREATE TABLE IF NOT EXISTS schema_migrations (
      number integer PRIMARY KEY CHECK (number > 0),
      name text NOT NULL,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )
    """

  /// One at a time in a database, whoever asks.
  static let lock: Statement = "SELECT pg_advisory_xact_lock(7236837836513)"

  /// The server computes the checksums, so that both sides mean the same.
  static func list(_ migrations: [Migration]) -> Query {
    Query(
      """
      SELECT m.number, COALESCE(m.sha256 = encode(sha256(convert_to(k.text, 'UTF8')), 'hex'), false)
      FROM schema_migrations m
      LEFT JOIN unnest($1, $2) AS k(number, text) ON k.number = m.number
      ORDER BY m.number
      """,
      .column(migrations, \.number), .column(migrations, \.text))
  }

  static func record(_ migration: Migration) -> Query {
    Query(
      """
      INSERT INTO schema_migrations (number, name, sha256)
      VALUES ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'))
      """,
      .int32(migration.number), .text(migration.name), .text(migration.text))
  }
}

extension Connection {
  fileprivate func makeMigrationTable(_ migrator: Migrator) throws(MigrationError) {
    do throws(TransactionError) {
      try transaction(migrator.options) { transaction in
        _ = try transaction.pipeline([Query(Migrator.lock), Query(Migrator.createTable)])
      }
    } catch {
      throw .postgres(error.postgresError ?? .misuse("\(error)"))
    }
  }

  /// Runs one migration unless it ran before.
  fileprivate func apply(
    _ migration: Migration, _ migrator: Migrator
  ) throws(MigrationError) -> Bool {
    do throws(TransactionError) {
      return try transaction(migrator.options) { transaction in
        let results = try transaction.pipeline([
          Query(Migrator.lock), Migrator.list(migrator.migrations),
        ])
        let applied = try results[1].map { try Migrator.Applied($0) }
        try migrator.check(applied)
        if applied.contains(where: { $0.number == migration.number }) { return false }
        do throws(PostgresError) {
          try transaction.script(migration.text)
        } catch {
          throw MigrationError.failed(number: migration.number, error)
        }
        guard transaction.isOpen else {
          throw MigrationError.endedTransaction(number: migration.number)
        }
        transaction.flush([Migrator.record(migration)])
        return true
      }
    } catch {
      if case .body(let inner as MigrationError) = error { throw inner }
      throw .failed(number: migration.number, error.postgresError ?? .misuse("\(error)"))
    }
  }
}

extension Migrator {
  fileprivate var options: TransactionOptions {
    var options = TransactionOptions.readWrite.timeouts(statement: limit, lock: lockTimeout)
    options.limit = limit
    return options
  }
}
