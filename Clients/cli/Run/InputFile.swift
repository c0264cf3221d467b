import Foundation

/// Files that commands read whole; `-` is the standard input.
enum InputFile {
  /// Most bytes of an import: the server takes no more.
  static let limit = 64 * 1024 * 1024

  static func bytes(of path: String) throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ErrorReport.usage("\(path) cannot be read")
    }
    return Array(data)
  }

  /// Lines with their numbers, without blank ones.
  static func lines(of path: String) throws -> [(number: Int, text: String)] {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw ErrorReport.usage("\(path) is not UTF-8")
    }
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
      .map { ($0 + 1, String($1)) }
      .filter { !$0.1.allSatisfy(\.isWhitespace) }
  }
}
