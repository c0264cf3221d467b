import Foundation
import OrderToCashAPI
import SwiftProtobuf

/// Writes records as rows of CSV (RFC 4180) or as JSON, one object a line.
struct ExportText {
  private let columns: ExportColumns?

  /// - Parameter columns: of CSV; nil is JSON.
  init(columns: ExportColumns?) { self.columns = columns }

  /// What stands before the first record.
  var heading: [UInt8] { columns.map { Self.row($0.names) } ?? [] }

  func write(_ record: some Message) throws -> [UInt8] {
    guard let columns else {
      var options = JSONEncodingOptions()
      options.preserveProtoFieldNames = false
      return try record.jsonUTF8Bytes(options: options) + Array("\n".utf8)
    }
    var options = JSONEncodingOptions()
    options.preserveProtoFieldNames = true
    let data = try record.jsonUTF8Bytes(options: options) as Data
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    let head = columns.record.map { Self.text(object, $0.path[...]) }
    guard !columns.lines.isEmpty else { return Self.row(head) }
    let lines = object["lines"] as? [[String: Any]] ?? []
    // A record without lines is there too.
    let rows = lines.isEmpty ? [[:]] : lines
    return rows.flatMap { line in
      Self.row(head + columns.lines.map { Self.text(line, $0.path[...]) })
    }
  }

  private static func text(_ value: Any, _ path: ArraySlice<String>) -> String {
    if let name = path.first {
      guard let object = value as? [String: Any], let next = object[name] else { return "" }
      return text(next, path.dropFirst())
    }
    switch value {
    case let text as String: return text
    case let items as [Any]: return items.map { text($0, []) }.joined(separator: ", ")
    case let date as [String: Any]: return day(date)
    case let number as NSNumber:
      // What was a boolean has the type of one character.
      let isBoolean = ["c", "B"].contains(String(cString: number.objCType))
      return isBoolean ? (number.boolValue ? "true" : "false") : number.stringValue
    default: return ""
    }
  }

  private static func day(_ date: [String: Any]) -> String {
    func part(_ name: String, _ width: Int) -> String {
      let digits = (date[name] as? NSNumber)?.stringValue ?? "0"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(part("year", 4))-\(part("month", 2))-\(part("day", 2))"
  }

  static func row(_ fields: [String]) -> [UInt8] {
    let cells = fields.map { field in
      field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
    return Array((cells.joined(separator: ",") + "\r\n").utf8)
  }
}
