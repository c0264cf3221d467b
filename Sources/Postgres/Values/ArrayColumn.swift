/// One column of many rows, built value by value into the buffer that is sent.
///
/// ```swift
/// var amounts = ArrayColumn<Int64>(minimumCapacity: lines.count)
/// for line in lines { amounts.append(line.amount) }
/// Query(insertLines, amounts.parameter())
/// ```
package struct ArrayColumn<Element: PostgresValue>: Sendable {
  @usableFromInline var bytes: [UInt8]
  @usableFromInline var hasNulls = false
  @inlinable package var count: Int { storedCount }
  @usableFromInline var storedCount = 0

  /// Dimensions, null flag, element type, length, lower bound: four bytes each.
  @usableFromInline static var headerSize: Int { 20 }

  @inlinable package init(minimumCapacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(Self.headerSize + minimumCapacity * 20)
    bytes.append(contentsOf: repeatElement(0, count: Self.headerSize))
  }

  @inlinable package mutating func append(_ value: Element) {
    let start = bytes.count
    UInt32(0).appendBigEndian(to: &bytes)
    value.append(to: &bytes)
    write(Int32(truncatingIfNeeded: bytes.count - start - 4), at: start)
    storedCount += 1
  }

  @inlinable package mutating func append(_ value: Element?) {
    if let value {
      append(value)
    } else {
      Int32(-1).appendBigEndian(to: &bytes)
      hasNulls = true
      storedCount += 1
    }
  }

  /// The array as a parameter, which takes the buffer with it.
  package consuming func parameter() -> Parameter {
    write(storedCount == 0 ? 0 : 1, at: 0)
    write(hasNulls ? 1 : 0, at: 4)
    write(Int32(bitPattern: Element.typeID.rawValue), at: 8)
    if storedCount == 0 {
      bytes.removeLast(8)
    } else {
      write(Int32(truncatingIfNeeded: storedCount), at: 12)
      write(1, at: 16)
    }
    return Parameter(type: Element.arrayTypeID, bytes: bytes)
  }

  @inlinable mutating func write(_ value: Int32, at offset: Int) {
    bytes.withUnsafeMutableBytes {
      $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Int32.self)
    }
  }
}

extension ArrayColumn<PostgresDate> {
  @inlinable package mutating func append(days: Int32?) {
    append(days.map(PostgresDate.init(daysSince1970:)))
  }
}

extension ArrayColumn<PostgresTimestamp> {
  @inlinable package mutating func append(microseconds: Int64?) {
    append(microseconds.map(PostgresTimestamp.init(microsecondsSince1970:)))
  }
}
