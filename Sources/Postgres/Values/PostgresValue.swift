/// A value that travels to and from PostgreSQL in its binary format.
package protocol PostgresValue: Sendable {
  /// The type as which it is sent.
  static var typeID: TypeID { get }
  /// The type of an array of it.
  static var arrayTypeID: TypeID { get }
  /// Whether a column of this type can be read as this value.
  static func reads(_ type: TypeID) -> Bool
  /// Appends its bytes, without their length.
  func append(to buffer: inout [UInt8])
  /// Reads its bytes; nil when they are not such a value.
  init?(bytes: UnsafeRawBufferPointer, type: TypeID)
}

extension PostgresValue {
  @inlinable package static func reads(_ type: TypeID) -> Bool { type == typeID }
}

extension FixedWidthInteger {
  /// Appends the integer in network order.
  @inlinable package func appendBigEndian(to buffer: inout [UInt8]) {
    withUnsafeBytes(of: bigEndian) { bytes in
      // A loop of known length over reserved space is faster here than a copy of a range.
      for byte in bytes { buffer.append(byte) }
    }
  }

  /// Reads an integer in network order; nil when the length is another.
  @inlinable package init?(bigEndianBytes bytes: UnsafeRawBufferPointer) {
    guard bytes.count == MemoryLayout<Self>.size else { return nil }
    self = Self(bigEndian: bytes.loadUnaligned(as: Self.self))
  }
}

extension Bool: PostgresValue {
  package static var typeID: TypeID { .bool }
  package static var arrayTypeID: TypeID { .boolArray }

  @inlinable package func append(to buffer: inout [UInt8]) { buffer.append(self ? 1 : 0) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    guard bytes.count == 1 else { return nil }
    self = bytes[0] != 0
  }
}

extension Int16: PostgresValue {
  package static var typeID: TypeID { .int2 }
  package static var arrayTypeID: TypeID { .int2Array }

  @inlinable package func append(to buffer: inout [UInt8]) { appendBigEndian(to: &buffer) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    self.init(bigEndianBytes: bytes)
  }
}

extension Int32: PostgresValue {
  package static var typeID: TypeID { .int4 }
  package static var arrayTypeID: TypeID { .int4Array }

  @inlinable package func append(to buffer: inout [UInt8]) { appendBigEndian(to: &buffer) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    self.init(bigEndianBytes: bytes)
  }
}

extension Int64: PostgresValue {
  package static var typeID: TypeID { .int8 }
  package static var arrayTypeID: TypeID { .int8Array }

  @inlinable package func append(to buffer: inout [UInt8]) { appendBigEndian(to: &buffer) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    self.init(bigEndianBytes: bytes)
  }
}

/// Text. The server refuses U+0000 in it (22021).
extension String: PostgresValue {
  package static var typeID: TypeID { .text }
  package static var arrayTypeID: TypeID { .textArray }

  package static func reads(_ type: TypeID) -> Bool {
    switch type {
    case .text, .varchar, .bpchar, .name: true
    default: type.isUserDefined
    }
  }

  @inlinable package func append(to buffer: inout [UInt8]) { buffer.append(contentsOf: utf8) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    self.init(decoding: bytes, as: UTF8.self)
  }
}

/// Bytes: `bytea`.
extension Array: PostgresValue where Element == UInt8 {
  package static var typeID: TypeID { .bytea }
  package static var arrayTypeID: TypeID { .byteaArray }

  @inlinable package func append(to buffer: inout [UInt8]) { buffer.append(contentsOf: self) }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) { self.init(bytes) }
}
