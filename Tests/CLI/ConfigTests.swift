import ArgumentParser
import Foundation
import OrderToCash
import Testing

@testable import o2c

@Suite struct ConfigTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "o2c-cli-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func options(_ arguments: [String]) throws -> GlobalOptions {
    try GlobalOptions.parse(arguments)
  }

  @Test("the file is written with mode 0600 and found by its environment")
  func mode() throws {
    try withFolder { folder in
      let environment = ["XDG_CONFIG_HOME": folder]
      var profiles = try Profiles.read(environment: environment)
      #expect(!profiles.exists)
      #expect(profiles.path == folder + "/o2c/config.toml")
      profiles.file.profiles["acme"] = Settings()
      profiles.file.profiles["acme"]?.endpoint = "localhost:8443"
      profiles.file.defaultProfile = "acme"
      try profiles.write()
      #expect(SecretFile.mode(of: profiles.path) == 0o600)
      let again = try Profiles.read(environment: environment)
      #expect(again.exists)
      #expect(again.file.profiles["acme"]?.endpoint == "localhost:8443")
    }
  }

  @Test("O2C_CONFIG names the file itself")
  func namedFile() throws {
    #expect(
      try Profiles.path(environment: ["O2C_CONFIG": "/x/y.toml", "HOME": "/h"]) == "/x/y.toml")
    #expect(try Profiles.path(environment: ["HOME": "/h"]) == "/h/.config/o2c/config.toml")
  }

  @Test("a file that others may read is refused")
  func openFile() throws {
    try withFolder { folder in
      let path = folder + "/config.toml"
      try "default_profile = \"a\"\n".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(throws: (any Error).self) { try Profiles.read(environment: ["O2C_CONFIG": path]) }
    }
  }

  @Test("a flag counts before the environment, that before the file")
  func precedence() throws {
    try withFolder { folder in
      let path = folder + "/config.toml"
      var file = ConfigurationFile(defaultProfile: "a")
      for name in ["a", "b"] {
        var settings = Settings()
        settings.endpoint = "file-\(name):1"
        settings.seller = "sellers/\(name)"
        settings.apiKeyFile = "/k"
        file.profiles[name] = settings
      }
      try file.write(to: path)
      var environment = ["O2C_CONFIG": path]
      let profiles = try Profiles.read(environment: environment)
      func settings(_ arguments: [String]) throws -> Settings {
        try profiles.settings(global: try options(arguments), environment: environment)
      }
      #expect(try settings([]).endpoint == "file-a:1")
      #expect(try settings(["--profile", "b"]).endpoint == "file-b:1")
      environment["O2C_PROFILE"] = "b"
      #expect(try settings([]).seller == "sellers/b")
      #expect(try settings(["--profile", "a"]).seller == "sellers/a")
      environment["O2C_ENDPOINT"] = "environment:1"
      #expect(try settings([]).endpoint == "environment:1")
      #expect(try settings(["--endpoint", "flag:1"]).endpoint == "flag:1")
      #expect(try settings(["--endpoint", "flag:1"]).apiKeyFile == "/k")
      #expect(throws: (any Error).self) { try settings(["--profile", "nope"]) }
    }
  }

  @Test("secrets are written for their owner alone and never over another file")
  func secrets() throws {
    try withFolder { folder in
      let path = folder + "/keys/a.key"
      try SecretFile.write("secret\n", to: path)
      #expect(SecretFile.mode(of: path) == 0o600)
      #expect(throws: ErrorReport.self) { try SecretFile.write("other\n", to: path) }
      #expect(try InputFile.bytes(of: path) == Array("secret\n".utf8))
      try SecretFile.write("other\n", to: path, replacing: true)
      #expect(try InputFile.bytes(of: path) == Array("other\n".utf8))
      #expect(SecretFile.mode(of: path) == 0o600)
    }
  }

  @Test("a request id kept in a file is the same when the command is run again")
  func requestIDFile() throws {
    try withFolder { folder in
      let argument = try #require(RequestIDArgument(argument: "@\(folder)/id"))
      let first = try argument.resolved()
      #expect(try argument.resolved() == first)
      try "nonsense".write(toFile: folder + "/bad", atomically: true, encoding: .utf8)
      #expect(throws: ErrorReport.self) {
        try RequestIDArgument(argument: "@\(folder)/bad")?.resolved()
      }
    }
    #expect(RequestIDArgument(argument: "nonsense") == nil)
    #expect(RequestIDArgument(argument: "@") == nil)
  }

  @Test("profiles are listed with the current one marked; no secret is in the list")
  func list() throws {
    var file = ConfigurationFile(defaultProfile: "a")
    file.profiles["a"] = Settings()
    file.profiles["a"]?.endpoint = "localhost:8443"
    file.profiles["a"]?.apiKeyFile = "/keys/a.key"
    let console = RenderingTests.console(width: nil)
    #expect(
      ProfileList.text(file, current: "a", format: .csv, console) == """
        current,profile,endpoint,credential,seller
        *,a,localhost:8443,/keys/a.key,

        """)
    #expect(ProfileList.text(file, current: nil, format: .name, console) == "a\n")
    #expect(
      ProfileList.text(file, current: "a", format: .jsonl, console)
        == #"{"profile":"a","current":true,"endpoint":"localhost:8443","api_key_file":"/keys/a.key"}"#
        + "\n")
  }

  @Test("settings are named as in the file")
  func settingNames() throws {
    var settings = Settings()
    settings[keyPath: try SettingName.path("api-key-file")] = "/k"
    #expect(settings.apiKeyFile == "/k")
    #expect(throws: ErrorReport.self) { try SettingName.path("password") }
  }

  @Test("columns of a row file that mean nothing are refused")
  func rowFile() throws {
    try withFolder { folder in
      let path = folder + "/s.csv"
      try "order,ship_date\next:1,1996-07-16\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      let rows = try RowFile(path, columns: ["order", "ship_date"]).rows
      #expect(try rows[0].resource("order") == .externalID("1"))
      #expect(try rows[0].day("ship_date")?.day == DayText.day("1996-07-16"))
      #expect(throws: ErrorReport.self) { try rows[0].required("carrier") }
      #expect(throws: ErrorReport.self) { try RowFile(path, columns: ["order"]) }
    }
  }
}
