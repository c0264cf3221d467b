extension Row {
  /// A one-dimensional array, whose elements may be NULL.
  package func arrayWithNulls<Value: PostgresValue>(
    _ column: Int, of type: Value.Type = Value.self
  ) throws(DecodeError) -> [Value?] {
    guard let bytes = try result.field(row: index, column: column) else {
      throw .unexpectedNull(column: column)
    }
    let array = result.types[column]
    var reader = ArrayReader(bytes: bytes)
    guard let header = reader.header() else { throw .malformed(column: column, type: array) }
    guard Value.reads(header.element) else {
      throw .wrongType(column: column, found: array, expected: Value.arrayTypeID)
    }
    var values: [Value?] = []
    values.reserveCapacity(header.count)
    for _ in 0..<header.count {
      guard let field = reader.field() else { throw .malformed(column: column, type: array) }
      guard case .bytes(let element) = field else {
        values.append(nil)
        continue
      }
      guard let value = Value(bytes: element, type: header.element) else {
        throw .malformed(column: column, type: array)
      }
      values.append(value)
    }
    return values
  }

  /// A one-dimensional array without NULL elements.
  package func array<Value: PostgresValue>(
    _ column: Int, of type: Value.Type = Value.self
  ) throws(DecodeError) -> [Value] {
    var values: [Value] = []
    for value in try arrayWithNulls(column, of: Value.self) {
      guard let value else { throw .unexpectedNull(column: column) }
      values.append(value)
    }
    return values
  }

  /// An array that may itself be NULL.
  package func optionalArray<Value: PostgresValue>(
    _ column: Int, of type: Value.Type = Value.self
  ) throws(DecodeError) -> [Value]? {
    try isNull(column) ? nil : try array(column, of: Value.self)
  }
}

/// Walks over the binary form of an array.
private struct ArrayReader {
  enum Field {
    case null
    case bytes(UnsafeRawBufferPointer)
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The element type and the number of elements; nil for more than one dimension.
  mutating func header() -> (element: TypeID, count: Int)? {
    guard let dimensions = integer(), integer() != nil, let element = integer() else { return nil }
    let type = TypeID(UInt32(bitPattern: element))
    switch dimensions {
    case 0: return (type, 0)
    case 1:
      // Every element has at least its length: more cannot be there.
      guard let count = integer(), integer() != nil, count >= 0,
        Int(count) <= (bytes.count - offset) / 4
      else { return nil }
      return (type, Int(count))
    default: return nil
    }
  }

  mutating func field() -> Field? {
    guard let length = integer() else { return nil }
    if length == -1 { return .null }
    guard length >= 0, bytes.count - offset >= Int(length) else { return nil }
    defer { offset += Int(length) }
    return .bytes(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + Int(length)]))
  }

  private mutating func integer() -> Int32? {
    guard bytes.count - offset >= 4 else { return nil }
    defer { offset += 4 }
    return Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
  }
}
