internal import Domain
internal import Postgres

/// Rows of `number_series`.
enum NumberSeriesTable {
  static let columns: StaticString = """
    kind, year, version, last, last_date
    """

  private static let insertion = Statement(insertInto: "number_series", columns)

  static func insert(_ rows: [NumberSeries], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.code { $0.key.kind }
    columns.int32 { Int32($0.key.year) }
    columns.int64 { $0.version }
    columns.int64 { $0.last }
    columns.day(optional: { $0.lastDate })
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE number_series t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END, last = v.last,
      last_date = v.last_date
    """,
    rows: """
      kind, year, stored_version, version, last, last_date
      """,
    then: """
      WHERE t.seller_id = $1 AND t.kind = v.kind AND t.year = v.year
      """)

  static func update(_ changes: [Change<NumberSeries>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.code { $0.row.key.kind }
    columns.int32 { Int32($0.row.key.year) }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.int64 { $0.row.last }
    columns.day(optional: { $0.row.lastDate })
    return columns.query(change)
  }

  static func read(_ row: Row) throws(DecodeError) -> NumberSeries {
    var r = RowReader(row)
    let kind = try r.code(SeriesKey.Kind.self)
    var series = NumberSeries(key: SeriesKey(kind, year: Int(try r.int32())))
    series.version = try r.int64()
    series.last = try r.int64()
    series.lastDate = try r.optionalDay()
    return series
  }
}
