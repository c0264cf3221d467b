package import Foundation

/// Files with secrets: owner only, written whole or not at all.
package enum SecretFile {
  package enum Failure: Error, Equatable {
    case notWritable(String)
    /// Others than the owner may read the file.
    case tooOpen(String)
  }

  /// Writes through a temporary file of mode 0600 and renames it, so that nobody ever sees a part
  /// of it, and it is never readable by others.
  package static func write(_ text: String, to url: URL) throws {
    try write(text, to: url, mode: 0o600)
  }

  /// The same for what is no secret: a certificate that others must read.
  package static func writePublic(_ text: String, to url: URL) throws {
    try write(text, to: url, mode: 0o644)
  }

  private static func write(_ text: String, to url: URL, mode: mode_t) throws {
    let temporary = url.path + ".\(UInt32.random(in: .min ... .max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Failure.notWritable(url.lastPathComponent) }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count <= 0 { break }
      written += count
    }
    let isSafe = written == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isSafe, rename(temporary, url.path) == 0 else {
      unlink(temporary)
      throw Failure.notWritable(url.lastPathComponent)
    }
  }

  /// - Throws: `tooOpen` when group or others have any right on the file.
  package static func read(_ url: URL) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    if let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 != 0 {
      throw Failure.tooOpen(url.lastPathComponent)
    }
    return try String(contentsOf: url, encoding: .utf8)
  }
}
