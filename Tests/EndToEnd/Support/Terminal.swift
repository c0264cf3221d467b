import Foundation
import OrderToCash

@testable import Postgres

/// Somebody who works with the CLI: lines of a shell in which `o2c` is the program that was built,
/// under the configuration of that person.
struct Terminal: Sendable {
  let folder: String
  /// The configuration of the CLI.
  private let file: String

  /// What a line left: how it ended, its output, its error stream.
  struct Answer: Sendable, CustomStringConvertible {
    let line: String
    let status: Int32
    let out: String
    let err: String

    var description: String { "$ \(line)\n\(out)\(err)[exit \(status)]" }

    /// The output without the line break at its end.
    var text: String { out.hasSuffix("\n") ? String(out.dropLast()) : out }

    var lines: [String] { out.split(separator: "\n").map(String.init) }

    /// The words of the row of a table whose first cell is this.
    func row(_ key: String) -> [String] {
      let line = lines.first { $0.split(separator: " ").first.map(String.init) == key }
      return (line ?? "").split(separator: " ").map(String.init)
    }

    /// The reason in an error that was told as JSON.
    var reason: String {
      let object = try? JSONSerialization.jsonObject(with: Data(err.utf8)) as? [String: Any]
      return (object?["error"] as? [String: Any])?["reason"] as? String ?? ""
    }
  }

  /// - Parameters:
  ///   - person: The name of the files with certificate and key in the folder of the installation.
  ///   - server: Where that person calls.
  init(_ person: String, at server: ServerProcess, of installation: Installation) throws {
    folder = try Folders.make()
    let files = "\(installation.folder)/\(person)"
    file = folder + "/config.toml"
    try Files.write(
      """
      default_profile = "desk"
      [profiles.desk]
      endpoint = "localhost:\(server.certificatePort)"
      ca = "\(installation.authority)"
      cert = "\(files).pem"
      key = "\(files).key"

      """, to: file)
    chmod(file, 0o600)
  }

  /// - Parameter configuration: The file of the CLI with the profiles of that person.
  init(configuration: String) throws {
    folder = try Folders.make()
    file = configuration
  }

  /// Carries out a line, with nobody to ask. Its status is that of the last program of the line.
  func callAsFunction(_ line: String) async throws -> Answer {
    let out = "\(folder)/\(UUID().uuidString)"
    let script = "cd '\(folder)' && { \(line)\n} >'\(out).out' 2>'\(out).err'"
    let (status, _) = try await Program.attempt("/usr/bin/env", words(of: script))
    return Answer(
      line: line, status: ChildHandle.exitCode(status), out: Files.read(out + ".out") ?? "",
      err: Files.read(out + ".err") ?? "")
  }

  /// The output of a line that must succeed.
  @discardableResult
  func run(_ line: String) async throws -> String {
    let answer = try await self(line)
    guard answer.status == 0 else {
      throw Program.Failed(command: line, output: answer.description)
    }
    return answer.text
  }

  /// Starts a line that goes on until it is interrupted.
  func start(_ line: String) async throws -> ChildHandle {
    try await ChildHandle.start("/usr/bin/env", words(of: "cd '\(folder)' && exec \(line)"))
  }

  private func words(of script: String) -> [String] {
    let programs = URL(filePath: ServerProcess.program).deletingLastPathComponent().path
    return [
      "O2C_CONFIG=\(file)", "NO_COLOR=1", "PATH=\(programs):/usr/bin:/bin",
      "/bin/sh", "-c", script,
    ]
  }
}
