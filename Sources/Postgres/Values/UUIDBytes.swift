/// The 16 bytes of a UUID as two integers in network order.
package struct UUIDBytes: Sendable, Hashable, Comparable, PostgresValue, CustomStringConvertible {
  package var high: UInt64
  package var low: UInt64

  @inlinable package init(_ high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  package static var typeID: TypeID { .uuid }
  package static var arrayTypeID: TypeID { .uuidArray }

  /// The order of PostgreSQL: byte by byte.
  @inlinable package static func < (left: UUIDBytes, right: UUIDBytes) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  @inlinable package func append(to buffer: inout [UInt8]) {
    high.appendBigEndian(to: &buffer)
    low.appendBigEndian(to: &buffer)
  }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    guard bytes.count == 16 else { return nil }
    high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  /// `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in lower case.
  package var description: String {
    let digits = [high, low].map { half in
      let hex = String(half, radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }.joined()
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place == 8 || place == 12 || place == 16 || place == 20 { text.append("-") }
      text.append(digit)
    }
    return text
  }
}

/// A JSON document that the database keeps as it was written, sent as `json`.
package struct WrittenJSON: Sendable, Hashable, PostgresValue {
  package var text: String

  package init(_ text: String) { self.text = text }

  package static var typeID: TypeID { .json }
  package static var arrayTypeID: TypeID { .jsonArray }

  @inlinable package func append(to buffer: inout [UInt8]) {
    buffer.append(contentsOf: text.utf8)
  }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// A JSON document as text, sent as `jsonb`.
package struct JSONText: Sendable, Hashable, PostgresValue {
  package var text: String

  package init(_ text: String) { self.text = text }

  package static var typeID: TypeID { .jsonb }
  package static var arrayTypeID: TypeID { .jsonbArray }

  package static func reads(_ type: TypeID) -> Bool { type == .jsonb || type == .json }

  /// `jsonb` starts with the version of its format.
  @inlinable package func append(to buffer: inout [UInt8]) {
    buffer.append(1)
    buffer.append(contentsOf: text.utf8)
  }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    if type == .json {
      text = String(decoding: bytes, as: UTF8.self)
    } else {
      guard bytes.first == 1 else { return nil }
      text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
  }
}
