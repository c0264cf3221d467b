import Foundation
import Logging

/// Takes settings one by one and collects what is wrong with them.
struct SettingsReader {
  private let file: SettingsFile
  private var faults: [String] = []

  init(_ file: SettingsFile) { self.file = file }

  mutating func fault(_ text: String) { faults.append(text) }

  func text(_ key: String) -> String? { file[key] }
  func text(_ key: String, or standard: String) -> String { file[key] ?? standard }

  mutating func integer(_ key: String, or standard: Int, in range: ClosedRange<Int>) -> Int {
    guard let text = file[key] else { return standard }
    guard let value = Int(text), range.contains(value) else {
      wrong(key, "a number from \(range.lowerBound) to \(range.upperBound)")
      return standard
    }
    return value
  }

  mutating func flag(_ key: String, or standard: Bool) -> Bool {
    switch file[key] {
    case nil: return standard
    case "true", "on", "yes": return true
    case "false", "off", "no": return false
    default:
      wrong(key, "true or false")
      return standard
    }
  }

  mutating func level(_ key: String, or standard: Logger.Level) -> Logger.Level {
    guard let text = file[key] else { return standard }
    guard let level = Logger.Level(rawValue: text) else {
      wrong(key, "one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
      return standard
    }
    return level
  }

  /// `host:port`; an IPv6 address stands in brackets.
  mutating func address(_ key: String, or standard: String) -> ServerSettings.Address {
    let text = file[key] ?? standard
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port), colon != text.startIndex
    else {
      wrong(key, "host:port")
      return ServerSettings.Address(host: "127.0.0.1", port: 0)
    }
    let host = text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    return ServerSettings.Address(host: host, port: port)
  }

  mutating func file(_ key: String) -> String {
    guard let path = optionalFile(key) else {
      if file[key] == nil { faults.append("\(key) is required") }
      return ""
    }
    return path
  }

  mutating func optionalFile(_ key: String) -> String? {
    guard let path = file[key] else { return nil }
    guard FileManager.default.isReadableFile(atPath: path) else {
      wrong(key, "a file that can be read, and \(path) cannot")
      return nil
    }
    return path
  }

  mutating func secret(_ key: String) -> String? {
    guard let path = optionalFile(key) else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      wrong(key, "a file of text")
      return nil
    }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  mutating func refuseUnknown(_ known: Set<String>) {
    for key in file.keys where !known.contains(key) {
      faults.append("\(file.place(of: key)): there is no setting \(key)")
    }
  }

  func finish() throws(SettingsInvalid) {
    if !faults.isEmpty { throw SettingsInvalid(faults: faults) }
  }

  private mutating func wrong(_ key: String, _ expected: String) {
    faults.append("\(file.place(of: key)): \(key) is \(expected)")
  }
}
