import Foundation

/// What people call the resources that rows refer to, and the time zone that they live in.
struct Labels: Sendable {
  /// Stands among the names to look up where a time is shown.
  static let zoneLookup = "time zone"

  var byName: [String: String] = [:]
  /// Words for the command line that are shorter than names: `ext:C-1001`.
  var wordsByName: [String: String] = [:]
  /// The seller's; UTC where it is not known.
  var zone: TimeZone?

  static let none = Labels()

  /// The label of a name; the name itself where none is known.
  func label(_ name: String) -> String { byName[name] ?? name }

  /// A command with words in place of names, where they are known.
  func shortened(_ command: String) -> String {
    command.split(separator: " ", omittingEmptySubsequences: false)
      .map { wordsByName[String($0)] ?? String($0) }.joined(separator: " ")
  }

  /// What stands for a resource with this key on a command line; nil where a shell would take the
  /// key apart.
  static func word(externalID: String) -> String? {
    let isPlain = externalID.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_.:/".utf8.contains(byte)
    }
    return isPlain && !externalID.isEmpty ? "ext:" + externalID : nil
  }
}
