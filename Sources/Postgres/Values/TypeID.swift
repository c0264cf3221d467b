/// The number by which PostgreSQL knows a type.
package struct TypeID: Sendable, Hashable, CustomStringConvertible {
  package let rawValue: UInt32

  @inlinable package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  package var description: String { "type \(rawValue)" }

  package static let bool = TypeID(16)
  package static let bytea = TypeID(17)
  package static let name = TypeID(19)
  package static let int8 = TypeID(20)
  package static let int2 = TypeID(21)
  package static let int4 = TypeID(23)
  package static let text = TypeID(25)
  package static let json = TypeID(114)
  package static let bpchar = TypeID(1042)
  package static let varchar = TypeID(1043)
  package static let date = TypeID(1082)
  package static let timestamptz = TypeID(1184)
  package static let uuid = TypeID(2950)
  package static let jsonb = TypeID(3802)

  package static let boolArray = TypeID(1000)
  package static let byteaArray = TypeID(1001)
  package static let int2Array = TypeID(1005)
  package static let int4Array = TypeID(1007)
  package static let textArray = TypeID(1009)
  package static let int8Array = TypeID(1016)
  package static let dateArray = TypeID(1182)
  package static let timestamptzArray = TypeID(1185)
  package static let uuidArray = TypeID(2951)
  package static let jsonArray = TypeID(199)
  package static let jsonbArray = TypeID(3807)

  /// Types from here on were created in the database: enums, for one, whose bytes are text.
  var isUserDefined: Bool { rawValue >= 16_384 }
}
