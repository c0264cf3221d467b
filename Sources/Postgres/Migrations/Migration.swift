/// One step of the schema: a text of SQL statements, run once, in one transaction.
package struct Migration: Sendable, Hashable {
  package let number: Int32
  package let name: String
  package let text: String

  package init(number: Int32, name: String, text: String) {
    self.number = number
    self.name = name
    self.text = text
  }

  /// From a file name such as `0001_foundation.sql`; nil when it is not of this form.
  package init?(fileName: String, text: String) {
    guard fileName.hasSuffix(".sql") else { return nil }
    let parts = fileName.dropLast(4).split(separator: "_", maxSplits: 1)
    guard parts.count == 2, let number = Int32(parts[0]), number > 0 else { return nil }
    self.init(number: number, name: String(parts[1]), text: text)
  }
}

/// Why the schema cannot be brought, or is not, up to date.
package enum MigrationError: Error, Sendable {
  /// Numbers must be 1, 2, 3… without a gap.
  case notInSequence([Int32])
  /// The database was migrated by a newer program.
  case schemaTooNew(database: Int32, known: Int32)
  /// Migrations are missing in the database.
  case schemaTooOld(database: Int32, known: Int32)
  /// What ran under this number had another text.
  case changed(number: Int32)
  /// The text ended the transaction that it ran in.
  case endedTransaction(number: Int32)
  case failed(number: Int32, PostgresError)
  /// Reading or making the table of migrations failed.
  case postgres(PostgresError)
}
