import Foundation
import Service

/// The folder of `o2cd dev`: all that it keeps, and nothing outside it, unless PostgreSQL may not
/// enter it.
struct DevDirectory: Sendable {
  let path: String

  init(_ path: String) {
    self.path = URL(filePath: path, relativeTo: URL.currentDirectory()).standardizedFileURL.path
  }

  var cluster: String { path + "/cluster" }
  var caCertificate: String { path + "/certificates/ca.pem" }
  var caKey: String { path + "/certificates/ca.key" }
  var serverCertificate: String { path + "/certificates/server.pem" }
  var serverKey: String { path + "/certificates/server.key" }
  var adminCertificate: String { path + "/certificates/admin.pem" }
  var adminKey: String { path + "/certificates/admin.key" }
  var pepper: String { path + "/pepper" }
  var partnerKey: String { path + "/partner.key" }
  var profiles: String { path + "/config.toml" }
  var log: String { path + "/server.log" }
  /// There while the server serves: the ports it listens on, one `name=value` a line.
  var ready: String { path + "/ready" }

  /// Where the cluster goes when the folder lies where the user of PostgreSQL may not enter, such
  /// as the home of root. Named after the folder, so that it is found again.
  var clusterElsewhere: String {
    let hash = path.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "/var/lib/o2c-dev/" + String(hash, radix: 36)
  }

  /// Others may pass through, since PostgreSQL runs as another user when this is root; what is
  /// secret in it is closed by itself.
  func make() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    try files.setAttributes([.posixPermissions: 0o711], ofItemAtPath: path)
    try files.createDirectory(
      atPath: path + "/certificates", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: file) }

  func writeSecret(_ text: String, to file: String) throws {
    try SecretFile.write(text, to: URL(filePath: file))
  }

  func write(_ text: String, to file: String) throws {
    try SecretFile.writePublic(text, to: URL(filePath: file))
  }

  func readSecret(_ file: String) throws -> String { try SecretFile.read(URL(filePath: file)) }

  func remove(_ file: String) { try? FileManager.default.removeItem(atPath: file) }

  /// Forgets everything but the cluster, which who runs it removes.
  func reset() {
    for file in [
      path + "/certificates", pepper, partnerKey, profiles, log, ready, path + "/demo-played",
    ] { remove(file) }
  }
}

/// Held while a server uses the folder, so that a second one does not start on the same data.
struct DirectoryLock: ~Copyable {
  private let descriptor: Int32

  struct Taken: Error, CustomStringConvertible {
    let path: String
    var description: String { "another o2cd already serves from \(path)" }
  }

  init(_ directory: DevDirectory) throws {
    descriptor = open(directory.path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw Taken(path: directory.path)
    }
  }

  deinit { close(descriptor) }
}
