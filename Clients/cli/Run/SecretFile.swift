import Foundation

/// Files that only their owner may read.
enum SecretFile {
  /// Writes the text with mode 0600, never readable by others in between. Replaces what is there
  /// only where told so.
  static func write(_ text: String, to path: String, replacing: Bool = false) throws {
    let directory = (path as NSString).deletingLastPathComponent
    if !directory.isEmpty, !FileManager.default.fileExists(atPath: directory) {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    let target = replacing ? path + ".new" : path
    if replacing { unlink(target) }
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw ErrorReport.usage(
        "\(path) cannot be written: \(String(cString: strerror(errno)))",
        hint: errno == EEXIST ? "it is there already: name another file" : nil)
    }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw ErrorReport.usage("\(path) cannot be written") }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(descriptor) == 0, !replacing || rename(target, path) == 0 else {
      throw ErrorReport.usage("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// Permission bits of a file; nil where there is none.
  static func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
