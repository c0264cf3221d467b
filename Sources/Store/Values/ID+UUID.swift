package import Domain
package import Postgres

extension ID {
  /// The same bits as PostgreSQL takes them.
  package var uuid: UUIDBytes { UUIDBytes(high, low) }

  package init(_ uuid: UUIDBytes) { self.init(high: uuid.high, low: uuid.low) }

  /// No thing: stands in keys where NULL cannot.
  static var zero: Self { Self(high: 0, low: 0) }
}

extension CalendarDay {
  var date: PostgresDate { PostgresDate(daysSince1970: daysSince1970) }
}

extension Instant {
  var timestamp: PostgresTimestamp { PostgresTimestamp(microsecondsSince1970: microseconds) }
}

extension Parameter {
  /// A column of ids.
  static func ids<Row, Thing>(
    _ rows: some Collection<Row>, _ id: (Row) -> ID<Thing>
  ) -> Parameter {
    .column(rows) { id($0).uuid }
  }

  static func ids<Thing>(_ ids: some Collection<ID<Thing>>) -> Parameter {
    .column(ids) { $0.uuid }
  }

  static func id<Thing>(_ id: ID<Thing>) -> Parameter { .uuid(id.uuid) }
}
