import Foundation
import Logging
import Postgres
import Testing

@testable import o2cd

@Suite("Settings of o2cd serve")
struct SettingsTests {
  /// A folder with the files that settings name.
  private struct Folder: ~Copyable {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "o2cd-settings-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in ["a.pem", "a.key", "pepper"] { try write("text", to: name) }
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
      let file = "\(path)/\(name)"
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }

    var complete: String {
      """
      # Where everything is
      database_socket = /run/postgresql   # no TLS on a socket
      certificate_chain = \(path)/a.pem
      private_key=\(path)/a.key
      client_authority = \(path)/a.pem
      authority_certificate = \(path)/a.pem
      authority_key = \(path)/a.key
      pepper_file = \(path)/pepper

      """
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func settings(
    _ folder: borrowing Folder, _ more: String = "", environment: [String: String] = [:]
  ) throws -> ServerSettings {
    let file = try folder.write(folder.complete + more, to: "o2cd.conf")
    return try ServerSettings(SettingsFile(path: file, environment: environment))
  }

  @Test("what is not said has a default, and production is one of them")
  func defaults() throws {
    let folder = try Folder()
    let settings = try settings(folder)
    #expect(settings.isProduction)
    #expect(settings.certificateListener == .init(host: "127.0.0.1", port: 8443))
    #expect(settings.apiKeyListener == .init(host: "127.0.0.1", port: 8444))
    #expect(settings.database.user == "o2c_app")
    #expect(settings.database.endpoint == .socket(directory: "/run/postgresql", port: 5432))
    #expect(settings.logLevel == .info)
  }

  @Test("the environment wins over the file")
  func environmentWins() throws {
    let folder = try Folder()
    let settings = try settings(
      folder, "lanes = 2\nproduction = true\n",
      environment: ["O2CD_LANES": "5", "O2CD_PRODUCTION": "off", "PATH": "/bin"])
    #expect(settings.lanes == 5)
    #expect(!settings.isProduction)
  }

  @Test(
    "a value of the wrong kind is a fault that names its place",
    arguments: [
      ("lanes = many", "lanes is a number from 1 to 64"), ("lanes = 0", "lanes is a number"),
      ("production = maybe", "production is true or false"),
      ("certificate_listener = 8443", "certificate_listener is host:port"),
      ("certificate_listener = :8443", "certificate_listener is host:port"),
      ("metrics_port = 70000", "metrics_port is a number from 0 to 65535"),
      ("log_level = loud", "log_level is one of"),
      ("pepper_file = /nowhere/at/all", "pepper_file is a file that can be read"),
      ("colour = red", "there is no setting colour"),
    ])
  func wrong(line: String, fault: String) throws {
    let folder = try Folder()
    let error = #expect(throws: SettingsInvalid.self) { try settings(folder, line + "\n") }
    #expect(error?.faults.count == 1)
    #expect(error?.description.contains(fault) == true)
    #expect(error?.description.contains("o2cd.conf:9") == true)
  }

  @Test("all faults are told at once")
  func allAtOnce() throws {
    let error = #expect(throws: SettingsInvalid.self) {
      try ServerSettings(SettingsFile(path: nil, environment: ["O2CD_LANES": "x"]))
    }
    let faults = error?.faults ?? []
    #expect(faults.count == 8)
    #expect(faults.contains { $0.contains("database_socket") })
    #expect(faults.contains("O2CD_LANES: lanes is a number from 1 to 64"))
  }

  @Test("a line without = is refused with its number")
  func malformed() throws {
    let folder = try Folder()
    let file = try folder.write("lanes = 1\nproduction\n", to: "bad.conf")
    let error = #expect(throws: SettingsFile.Malformed.self) {
      try SettingsFile(path: file, environment: [:])
    }
    #expect(error?.place == "\(file):2")
  }

  @Test("an IPv6 address stands in brackets")
  func brackets() throws {
    let folder = try Folder()
    let settings = try settings(folder, "api_key_listener = [::1]:9000\n")
    #expect(settings.apiKeyListener == .init(host: "::1", port: 9000))
  }

  @Test(
    "a pepper is 32 bytes or more in hexadecimal, in a file of its owner alone",
    arguments: [
      (String(repeating: "ab", count: 32), true), (String(repeating: "ab", count: 31), false),
      (String(repeating: "xy", count: 32), false), (String(repeating: "a", count: 65), false),
    ])
  func pepper(text: String, isFine: Bool) throws {
    let folder = try Folder()
    let file = try folder.write(text + "\n", to: "pepper")
    #expect(throws: (any Error).self) { try InstallationSecrets(path: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(((try? InstallationSecrets(path: file)) != nil) == isFine)
  }

  @Test("the key of page tokens is not the pepper, and the same every time")
  func derivedKey() throws {
    let folder = try Folder()
    let file = try folder.write(String(repeating: "ab", count: 32), to: "pepper")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let first = try InstallationSecrets(path: file).pageTokenKey
    #expect(first.count == 32)
    #expect(first != [UInt8](repeating: 0xab, count: 32))
    #expect(try InstallationSecrets(path: file).pageTokenKey == first)
  }
}
