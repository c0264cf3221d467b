internal import Domain
internal import Postgres

/// The parameters of a statement over many rows: the seller, then one array a column, added in the
/// order in which the statement lists them.
///
/// Statements that find rows by these columns read them under a LIMIT that takes all of them. The
/// planner expects one row of it, so each row is looked up by its whole key, whatever statistics
/// there are; else a table without any is read through for every row of the batch.
struct ParameterColumns<Row> {
  let rows: [Row]
  private(set) var parameters: [Parameter]

  init(_ rows: [Row], of seller: ID<Seller>) {
    self.rows = rows
    parameters = [.id(seller)]
    parameters.reserveCapacity(32)
  }

  func query(_ statement: Statement) -> Query { Query(statement, parameters) }

  mutating func id<Thing>(_ value: (Row) -> ID<Thing>) {
    parameters.append(.column(rows.map { value($0).uuid }))
  }
  mutating func id<Thing>(optional value: (Row) -> ID<Thing>?) {
    parameters.append(.column(rows.map { value($0)?.uuid }))
  }
  mutating func text(_ value: (Row) -> String) { parameters.append(.column(rows.map(value))) }
  mutating func text(optional value: (Row) -> String?) {
    parameters.append(.column(rows.map(value)))
  }
  mutating func bool(_ value: (Row) -> Bool) { parameters.append(.column(rows.map(value))) }
  mutating func int32(_ value: (Row) -> Int32) { parameters.append(.column(rows.map(value))) }
  mutating func int32(optional value: (Row) -> Int32?) {
    parameters.append(.column(rows.map(value)))
  }
  mutating func int64(_ value: (Row) -> Int64) { parameters.append(.column(rows.map(value))) }
  mutating func int64(optional value: (Row) -> Int64?) {
    parameters.append(.column(rows.map(value)))
  }
  mutating func bytes(_ value: (Row) -> [UInt8]) { parameters.append(.column(rows.map(value))) }
  mutating func decimal<Value: Decimal6>(_ value: (Row) -> Value) {
    parameters.append(.column(rows.map { value($0).micros }))
  }
  mutating func decimal<Value: Decimal6>(optional value: (Row) -> Value?) {
    parameters.append(.column(rows.map { value($0)?.micros }))
  }
  mutating func code<Code: RawRepresentable<String>>(_ value: (Row) -> Code) {
    parameters.append(.column(rows.map { value($0).rawValue }))
  }
  mutating func day(_ value: (Row) -> CalendarDay) {
    parameters.append(.column(rows.map { value($0).date }))
  }
  mutating func day(optional value: (Row) -> CalendarDay?) {
    parameters.append(.column(rows.map { value($0)?.date }))
  }
  mutating func instant(_ value: (Row) -> Instant) {
    parameters.append(.column(rows.map { value($0).timestamp }))
  }
  mutating func instant(optional value: (Row) -> Instant?) {
    parameters.append(.column(rows.map { value($0)?.timestamp }))
  }
  /// NULL for an empty array or object.
  mutating func json(_ value: (Row) -> JSON) {
    parameters.append(.column(rows.map { value($0).column }))
  }
  /// NULL for nil alone.
  mutating func json(optional value: (Row) -> JSON?) {
    parameters.append(.column(rows.map { value($0).map { Postgres.JSONText($0.encoded) } }))
  }
  mutating func json(written value: (Row) -> String) {
    parameters.append(.column(rows.map { WrittenJSON(value($0)) }))
  }
}

/// A changed row with the version that is stored.
struct Change<Row: Aggregate> {
  let row: Row
  let stored: Row
}
