/// One row of a result. Columns count from 0.
package struct Row {
  @usableFromInline let result: ResultSet
  @usableFromInline let index: Int

  @inlinable package init(result: ResultSet, index: Int) {
    self.result = result
    self.index = index
  }

  package var columnCount: Int { result.types.count }

  @inlinable package func isNull(_ column: Int) throws(DecodeError) -> Bool {
    try result.field(row: index, column: column) == nil
  }

  /// A value that may be NULL.
  @inlinable package func optional<Value: PostgresValue>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws(DecodeError) -> Value? {
    guard let bytes = try result.field(row: index, column: column) else {
      try check(column, Value.self)
      return nil
    }
    try check(column, Value.self)
    guard let value = Value(bytes: bytes, type: result.types[column]) else {
      throw .malformed(column: column, type: result.types[column])
    }
    return value
  }

  /// A value that is never NULL.
  @inlinable package func value<Value: PostgresValue>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws(DecodeError) -> Value {
    guard let value = try optional(column, as: Value.self) else {
      throw .unexpectedNull(column: column)
    }
    return value
  }

  @usableFromInline func check<Value: PostgresValue>(
    _ column: Int, _ type: Value.Type
  ) throws(DecodeError) {
    let found = result.types[column]
    guard Value.reads(found) else {
      throw .wrongType(column: column, found: found, expected: Value.typeID)
    }
  }
}

extension Row {
  package func bool(_ column: Int) throws(DecodeError) -> Bool { try value(column) }
  package func optionalBool(_ column: Int) throws(DecodeError) -> Bool? { try optional(column) }

  package func int16(_ column: Int) throws(DecodeError) -> Int16 { try value(column) }
  package func optionalInt16(_ column: Int) throws(DecodeError) -> Int16? { try optional(column) }

  package func int32(_ column: Int) throws(DecodeError) -> Int32 { try value(column) }
  package func optionalInt32(_ column: Int) throws(DecodeError) -> Int32? { try optional(column) }

  package func int64(_ column: Int) throws(DecodeError) -> Int64 { try value(column) }
  package func optionalInt64(_ column: Int) throws(DecodeError) -> Int64? { try optional(column) }

  package func text(_ column: Int) throws(DecodeError) -> String { try value(column) }
  package func optionalText(_ column: Int) throws(DecodeError) -> String? { try optional(column) }

  package func bytes(_ column: Int) throws(DecodeError) -> [UInt8] { try value(column) }
  package func optionalBytes(_ column: Int) throws(DecodeError) -> [UInt8]? {
    try optional(column)
  }

  package func uuid(_ column: Int) throws(DecodeError) -> UUIDBytes { try value(column) }
  package func optionalUUID(_ column: Int) throws(DecodeError) -> UUIDBytes? {
    try optional(column)
  }

  /// `json` or `jsonb` as text.
  package func json(_ column: Int) throws(DecodeError) -> String {
    try value(column, as: JSONText.self).text
  }
  package func optionalJSON(_ column: Int) throws(DecodeError) -> String? {
    try optional(column, as: JSONText.self)?.text
  }

  /// A date as days since 1970-01-01.
  package func date(_ column: Int) throws(DecodeError) -> Int32 {
    try value(column, as: PostgresDate.self).daysSince1970
  }
  package func optionalDate(_ column: Int) throws(DecodeError) -> Int32? {
    try optional(column, as: PostgresDate.self)?.daysSince1970
  }

  /// A `timestamptz` as microseconds since 1970-01-01 00:00 UTC.
  package func timestamp(_ column: Int) throws(DecodeError) -> Int64 {
    try value(column, as: PostgresTimestamp.self).microsecondsSince1970
  }
  package func optionalTimestamp(_ column: Int) throws(DecodeError) -> Int64? {
    try optional(column, as: PostgresTimestamp.self)?.microsecondsSince1970
  }
}
