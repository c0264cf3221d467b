import Foundation
import OrderToCashAPI
import SwiftProtobuf
import Testing

/// The contract as it lies in the tree.
enum Contract {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The contract with its comments, as it is now.
  static func current() throws -> Google_Protobuf_FileDescriptorSet { try now.get() }

  /// The contract of the last release.
  static func released() throws -> Google_Protobuf_FileDescriptorSet { try before.get() }

  private static let now = Result { try load("Proto/o2c.protoset") }
  private static let before = Result { try load("Proto/baseline/v1.protoset") }

  private static func load(_ path: String) throws -> Google_Protobuf_FileDescriptorSet {
    let data = try Data(contentsOf: root.appending(path: path))
    return try Google_Protobuf_FileDescriptorSet(
      serializedBytes: [UInt8](data), extensions: O2c_V1_Options_Extensions)
  }

  /// Compares a text with the file that holds what is agreed. `O2C_REWRITE_GOLDEN=1` agrees to it.
  static func expectGolden(_ text: String, at path: String) throws {
    let url = root.appending(path: path)
    if ProcessInfo.processInfo.environment["O2C_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let agreed = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = found.difference(from: agreed).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(changes.isEmpty, "\(path) differs:\n\(changes.joined(separator: "\n"))")
  }
}
