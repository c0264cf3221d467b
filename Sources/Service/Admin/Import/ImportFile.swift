import Crypto
import Domain
import Foundation
import OrderToCashAPI

/// The records of an uploaded file, in its order. A record that cannot be read is one with a fault;
/// the file itself is refused only when it cannot be taken apart.
struct ImportFile {
  let kind: ImportKind
  let format: O2c_V1_ImportRecordsRequest.Format
  /// From field to column, or to `=constant`.
  let mapping: [String: String]

  /// - Throws: FILE_CORRUPT where size or hash are not those announced.
  static func check(
    _ bytes: [UInt8], size: Int64, sha256: String
  ) throws(Rejection) {
    guard bytes.count == size else {
      throw Rejection(
        .fileCorrupt, "The file has \(bytes.count) bytes; the header announced \(size).",
        metadata: ["offset": String(bytes.count)])
    }
    guard Array(SHA256.hash(data: bytes)).hexadecimal == sha256.lowercased() else {
      throw Rejection(
        .fileCorrupt, "The file is not the one whose SHA-256 the header announced.",
        metadata: ["offset": "0"])
    }
  }

  func records(_ bytes: [UInt8]) throws(Rejection) -> [ImportRecord] {
    switch format {
    case .unspecified, .csv: try csv(bytes)
    case .jsonl: try lines(bytes)
    case .UNRECOGNIZED:
      throw Rejection(.fileFormatUnknown, "The format is CSV or JSONL.")
    }
  }

  // MARK: CSV

  private enum Source {
    case column(Int)
    case constant(String)
  }

  private func csv(_ bytes: [UInt8]) throws(Rejection) -> [ImportRecord] {
    var file = try CSVRecords(bytes)
    let builder = kind.builder
    let sources = try sources(of: file.columns, builder)
    var records: [ImportRecord] = []
    var orders = OrderGrouping()
    while let record = file.next() {
      guard record.fields.count == file.columns.count else {
        let fault = Rejection.invalidField(
          "row", .fieldInvalid,
          "The row has \(record.fields.count) fields, the heading \(file.columns.count).")
        records.append(ImportRecord(line: record.line, key: "", content: .faulty(fault)))
        continue
      }
      var object: [String: Any] = [:]
      var fault: Rejection?
      for (field, source) in sources {
        let text =
          switch source {
          case .column(let index): record.fields[index]
          case .constant(let text): text
          }
        do throws(Rejection) {
          try builder.set(field, to: text, in: &object)
        } catch {
          fault = error
        }
      }
      let key = self.key(of: object)
      if kind == .orders {
        if let index = orders.join(object, key: key, fault: fault, records: records.count) {
          records[index].content = orders.content
          continue
        }
      }
      records.append(
        ImportRecord(
          line: record.line, key: key,
          content: fault.map { .faulty($0) } ?? Self.content(of: object)))
    }
    if let fault = file.fault { throw fault }
    return records
  }

  private func key(of object: [String: Any]) -> String {
    let text = object[kind.keyField] ?? (object["lines"] as? [[String: Any]])?.first?[kind.keyField]
    return text as? String ?? ""
  }

  private func sources(
    of columns: [String], _ builder: RecordBuilder
  ) throws(Rejection) -> [(String, Source)] {
    var faults = Faults()
    var sources: [String: Source] = [:]
    for (index, column) in columns.enumerated() where builder.takes(column) {
      sources[column] = .column(index)
    }
    for (field, column) in mapping {
      if !builder.knows(field) {
        faults.add(
          "header.mapping[\(field)]", .fieldUnknown,
          "\(kind.rawValue.lowercased()) have no field of this name.")
      }
      if column.hasPrefix("=") {
        sources[field] = .constant(String(column.dropFirst()))
      } else if let index = columns.firstIndex(of: column) {
        sources[field] = .column(index)
      } else {
        faults.add(
          "header.mapping[\(field)]", .fieldInvalid, "The file has no column \"\(column)\".")
      }
    }
    try faults.check()
    // A path before what lies below it, so that objects come to be in a fixed order.
    return sources.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  static func content(of object: [String: Any]) -> ImportRecord.Content {
    guard let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    else {
      return .faulty(.invalidField("record", .fieldInvalid, "The record cannot be read."))
    }
    return .json(String(decoding: data, as: UTF8.self))
  }

  // MARK: JSONL

  private func lines(_ bytes: [UInt8]) throws(Rejection) -> [ImportRecord] {
    var records: [ImportRecord] = []
    for (index, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      guard line.contains(where: { $0 > 32 }) else { continue }
      let data = Data(line)
      guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let text = String(validating: line, as: UTF8.self)
      else {
        let fault = Rejection.invalidField("record", .fieldInvalid, "The line is no JSON object.")
        records.append(
          ImportRecord(line: Int64(index + 1), key: "", content: .faulty(fault)))
        continue
      }
      let key = object[kind.keyField] ?? object[kind.keyField.camelCased]
      records.append(
        ImportRecord(line: Int64(index + 1), key: key as? String ?? "", content: .json(text)))
    }
    return records
  }
}

extension String {
  /// `external_id` as proto3 JSON writes it, `externalId`.
  fileprivate var camelCased: String {
    let words = split(separator: "_")
    return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
  }
}

/// Puts the rows of one order together: rows that follow each other with the same external id.
private struct OrderGrouping {
  private var key = ""
  private var object: [String: Any] = [:]
  private var fault: Rejection?
  private var index = 0

  var content: ImportRecord.Content { fault.map { .faulty($0) } ?? ImportFile.content(of: object) }

  /// The record that the row belongs to; nil when it begins one.
  mutating func join(
    _ row: [String: Any], key: String, fault: Rejection?, records: Int
  ) -> Int? {
    guard !key.isEmpty, key == self.key else {
      self.key = key
      self.fault = fault
      object = row
      index = records
      return nil
    }
    let lines = object["lines"] as? [[String: Any]] ?? []
    object["lines"] = lines + (row["lines"] as? [[String: Any]] ?? [])
    self.fault = self.fault ?? fault
    return index
  }
}
