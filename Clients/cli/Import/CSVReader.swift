/// Reads RFC 4180 in UTF-8: quoted fields, doubled quotes, line ends of any kind in quotes.
struct CSVReader: Sendable {
  /// A record with the line of the file on which it begins; the first line is 1.
  struct Record: Sendable, Hashable {
    let line: Int
    let fields: [String]
  }

  struct Malformed: Error, Sendable, Hashable {
    let line: Int
    let message: String
  }

  /// Columns of the first record.
  let columns: [String]
  let records: [Record]

  init(_ bytes: [UInt8]) throws(Malformed) {
    var records = try CSVReader.parse(bytes)
    guard !records.isEmpty else { throw Malformed(line: 1, message: "the file has no headings") }
    columns = records.removeFirst().fields.map { $0.filter { $0 != "\u{FEFF}" } }
    for record in records where record.fields.count != columns.count {
      throw Malformed(
        line: record.line,
        message: "\(record.fields.count) fields where the headings have \(columns.count)")
    }
    self.records = records
  }

  /// The position of a column.
  func index(of column: String) -> Int? { columns.firstIndex(of: column) }

  private static func parse(_ bytes: [UInt8]) throws(Malformed) -> [Record] {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var startLine = 1
    var isQuoted = false
    var wasQuoted = false
    var index = 0
    func text() throws(Malformed) -> String {
      guard let text = String(validating: field, as: UTF8.self) else {
        throw Malformed(line: startLine, message: "the text is not UTF-8")
      }
      return text
    }
    func endField() throws(Malformed) {
      fields.append(try text())
      field = []
      wasQuoted = false
    }
    func endRecord() throws(Malformed) {
      if fields.isEmpty, field.isEmpty, !wasQuoted {
        startLine = line
        return
      }
      try endField()
      records.append(Record(line: startLine, fields: fields))
      fields = []
      startLine = line
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
          wasQuoted = true
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        guard field.isEmpty, !wasQuoted else {
          throw Malformed(line: line, message: "a quote in the middle of a field")
        }
        isQuoted = true
      case UInt8(ascii: ","): try endField()
      case UInt8(ascii: "\r"):
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { continue }
        line += 1
        try endRecord()
      case UInt8(ascii: "\n"): try endRecord()
      default:
        guard !wasQuoted else {
          throw Malformed(line: line, message: "text after the closing quote of a field")
        }
        field.append(byte)
      }
    }
    if isQuoted { throw Malformed(line: startLine, message: "a quote that is never closed") }
    try endRecord()
    return records
  }
}
