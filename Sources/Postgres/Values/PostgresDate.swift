/// A calendar date as days since 1970-01-01. Infinite dates are not read.
package struct PostgresDate: Sendable, Hashable, PostgresValue {
  package var daysSince1970: Int32

  @inlinable package init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  package static var typeID: TypeID { .date }
  package static var arrayTypeID: TypeID { .dateArray }

  /// Days between 1970-01-01 and 2000-01-01, from which PostgreSQL counts.
  @usableFromInline static let offset: Int32 = 10_957

  /// A day that PostgreSQL cannot hold is sent as one that it refuses (22008), never as infinity.
  @inlinable package func append(to buffer: inout [UInt8]) {
    let (days, overflow) = daysSince1970.subtractingReportingOverflow(Self.offset)
    (overflow || days == .min ? .min + 1 : days).appendBigEndian(to: &buffer)
  }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    guard let days = Int32(bigEndianBytes: bytes), days != .min, days != .max else { return nil }
    let (shifted, overflow) = days.addingReportingOverflow(Self.offset)
    guard !overflow else { return nil }
    self.init(daysSince1970: shifted)
  }
}

/// An instant as microseconds since 1970-01-01 00:00 UTC: `timestamptz`. Infinity is not read.
package struct PostgresTimestamp: Sendable, Hashable, PostgresValue {
  package var microsecondsSince1970: Int64

  @inlinable package init(microsecondsSince1970: Int64) {
    self.microsecondsSince1970 = microsecondsSince1970
  }

  package static var typeID: TypeID { .timestamptz }
  package static var arrayTypeID: TypeID { .timestamptzArray }

  /// Microseconds between 1970-01-01 and 2000-01-01, from which PostgreSQL counts.
  @usableFromInline static let offset: Int64 = 946_684_800_000_000

  /// An instant that PostgreSQL cannot hold is sent as one that it refuses (22008).
  @inlinable package func append(to buffer: inout [UInt8]) {
    let (moment, overflow) = microsecondsSince1970.subtractingReportingOverflow(Self.offset)
    (overflow || moment == .min ? .min + 1 : moment).appendBigEndian(to: &buffer)
  }

  package init?(bytes: UnsafeRawBufferPointer, type: TypeID) {
    guard let moment = Int64(bigEndianBytes: bytes), moment != .min, moment != .max
    else { return nil }
    let (shifted, overflow) = moment.addingReportingOverflow(Self.offset)
    guard !overflow else { return nil }
    self.init(microsecondsSince1970: shifted)
  }
}
