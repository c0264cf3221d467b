import Postgres

/// How many rows each table has, counted past the service.
struct RowCounts: Equatable, Sendable {
  let tables: [String]

  /// The counts that are others than before.
  func difference(from before: RowCounts) -> [String] {
    zip(before.tables, tables).compactMap { $0 == $1 ? nil : "\($0) → \($1)" }
  }

  /// The sealer and the migrations aside, which no call changes.
  static func of(_ connection: Connection) async throws -> RowCounts {
    let names = try await connection.texts(
      """
      SELECT table_name::text FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
        AND table_name NOT LIKE '%migration%' AND table_name NOT LIKE '%seal%'
        AND table_name NOT LIKE '%chain%' AND table_name NOT LIKE '%position%'
      ORDER BY 1
      """)
    var counts: [String] = []
    for name in names {
      let count = try await connection.texts(
        """
        SELECT (xpath('/row/c/text()', query_to_xml(
          format('SELECT count(*) AS c FROM %I', $1::text), false, true, '')))[1]::text
        """, .text(name))
      counts.append("\(name) \(count.first ?? "?")")
    }
    return RowCounts(tables: counts)
  }
}
