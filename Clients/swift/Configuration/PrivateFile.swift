import Foundation

/// Files that hold secrets: refused when others may read them.
enum PrivateFile {
  /// The text of a file that its owner alone may read.
  ///
  /// - Throws: ``OrderToCashError`` that names the file by `purpose` and says what to do.
  static func read(_ path: String, as purpose: String) throws -> String {
    let manager = FileManager.default
    guard let attributes = try? manager.attributesOfItem(atPath: path) else {
      throw OrderToCashError.misconfigured("There is no \(path) with \(purpose).")
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw OrderToCashError.misconfigured(
        "\(path) with \(purpose) is open to others; run: chmod 600 \(path)")
    }
    guard let data = manager.contents(atPath: path), let text = String(data: data, encoding: .utf8)
    else {
      throw OrderToCashError.misconfigured("\(path) with \(purpose) cannot be read as text.")
    }
    return text
  }

  /// Writes a text that its owner alone may read, at no moment more.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    let manager = FileManager.default
    try manager.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let fresh = path + ".new"
    try? manager.removeItem(atPath: fresh)
    guard
      manager.createFile(
        atPath: fresh, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: fresh)
    else { throw OrderToCashError.misconfigured("\(path) cannot be written.") }
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
    guard rename(fresh, path) == 0 else {
      throw OrderToCashError.misconfigured("\(path) cannot be replaced.")
    }
  }
}
