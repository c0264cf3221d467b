import Foundation
import OrderToCash

@testable import Postgres

/// What a server needs beside its database: authority, certificates, pepper, and a founded seller
/// with goods, kept as a template that each test copies.
///
/// Made with the commands of `o2cd` itself, as an administrator would.
struct Installation: Sendable {
  let cluster: PrivateCluster
  let folder: String
  let template: String
  let company: Company

  var authority: String { folder + "/ca.pem" }
  var adminCertificate: String { folder + "/admin.pem" }
  var adminKey: String { folder + "/admin.key" }

  /// The one on the cluster that all tests of this process share.
  static func shared() async throws -> Installation { try await Shared.one.installation() }

  private actor Shared {
    static let one = Shared()
    private var making: Task<Installation, any Error>?

    func installation() async throws -> Installation {
      if let making { return try await making.value }
      let task = Task { try await Installation.make(on: try await TemporaryCluster.shared()) }
      making = task
      return try await task.value
    }
  }

  /// Founds a seller with goods in a fresh database of a cluster.
  static func make(on cluster: PrivateCluster) async throws -> Installation {
    let folder = try Folders.make()
    let template = "o2c_template"
    try await Secrets.make(in: folder)
    let settings = try await settings(of: template, on: cluster, folder: folder)
    let file = folder + "/found.conf"
    try Files.write(settings.map { "\($0.key) = \($0.value)\n" }.joined(), to: file)
    try await Program.run(
      ServerProcess.program, ["migrate", "--prepare", "postgres", "--config", file])
    try await Program.run(
      ServerProcess.program,
      [
        "found", "--config", file, "--name", "Muster Handel GmbH", "--country", "DE",
        "--currency", "EUR", "--time-zone", "Europe/Berlin", "--admin", "Test admin", "--out",
        folder,
      ])
    let server = try ServerProcess(in: folder, name: "template", settings: settings)
    try await server.start()
    let configuration = Self.configuration(folder: folder, port: server.certificatePort)
    let company = try await withOrderToCash(configuration) { try await Company.make($0) }
    _ = await server.stop()
    return Installation(cluster: cluster, folder: folder, template: template, company: company)
  }

  /// A database of its own, with the seller and the goods.
  func database() async throws -> Database {
    let name = "e2e_\(await Numbers.shared.next())"
    try await cluster.createDatabase(name, template: template, owner: "o2c_owner")
    return Database(installation: self, name: name)
  }

  static func configuration(folder: String, port: Int) -> Configuration {
    var configuration = Configuration(
      endpoint: Endpoint(host: "127.0.0.1", port: port, serverName: "localhost"),
      trustRoots: .file(folder + "/ca.pem"),
      credential: .certificate(chain: folder + "/admin.pem", key: folder + "/admin.key"))
    configuration.timeout = .seconds(15)
    return configuration
  }

  static func settings(
    of database: String, on cluster: PrivateCluster, folder: String
  ) async throws -> [String: String] {
    guard let socket = await cluster.socketDirectory else {
      throw ClusterError.notReady(log: "not started")
    }
    return [
      "database_socket": socket, "database_name": database,
      "certificate_chain": folder + "/server.pem", "private_key": folder + "/server.key",
      "client_authority": folder + "/ca.pem", "authority_certificate": folder + "/ca.pem",
      "authority_key": folder + "/ca.key", "pepper_file": folder + "/pepper",
    ]
  }
}

/// A copy of the template for one test: any number of servers run on it.
struct Database: Sendable {
  let installation: Installation
  let name: String

  var company: Company { installation.company }

  /// A server that has not been started.
  ///
  /// - Parameter socket: another way to PostgreSQL than its own socket.
  func server(
    _ label: String = "a", socket: String? = nil, settings more: [String: String] = [:]
  ) async throws -> ServerProcess {
    var settings = try await Installation.settings(
      of: name, on: installation.cluster, folder: installation.folder)
    if let socket { settings["database_socket"] = socket }
    settings.merge(more) { $1 }
    return try ServerProcess(
      in: installation.folder, name: "\(name)-\(label)", settings: settings)
  }

  /// Runs a server for as long as the body takes.
  func serving<Result: Sendable>(
    _ body: (ServerProcess) async throws -> Result
  ) async throws -> Result {
    let server = try await server()
    try await server.start()
    do {
      let result = try await body(server)
      await server.kill9()
      return result
    } catch {
      await server.kill9()
      throw error
    }
  }

  /// How the admin reaches a server of it.
  func configuration(_ server: ServerProcess) -> Configuration {
    Installation.configuration(folder: installation.folder, port: server.certificatePort)
  }

  /// Lends the admin's client to the body.
  func withAdmin<Result: Sendable>(
    _ server: ServerProcess, _ body: (OrderToCashClient) async throws -> Result
  ) async throws -> Result {
    try await withOrderToCash(configuration(server), body)
  }

  /// How a partner with this key reaches a server of it.
  func configuration(_ server: ServerProcess, key: String) -> Configuration {
    var configuration = configuration(server)
    configuration.endpoint.port = server.apiKeyPort
    configuration.credential = .apiKey(Secret(key))
    return configuration
  }

  /// As the superuser, past row-level security and past `Store`.
  func inspect() async throws -> Connection {
    try await Connection.open(try await installation.cluster.connection(database: name))
  }

  func drop() async throws { try await installation.cluster.dropDatabase(name) }
}

/// Numbers for names.
private actor Numbers {
  static let shared = Numbers()
  private var last = 0

  func next() -> Int {
    last += 1
    return last
  }
}
