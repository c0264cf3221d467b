import Postgres
import Service
import Store

/// The database as the server uses it: by which role, with which schema, how durable.
enum Database {
  static let applicationRole = Bootstrap.application
  static let ownerRole = Bootstrap.owner
  static let name = "o2c"
  static let migrations = Migrations.all

  /// Fails unless the database may be served from: the role is the right one, what was
  /// acknowledged survives a loss of power (in production), the schema is the one of this program.
  static func check(_ configuration: ConnectionConfiguration, isProduction: Bool) async throws {
    var configuration = configuration
    configuration.check = ServerCheck(requiresDurability: isProduction).check
    let connection = try await Connection.open(configuration)
    do {
      try await Migrations.verify(connection)
    } catch {
      throw SchemaUnfit(error, remedy: "use the program that made it") ?? error
    }
    await connection.close()
  }

  /// Makes roles and database as the superuser, then the schema as the owner. May run any number of
  /// times; a server that runs meanwhile is not disturbed.
  ///
  /// - Parameter connect: how to reach this database as this user.
  @discardableResult
  static func prepare(
    name: String = Database.name, superuser: String = "postgres",
    connect: (_ user: String, _ database: String) async throws -> ConnectionConfiguration
  ) async throws -> [Migration] {
    guard name.utf8.allSatisfy({ isNameByte($0) }), (1...63).contains(name.utf8.count) else {
      throw PostgresError.misuse("not a name for a database: \(name)")
    }
    let cluster = try await Connection.open(try await connect(superuser, "postgres"))
    try await makeRoles(cluster)
    let isThere = try await cluster.read([
      Query("SELECT 1 FROM pg_database WHERE datname = $1", .text(name))
    ]) { !$0[0].isEmpty }
    if !isThere { try await cluster.script("CREATE DATABASE \(name) OWNER \(ownerRole)") }
    await cluster.close()
    let database = try await Connection.open(try await connect(superuser, name))
    try await Bootstrap.closeDatabase(database)
    await database.close()
    return try await migrate(try await connect(ownerRole, name))
  }

  /// Roles belong to the whole cluster: who prepares another database at this moment changes the
  /// same rows, which PostgreSQL refuses to one of both.
  private static func makeRoles(_ cluster: Connection) async throws {
    for attempt in 1... {
      do {
        return try await Bootstrap.makeRoles(cluster)
      } catch {
        let isContended = error.serverError?.message.contains("concurrently updated") ?? false
        guard isContended, attempt < 10 else { throw error }
        try await Task.sleep(for: .milliseconds(20 * attempt))
      }
    }
  }

  /// Brings the schema forward, as the owner.
  static func migrate(_ configuration: ConnectionConfiguration) async throws -> [Migration] {
    let owner = try await Connection.open(configuration)
    let ran = try await Migrations.migrate(owner)
    await owner.close()
    return ran
  }

  /// Lower-case letters, digits and underscores: such a name needs no quotes.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
  }
}
