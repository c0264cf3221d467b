package import Postgres

/// The migrations that this program carries, embedded from `Migrations/`.
package enum Migrations {
  /// In the order of their numbers. A new file gets a line here; embedding makes an underscore of
  /// the first digit of its name.
  package static let all: [Migration] = [
    Migration(
      number: 1, name: "foundation",
      text: String(decoding: PackageResources._001_foundation_sql, as: UTF8.self)),
    Migration(
      number: 2, name: "sealing_under_load",
      text: String(decoding: PackageResources._002_sealing_under_load_sql, as: UTF8.self)),
    Migration(
      number: 3, name: "customers_and_prices",
      text: String(decoding: PackageResources._003_customers_and_prices_sql, as: UTF8.self)),
    Migration(
      number: 4, name: "stock_and_returns",
      text: String(decoding: PackageResources._004_stock_and_returns_sql, as: UTF8.self)),
    Migration(
      number: 5, name: "order_life",
      text: String(decoding: PackageResources._005_order_life_sql, as: UTF8.self)),
    Migration(
      number: 6, name: "credit_policies",
      text: String(decoding: PackageResources._006_credit_policies_sql, as: UTF8.self)),
    Migration(
      number: 7, name: "order_revisions",
      text: String(decoding: PackageResources._007_order_revisions_sql, as: UTF8.self)),
    Migration(
      number: 8, name: "debtors",
      text: String(decoding: PackageResources._008_debtors_sql, as: UTF8.self)),
    Migration(
      number: 9, name: "policies",
      text: String(decoding: PackageResources._009_policies_sql, as: UTF8.self)),
    Migration(
      number: 10, name: "deposits",
      text: String(decoding: PackageResources._010_deposits_sql, as: UTF8.self)),
    Migration(
      number: 11, name: "tolerances",
      text: String(decoding: PackageResources._011_tolerances_sql, as: UTF8.self)),
    Migration(
      number: 12, name: "reversals",
      text: String(decoding: PackageResources._012_reversals_sql, as: UTF8.self)),
    Migration(
      number: 13, name: "sealing_whole_transactions",
      text: String(
        decoding: PackageResources._013_sealing_whole_transactions_sql, as: UTF8.self)),
    Migration(
      number: 14, name: "events_as_written",
      text: String(decoding: PackageResources._014_events_as_written_sql, as: UTF8.self)),
    Migration(
      number: 15, name: "lots_and_replacements",
      text: String(decoding: PackageResources._015_lots_and_replacements_sql, as: UTF8.self)),
  ]

  /// Runs what is missing, as `Bootstrap.owner`.
  @discardableResult
  package static func migrate(
    _ connection: Connection
  ) async throws(MigrationError) -> [Migration] {
    try await Migrator(all).migrate(connection)
  }

  /// Checks that the schema is the one that this program knows, as any role.
  package static func verify(_ connection: Connection) async throws(MigrationError) {
    try await Migrator(all).verify(connection)
  }
}
