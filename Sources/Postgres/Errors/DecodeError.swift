/// A value does not have the shape that its reader expects. Columns and rows count from 0.
package enum DecodeError: Error, Sendable, Hashable {
  case noSuchColumn(Int)
  case noSuchRow(Int)
  case unexpectedNull(column: Int)
  case wrongType(column: Int, found: TypeID, expected: TypeID)
  /// Right type, wrong bytes: a length that does not fit, an infinite date, a nested array.
  case malformed(column: Int, type: TypeID)
}
