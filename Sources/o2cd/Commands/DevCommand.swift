import ArgumentParser
import Foundation
import Logging
import Service

/// Everything on one machine, for trying out and developing: a private PostgreSQL in a folder, a CA
/// and certificates, the schema, a demo seller, and the server on loopback.
struct DevCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "Starts everything in a folder of its own, on loopback only.",
    discussion: """
      The first start makes a PostgreSQL cluster (reached through a unix socket alone), a CA, \
      certificates and a demo seller; later ones take a second and keep the data. Profiles for \
      the CLI are written to config.toml in the folder. Ctrl-C finishes what is in flight, then \
      stops the server and its PostgreSQL.
      """)

  @Option(help: "Where everything is kept.")
  var directory = ".o2c"

  @Option(
    help: """
      The port for client certificates; the one for API keys is the next, then that for \
      metrics. 0 takes free ones.
      """)
  var port = 8443

  @Flag(
    inversion: .prefixedNo,
    help: "Whether the seller has goods, customers and a partner from the start.")
  var demo = true

  @Flag(help: "Begins anew: removes the data, the certificates and the keys of the folder.")
  var reset = false

  @Option(help: "How much the log in server.log tells: \(levels).", transform: level)
  var logLevel = Logger.Level.info

  private static let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")

  private static func level(_ text: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: text) else {
      throw ValidationError("--log-level is one of \(levels).")
    }
    return level
  }

  func validate() throws {
    guard port == 0 || (1...65_533).contains(port) else {
      throw ValidationError("--port is 0, or from 1 to 65533.")
    }
  }

  func run() async throws {
    let directory = DevDirectory(directory)
    try directory.make()
    let lock = try DirectoryLock(directory)
    defer { withExtendedLifetime(lock) {} }
    directory.remove(directory.ready)
    // Said before anything is started, and in better words than a listener finds.
    if port != 0 { for port in port...port + 2 { try FreePort.check(port) } }
    if reset {
      directory.reset()
      try directory.make()
    }
    let sink = try JSONLogHandler.Sink(path: directory.log)
    let level = logLevel
    LoggingSystem.bootstrap { JSONLogHandler(label: $0, sink: sink, level: level) }

    let isNew = !directory.has(directory.pepper)
    let credentials = try DevCredentials(directory)
    let database = try await DevCluster.start(directory, reset: reset, isNew: isNew)
    do {
      try await DevSeed(directory: directory, credentials: credentials, isEmpty: !demo)
        .plant(try await database.connection())
      try await serve(directory, credentials, database)
    } catch {
      directory.remove(directory.ready)
      await database.stop()
      throw error
    }
    directory.remove(directory.ready)
    await database.stop()
  }

  private func serve(
    _ directory: DevDirectory, _ credentials: DevCredentials, _ database: DevCluster
  ) async throws {
    let serving = Serving(
      connection: try await database.connection(),
      credentials: ServerCredentials(
        chainPath: directory.serverCertificate, keyPath: directory.serverKey,
        clientAuthorityPath: directory.caCertificate),
      certificateListener: .init(host: "127.0.0.1", port: port),
      apiKeyListener: .init(host: "127.0.0.1", port: port == 0 ? 0 : port + 1),
      metricsPort: port == 0 ? 0 : port + 2, authority: credentials.authority,
      secrets: credentials.secrets, isProduction: false)
    try await serving.run { ports in
      try DevProfiles(
        directory: directory, certificatePort: ports.certificate, apiKeyPort: ports.apiKey
      ).write()
      let ready = """
        process=\(ProcessInfo.processInfo.processIdentifier)
        certificate_port=\(ports.certificate)
        api_key_port=\(ports.apiKey)
        metrics_port=\(ports.metrics)

        """
      try directory.write(ready, to: directory.ready)
      let text = """
        o2cd serves on loopback: client certificates on \(ports.certificate), API keys on \
        \(ports.apiKey), metrics on http://127.0.0.1:\(ports.metrics)/metrics
          export O2C_CONFIG=\(directory.profiles)

        """
      // Not print, whose buffer would keep it when standard output is a pipe.
      FileHandle.standardOutput.write(Data(text.utf8))
    }
  }
}
