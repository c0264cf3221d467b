import Foundation

/// The stock Python clients, in the virtual environment that `scripts/bootstrap test` makes.
enum Python {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let interpreter = "\(root)/.venv/bin/python"

  /// A check of `Clients/python/checks`.
  static func script(_ name: String) -> String { "\(root)/Clients/python/checks/\(name)" }

  /// Whether the clients are installed.
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: interpreter) }

  /// Runs a check against a server as the admin.
  static func check(
    _ name: String, _ server: ServerProcess, _ installation: Installation,
    _ arguments: [String] = []
  ) async throws -> (status: Int32, output: String) {
    try await Program.attempt(
      interpreter,
      [
        script(name), "--port", "\(server.certificatePort)", "--ca", installation.authority,
        "--cert", installation.adminCertificate, "--key", installation.adminKey,
      ] + arguments)
  }
}
