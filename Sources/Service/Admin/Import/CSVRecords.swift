import Domain

/// Reads RFC 4180 in UTF-8, record by record: quoted fields, doubled quotes, line ends in quotes.
/// The first record names the columns.
struct CSVRecords: Sequence, IteratorProtocol {
  struct Record {
    /// The line of the file on which the record begins; the first line is 1.
    var line: Int64
    var fields: [String]
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line: Int64 = 1
  private(set) var fault: Rejection?
  private(set) var columns: [String] = []

  /// - Throws: FILE_CORRUPT where there is no heading.
  init(_ bytes: [UInt8]) throws(Rejection) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard let heading = next() else {
      throw fault ?? Self.corrupt(1, "The file has no row that names its columns.")
    }
    columns = heading.fields
  }

  private static func corrupt(_ line: Int64, _ message: String) -> Rejection {
    Rejection(.fileCorrupt, "Line \(line): \(message)", metadata: ["line": String(line)])
  }

  /// The next record; nil at the end, or when `fault` says why it ends early.
  mutating func next() -> Record? {
    skipEmptyLines()
    guard fault == nil, position < bytes.count else { return nil }
    let start = line
    var fields: [String] = []
    while true {
      guard let field = field(startingAt: start) else { return nil }
      fields.append(field)
      guard position < bytes.count else { return Record(line: start, fields: fields) }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: ",") { continue }
      if end == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      line += 1
      return Record(line: start, fields: fields)
    }
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "\r"): break
      default: return
      }
      position += 1
    }
  }

  /// Reads up to the comma or line end behind the field.
  private mutating func field(startingAt start: Int64) -> String? {
    var text: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      position += 1
      while true {
        guard position < bytes.count else {
          fault = Self.corrupt(start, "A quote is never closed.")
          return nil
        }
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        guard byte == UInt8(ascii: "\"") else {
          text.append(byte)
          continue
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
        text.append(byte)
        position += 1
      }
      guard position == bytes.count || Self.endsField(bytes[position]) else {
        fault = Self.corrupt(line, "Text stands behind the closing quote of a field.")
        return nil
      }
    } else {
      while position < bytes.count, !Self.endsField(bytes[position]) {
        text.append(bytes[position])
        position += 1
      }
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      fault = Self.corrupt(start, "The text is not UTF-8.")
      return nil
    }
    return string
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
