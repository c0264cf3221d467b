import Foundation
import Testing

@testable import OrderToCash

@Suite("Configuration")
struct ConfigurationTests {
  private static let text = """
    default_profile = "acme"

    [profiles.acme]
    endpoint = "acme.example:9443"
    ca = "ca.pem"
    api_key_file = "acme.key"
    seller = "sellers/s1"

    [profiles.admin]
    endpoint = "127.0.0.1:8443"
    server_name = "o2c.example"
    cert = "/etc/o2c/admin.pem"
    key = "/etc/o2c/admin.key"
    """

  /// A folder with a configuration in it, removed at the end.
  private func withFolder(mode: Int = 0o600, _ body: ([String: String], String) throws -> Void)
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "o2c-\(UUID().uuidString)")
    let file = folder.appendingPathComponent("o2c/config.toml")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Self.text.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    try body(["XDG_CONFIG_HOME": folder.path], file.deletingLastPathComponent().path)
  }

  @Test("the default profile counts when none is named; its paths are taken from its folder")
  func file() throws {
    try withFolder { environment, folder in
      let configuration = try Configuration.load(environment: environment)
      #expect(configuration.endpoint == Endpoint(host: "acme.example", port: 9_443))
      #expect(configuration.trustRoots == .file(folder + "/ca.pem"))
      #expect(configuration.seller == "sellers/s1")
      #expect("\(configuration.credential)" == "API key in \(folder)/acme.key")
    }
  }

  @Test("the environment counts more than the file, the profile given more than the environment's")
  func precedence() throws {
    try withFolder { environment, _ in
      var environment = environment
      environment["O2C_ENDPOINT"] = "localhost:1"
      environment["O2C_PROFILE"] = "admin"
      var configuration = try Configuration.load(environment: environment)
      #expect(configuration.endpoint == Endpoint(host: "localhost", port: 1))
      #expect("\(configuration.credential)" == "certificate /etc/o2c/admin.pem")
      configuration = try Configuration.load(profile: "acme", environment: environment)
      #expect(configuration.seller == "sellers/s1")
      environment["O2C_CERT"] = "c.pem"
      environment["O2C_KEY"] = "c.key"
      environment["O2C_SELLER"] = "s2"
      configuration = try Configuration.load(profile: "acme", environment: environment)
      #expect("\(configuration.credential)" == "certificate c.pem")
      #expect(configuration.seller == "sellers/s2")
    }
  }

  @Test("the environment alone is enough")
  func environmentAlone() throws {
    let configuration = try Configuration.load(environment: [
      "XDG_CONFIG_HOME": "/nonexistent", "O2C_ENDPOINT": "https://h:2/", "O2C_API_KEY_FILE": "k",
    ])
    #expect(configuration.endpoint == Endpoint(host: "h", port: 2))
    #expect(configuration.timeout == .seconds(8))
  }

  @Test("a file that others may read is refused, with the command that helps")
  func mode() throws {
    try withFolder(mode: 0o640) { environment, _ in
      let error = #expect(throws: OrderToCashError.self) {
        try Configuration.load(environment: environment)
      }
      #expect(error?.reason == .configurationInvalid)
      #expect(error?.message.contains("chmod 600") == true)
    }
  }

  @Test(
    "what is missing is named",
    arguments: [
      ([:], "endpoint"), (["O2C_ENDPOINT": "h:1"], "credential"),
      (["O2C_ENDPOINT": "h:x", "O2C_API_KEY_FILE": "k"], "not an endpoint"),
      (["O2C_ENDPOINT": "h:1", "O2C_CERT": "c"], "needs its key"),
      (
        ["O2C_ENDPOINT": "h", "O2C_CERT": "c", "O2C_KEY": "k", "O2C_API_KEY_FILE": "f"], "not both"
      ),
      (["O2C_ENDPOINT": "h", "O2C_API_KEY_FILE": "f", "O2C_SELLER": "orders/x"], "seller"),
      (["O2C_PROFILE": "ghost"], "There is no"),
    ] as [([String: String], String)])
  func missing(environment: [String: String], words: String) {
    let environment = environment.merging(["XDG_CONFIG_HOME": "/nonexistent"]) { $1 }
    let error = #expect(throws: OrderToCashError.self) {
      try Configuration.load(environment: environment)
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a file is written for its owner alone, and read as it was written")
  func write() throws {
    try withFolder { environment, _ in
      let path = try ConfigurationFile.path(in: environment)
      var settings = Settings()
      settings.endpoint = "h:1"
      settings.apiKeyFile = "/k"
      let file = ConfigurationFile(defaultProfile: "p", profiles: ["p": settings])
      try file.write(to: path)
      #expect(try ConfigurationFile.read(at: path) == file)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test(
    "endpoints are read as people write them",
    arguments: [
      ("h", "h", 8_443), ("h:1", "h", 1), ("https://h:1/", "h", 1), ("[::1]:5", "::1", 5),
      ("::1", "::1", 8_443), ("127.0.0.1:65535", "127.0.0.1", 65_535),
    ])
  func endpoints(text: String, host: String, port: Int) throws {
    #expect(try Endpoint(text) == Endpoint(host: host, port: port))
  }

  @Test("what is no endpoint is refused", arguments: ["", ":1", "h:0", "h:65536", "h/x", "[::1]x"])
  func notEndpoints(text: String) {
    #expect(throws: OrderToCashError.self) { try Endpoint(text) }
  }

  @Test("no secret is seen in a description, a dump or a mirror")
  func masking() {
    let configuration = Configuration(
      endpoint: Endpoint(host: "h"), credential: .apiKey("o2c_marked_secret"))
    var dumped = ""
    dump(configuration, to: &dumped)
    dump(Secret("o2c_marked_secret"), to: &dumped)
    let texts = [
      dumped, "\(configuration)", String(reflecting: configuration),
      String(describing: configuration.credential), "\(Secret("o2c_marked_secret"))",
    ]
    for text in texts { #expect(!text.contains("marked"), "\(text)") }
  }

  @Test("limits that make no sense are refused before anything is connected")
  func limits() {
    let sound = Configuration(endpoint: Endpoint(host: "h"), credential: .apiKey("k"))
    let changes: [(inout Configuration) -> Void] = [
      { $0.connections = 0 }, { $0.connections = 5 }, { $0.maximumCallsInFlight = 0 },
      { $0.timeout = .zero }, { $0.credential = .apiKey("") },
      { $0.credential = .apiKey(file: "/nonexistent") },
      { $0.trustRoots = .file("/nonexistent") },
      { $0.credential = .certificate(chain: "/nonexistent", key: "/nonexistent") },
    ]
    #expect(throws: Never.self) { try OrderToCashClient(sound) }
    for change in changes {
      var configuration = sound
      change(&configuration)
      let error = #expect(throws: OrderToCashError.self) { try OrderToCashClient(configuration) }
      #expect(error?.reason == .configurationInvalid)
    }
  }
}
