import ArgumentParser
import Foundation
import Logging
import Service

/// The server, as an installation runs it.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves, as told by a file of settings and the environment.",
    discussion: """
      Settings are lines `key = value`; the variable O2CD_KEY wins over the file. Starts only when \
      the schema is the one of this program, the role is one that row-level security holds for, \
      and, unless production = false, the database keeps what it acknowledged through a loss of \
      power.
      """)

  @Option(name: .customLong("config"), help: "File of settings.")
  var settingsFile: String?

  func run() async throws {
    let settings = try ServerSettings(
      SettingsFile(path: settingsFile, environment: ProcessInfo.processInfo.environment))
    LoggingSystem.bootstrap {
      JSONLogHandler(label: $0, sink: .standardError, level: settings.logLevel)
    }
    var serving = Serving(
      connection: settings.database.connection(),
      credentials: ServerCredentials(
        chainPath: settings.certificateChain, keyPath: settings.privateKey,
        clientAuthorityPath: settings.clientAuthority),
      certificateListener: settings.certificateListener.listener,
      apiKeyListener: settings.apiKeyListener.listener, metricsPort: settings.metricsPort,
      authority: try settings.authority(),
      secrets: try InstallationSecrets(path: settings.pepper), isProduction: settings.isProduction,
      offersReflection: settings.offersReflection)
    serving.lanes = settings.lanes
    serving.readers = settings.database.readers
    try await serving.run { _ in }
  }
}

extension ServerSettings {
  func authority() throws -> CertificateAuthority {
    try CertificateAuthority(
      certificatePEM: String(contentsOfFile: authorityCertificate, encoding: .utf8),
      keyPEM: SecretFile.read(URL(filePath: authorityKey)))
  }
}

extension ServerSettings.Address {
  var listener: ServerConfiguration.Address { .init(host: host, port: port) }
}
