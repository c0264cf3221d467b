internal import Domain
internal import Postgres

/// Reads a row column by column, in the order in which its table lists them.
struct RowReader {
  let row: Row
  private(set) var column = 0

  init(_ row: Row, from column: Int = 0) {
    self.row = row
    self.column = column
  }

  /// Passes a column over.
  mutating func skip() { column += 1 }

  private mutating func next() -> Int {
    defer { column += 1 }
    return column
  }

  mutating func id<Thing>(_: Thing.Type = Thing.self) throws(DecodeError) -> ID<Thing> {
    ID(try row.uuid(next()))
  }
  mutating func optionalID<Thing>(_: Thing.Type = Thing.self) throws(DecodeError) -> ID<Thing>? {
    try row.optionalUUID(next()).map { ID($0) }
  }

  mutating func text() throws(DecodeError) -> String { try row.text(next()) }
  mutating func optionalText() throws(DecodeError) -> String? { try row.optionalText(next()) }
  mutating func bool() throws(DecodeError) -> Bool { try row.bool(next()) }
  mutating func int32() throws(DecodeError) -> Int32 { try row.int32(next()) }
  mutating func optionalInt32() throws(DecodeError) -> Int32? { try row.optionalInt32(next()) }
  mutating func int64() throws(DecodeError) -> Int64 { try row.int64(next()) }
  mutating func optionalInt64() throws(DecodeError) -> Int64? { try row.optionalInt64(next()) }
  mutating func bytes() throws(DecodeError) -> [UInt8] { try row.bytes(next()) }
  mutating func optionalBytes() throws(DecodeError) -> [UInt8]? { try row.optionalBytes(next()) }

  mutating func decimal<Value: Decimal6>() throws(DecodeError) -> Value {
    Value(micros: try row.int64(next()))
  }
  mutating func optionalDecimal<Value: Decimal6>() throws(DecodeError) -> Value? {
    try row.optionalInt64(next()).map { Value(micros: $0) }
  }

  mutating func day() throws(DecodeError) -> CalendarDay {
    CalendarDay(daysSince1970: try row.date(next()))
  }
  mutating func optionalDay() throws(DecodeError) -> CalendarDay? {
    try row.optionalDate(next()).map { CalendarDay(daysSince1970: $0) }
  }
  mutating func instant() throws(DecodeError) -> Instant {
    Instant(microseconds: try row.timestamp(next()))
  }
  mutating func optionalInstant() throws(DecodeError) -> Instant? {
    try row.optionalTimestamp(next()).map { Instant(microseconds: $0) }
  }

  mutating func code<Code: RawRepresentable<String>>(
    _: Code.Type = Code.self
  ) throws(DecodeError) -> Code {
    try parsed { Code(rawValue: $0) }
  }
  mutating func currency() throws(DecodeError) -> Currency { try parsed { Currency($0) } }
  mutating func terms() throws(DecodeError) -> PaymentTerms { try parsed { PaymentTerms($0) } }

  private mutating func parsed<Value>(
    _ parse: (String) -> Value?
  ) throws(DecodeError) -> Value {
    let column = next()
    guard let value = parse(try row.text(column)) else {
      throw .malformed(column: column, type: .text)
    }
    return value
  }

  /// The value of a `jsonb` column; nil where it is NULL.
  mutating func json() throws(DecodeError) -> JSON? {
    let column = next()
    guard let text = try row.optionalJSON(column) else { return nil }
    guard let value = JSON(text) else {
      throw .malformed(column: column, type: .text)
    }
    return value
  }
}
