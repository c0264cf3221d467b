/// A typed value for a placeholder, already in binary format.
package struct Parameter: Sendable, Hashable {
  package let type: TypeID
  /// Nil is NULL.
  @usableFromInline let bytes: [UInt8]?

  @inlinable init(type: TypeID, bytes: [UInt8]?) {
    self.type = type
    self.bytes = bytes
  }

  /// A value, or NULL of its type.
  package init<Value: PostgresValue>(_ value: Value?) {
    type = Value.typeID
    guard let value else {
      bytes = nil
      return
    }
    var buffer: [UInt8] = []
    value.append(to: &buffer)
    bytes = buffer
  }

  package static func bool(_ value: Bool?) -> Parameter { Parameter(value) }
  package static func int16(_ value: Int16?) -> Parameter { Parameter(value) }
  package static func int32(_ value: Int32?) -> Parameter { Parameter(value) }
  package static func int64(_ value: Int64?) -> Parameter { Parameter(value) }
  package static func text(_ value: String?) -> Parameter { Parameter(value) }
  package static func bytes(_ value: [UInt8]?) -> Parameter { Parameter(value) }
  package static func uuid(_ value: UUIDBytes?) -> Parameter { Parameter(value) }
  package static func jsonb(_ value: String?) -> Parameter { Parameter(value.map(JSONText.init)) }

  /// A date as days since 1970-01-01.
  package static func date(_ days: Int32?) -> Parameter {
    Parameter(days.map(PostgresDate.init(daysSince1970:)))
  }

  /// A `timestamptz` as microseconds since 1970-01-01 00:00 UTC.
  package static func timestamp(_ microseconds: Int64?) -> Parameter {
    Parameter(microseconds.map(PostgresTimestamp.init(microsecondsSince1970:)))
  }

  /// A one-dimensional array.
  @inlinable package static func array<Value: PostgresValue>(_ values: some Sequence<Value>)
    -> Parameter
  {
    var column = ArrayColumn<Value>(minimumCapacity: values.underestimatedCount)
    for value in values { column.append(value) }
    return column.parameter()
  }

  /// A one-dimensional array with NULL elements.
  @inlinable package static func array<Value: PostgresValue>(_ values: some Sequence<Value?>)
    -> Parameter
  {
    var column = ArrayColumn<Value>(minimumCapacity: values.underestimatedCount)
    for value in values { column.append(value) }
    return column.parameter()
  }

  /// One column of rows: what `value` takes from each, in their order.
  @inlinable package static func column<Row, Value: PostgresValue>(
    _ rows: some Collection<Row>, _ value: (Row) -> Value
  ) -> Parameter {
    var column = ArrayColumn<Value>(minimumCapacity: rows.count)
    for row in rows { column.append(value(row)) }
    return column.parameter()
  }

  /// One column of rows with NULLs.
  @inlinable package static func optionalColumn<Row, Value: PostgresValue>(
    _ rows: some Collection<Row>, _ value: (Row) -> Value?
  ) -> Parameter {
    var column = ArrayColumn<Value>(minimumCapacity: rows.count)
    for row in rows { column.append(value(row)) }
    return column.parameter()
  }
}
