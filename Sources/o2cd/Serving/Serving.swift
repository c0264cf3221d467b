import Foundation
import Logging
import Postgres
import Service
import ServiceLifecycle
import UnixSignals

/// Runs the server until SIGTERM or SIGINT, then drains it.
struct Serving {
  struct Ports: Sendable {
    var certificate: Int
    var apiKey: Int
    var metrics: Int
  }

  /// As the application role.
  var connection: ConnectionConfiguration
  var credentials: ServerCredentials
  var certificateListener: ServerConfiguration.Address
  var apiKeyListener: ServerConfiguration.Address
  /// On loopback; 0 takes a free one.
  var metricsPort: Int
  var authority: CertificateAuthority
  var secrets: InstallationSecrets
  /// Refuses a database that could lose what was acknowledged.
  var isProduction: Bool
  var offersReflection = true
  var lanes: Int?
  var readers: Int?

  /// - Parameter onReady: called once it serves.
  /// - Throws: why it could not start, or what ended it.
  func run(onReady: @escaping @Sendable (Ports) throws -> Void) async throws {
    try await Database.check(connection, isProduction: isProduction)
    let logger = Logger(label: "o2cd")
    let metricsPort = metricsPort == 0 ? try FreePort.find() : metricsPort
    let application = try Application(configuration(metricsPort), logger: logger) {
      // Peers that never answer do not keep the process: what was acknowledged is safe.
      logger.critical("the drain took too long")
      _exit(1)
    }
    let ready = ReadyNotice(application: application) { certificate, apiKey in
      logger.notice(
        "serving",
        metadata: [
          "certificate_port": "\(certificate)", "api_key_port": "\(apiKey)",
          "metrics_port": "\(metricsPort)", "version": "\(ServerProgram.version)",
          "production": "\(isProduction)",
        ])
      try onReady(Ports(certificate: certificate, apiKey: apiKey, metrics: metricsPort))
    }
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: application), .init(service: ready),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
    logger.notice("stopped")
  }

  private func configuration(_ metricsPort: Int) -> Application.Configuration {
    var configuration = Application.Configuration(
      database: connection,
      server: ServerConfiguration(
        credentials: credentials, certificateListener: certificateListener,
        apiKeyListener: apiKeyListener),
      pepper: secrets.pepper, pageTokenKey: secrets.pageTokenKey, authority: authority)
    configuration.metricsPort = metricsPort
    configuration.offersReflection = offersReflection
    configuration.requiresDurability = isProduction
    if let lanes { configuration.door.lanes = lanes }
    if let readers { configuration.readers = readers }
    return configuration
  }
}

/// Tells once that the server serves, then waits for the end.
private struct ReadyNotice: Service {
  let application: Application
  let notify: @Sendable (_ certificatePort: Int, _ apiKeyPort: Int) throws -> Void

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      let ports = try await application.ports()
      try await application.waitUntilReady()
      try notify(ports.certificate, ports.apiKey)
    }
    try await gracefulShutdown()
  }
}
