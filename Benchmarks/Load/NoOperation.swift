import ArgumentParser
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import OrderToCash
import OrderToCashAPI

/// Calls that do nothing: what TLS, HTTP/2 and gRPC cost alone.
struct NoOperation: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "noop", abstract: "Asks for the health of the server, which touches no database.")

  @OptionGroup var options: LoadOptions

  func run() async throws {
    let options = options
    let client = GRPCClient(transport: try transport())
    let measurement = try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await client.runConnections() }
      let health = Grpc_Health_V1_Health.Client(wrapping: client)
      let measurement = await Meter(options: options).measure { _ in
        _ = try await health.check(Grpc_Health_V1_HealthCheckRequest())
        return 1
      }
      client.beginGracefulShutdown()
      try await group.waitForAll()
      return measurement
    }
    print(measurement.json(unit: "calls", inFlight: options.inFlight))
  }

  /// The health service is for probes, not for users of the SDK, so the SDK has no method for it.
  private func transport() throws -> HTTP2ClientTransport.Posix {
    let settings = try Settings.load(profile: options.profile)
    guard let text = settings.endpoint, let ca = settings.ca else {
      throw ValidationError("the profile names no endpoint, or no ca")
    }
    let endpoint = try Endpoint(text)
    return try HTTP2ClientTransport.Posix(
      target: .dns(host: endpoint.host, port: endpoint.port),
      transportSecurity: .tls { tls in
        tls.trustRoots = .certificates([.file(path: ca, format: .pem)])
        if let certificate = settings.certificate, let key = settings.key {
          tls.certificateChain = [.file(path: certificate, format: .pem)]
          tls.privateKey = .file(path: key, format: .pem)
        }
      })
  }
}
