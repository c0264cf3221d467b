internal import CLibPQ

/// The rows that one statement answered with, in binary format.
package final class ResultSet {
  private let handle: ResultHandle
  /// The type of each column.
  package let types: [TypeID]
  package let rowCount: Int

  init(_ handle: consuming ResultHandle) {
    types = (0..<PQnfields(handle.pointer)).map { TypeID(PQftype(handle.pointer, $0)) }
    rowCount = Int(PQntuples(handle.pointer))
    self.handle = handle
  }

  /// What the statement did, as PostgreSQL names it: `COMMIT`, `INSERT 0 3`.
  package var commandTag: String { String(cString: PQcmdStatus(handle.pointer)) }

  /// The rows inserted, updated, deleted or selected.
  package var affectedRows: Int { Int(String(cString: PQcmdTuples(handle.pointer))) ?? 0 }

  package var isEmpty: Bool { rowCount == 0 }

  /// The name of a column, for error texts and tools.
  package func columnName(_ column: Int) -> String? {
    PQfname(handle.pointer, Int32(truncatingIfNeeded: column)).map { String(cString: $0) }
  }

  /// The only row.
  ///
  /// - Throws: `noSuchRow` when there is none, or a second one.
  package var single: Row {
    get throws(DecodeError) {
      guard rowCount == 1 else { throw .noSuchRow(rowCount == 0 ? 0 : 1) }
      return Row(result: self, index: 0)
    }
  }

  package var first: Row? { rowCount == 0 ? nil : Row(result: self, index: 0) }

  /// The bytes of a value, nil for NULL. They live as long as this result.
  @usableFromInline
  func field(row: Int, column: Int) throws(DecodeError) -> UnsafeRawBufferPointer? {
    guard types.indices.contains(column) else { throw .noSuchColumn(column) }
    let (row, column) = (Int32(truncatingIfNeeded: row), Int32(truncatingIfNeeded: column))
    let length = Int(PQgetlength(handle.pointer, row, column))
    if length == 0, PQgetisnull(handle.pointer, row, column) == 1 { return nil }
    return UnsafeRawBufferPointer(start: PQgetvalue(handle.pointer, row, column), count: length)
  }
}

extension ResultSet: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { rowCount }

  package subscript(position: Int) -> Row {
    precondition(position >= 0 && position < rowCount, "row \(position) of \(rowCount)")
    return Row(result: self, index: position)
  }
}
