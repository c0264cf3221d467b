import ArgumentParser
import Foundation
import Postgres

/// Brings the schema forward.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Brings the schema forward, as the role that owns it.",
    discussion: """
      The database is the one of the settings of `o2cd serve`. With --prepare the roles and the \
      database are made first, as a superuser.
      """)

  @Option(name: .customLong("config"), help: "File of settings.")
  var settingsFile: String?

  @Option(help: "File with the password of the owner, where the database asks for one.")
  var ownerPasswordFile: String?

  @Option(name: .customLong("prepare"), help: "The superuser who makes the roles and the database.")
  var superuser: String?

  @Option(help: "File with the password of the superuser.")
  var superuserPasswordFile: String?

  func run() async throws {
    let settings = try DatabaseSettings.read(settingsFile)
    let ran: [Migration]
    if let superuser {
      ran = try await Database.prepare(name: settings.name, superuser: superuser) {
        user, database throws in
        try connection(settings, user, database)
      }
    } else {
      ran = try await Database.migrate(
        try connection(settings, Database.ownerRole, settings.name))
    }
    if ran.isEmpty {
      print("Nothing to do: the schema is at \(Database.migrations.count).")
    }
    for migration in ran { print("Applied \(migration.number) \(migration.name).") }
  }

  private func connection(
    _ settings: DatabaseSettings, _ user: String, _ database: String
  ) throws -> ConnectionConfiguration {
    var connection = settings.connection(user: user)
    connection.database = database
    let file = user == Database.ownerRole ? ownerPasswordFile : superuserPasswordFile
    connection.password = try file.map {
      Password(
        try String(contentsOfFile: $0, encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return connection
  }
}

extension DatabaseSettings {
  /// The settings of the database alone; those of the server may be missing.
  static func read(_ path: String?) throws -> DatabaseSettings {
    let file = try SettingsFile(path: path, environment: ProcessInfo.processInfo.environment)
    var reader = SettingsReader(file)
    let settings = DatabaseSettings(&reader)
    try reader.finish()
    return settings
  }
}
