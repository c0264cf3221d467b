import Foundation

/// Settings as text, by name: a file of `key = value` lines, over which the environment wins.
///
/// A line may be blank; `#` at its begin or after a space begins a remark. The variable of a key is `O2CD_` and the key in capitals.
struct SettingsFile: Sendable {
  static let prefix = "O2CD_"

  private var values: [String: String] = [:]
  /// Where a value came from, for messages: a line or a variable.
  private var places: [String: String] = [:]

  struct Malformed: Error, CustomStringConvertible {
    let place: String
    var description: String { "\(place): expected `key = value`" }
  }

  /// - Parameter path: nil when everything comes from the environment.
  init(path: String?, environment: [String: String]) throws {
    if let path {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try read(text, from: path)
    }
    for (name, value) in environment where name.hasPrefix(Self.prefix) {
      let key = name.dropFirst(Self.prefix.count).lowercased()
      values[key] = value
      places[key] = name
    }
  }

  private mutating func read(_ text: String, from path: String) throws(Malformed) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let padded = " " + line
      let end = padded.firstRange(of: " #")?.lowerBound ?? padded.endIndex
      let line = padded[..<end].trimmingCharacters(in: .whitespaces)
      if line.isEmpty { continue }
      let place = "\(path):\(index + 1)"
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Malformed(place: place) }
      let key = parts[0].trimmingCharacters(in: .whitespaces)
      values[key] = parts[1].trimmingCharacters(in: .whitespaces)
      places[key] = place
    }
  }

  subscript(key: String) -> String? {
    values[key].flatMap { $0.isEmpty ? nil : $0 }
  }

  func place(of key: String) -> String { places[key] ?? Self.prefix + key.uppercased() }

  var keys: [String] { values.keys.sorted() }
}
