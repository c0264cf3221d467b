package import GRPCCore
package import GRPCNIOTransportHTTP2Posix
package import Logging
import NIOCertificateReloading
import ServiceLifecycle

/// The two listeners with the same services behind them: one demands a client certificate, one an
/// API key. A service of swift-service-lifecycle: it drains when it is told to shut down.
package struct RPCServers: Service {
  package typealias Server = GRPCServer<HTTP2ServerTransport.Posix>

  package let certificateServer: Server
  package let apiKeyServer: Server
  package let certificateGuard: ConnectionGuard
  package let apiKeyGuard: ConnectionGuard
  package let drain: DrainController
  package let health: HealthBoard
  package let policies: MethodPolicies
  private let certificates: TimedCertificateReloader

  /// What the servers ask of the rest of the house.
  package struct Dependencies: Sendable {
    package var authenticator: Authenticator
    package var health: HealthBoard
    package var logger: Logger
    package var metrics: ServiceMetrics
    /// What the layers below say about errors of theirs; nil for not theirs.
    package var translate: @Sendable (any Error) -> ServiceError?
    /// Ends the process when a drain does not end by itself.
    package var onOverrun: @Sendable () -> Void

    package init(
      authenticator: Authenticator, health: HealthBoard, logger: Logger,
      metrics: ServiceMetrics = ServiceMetrics(),
      translate: @escaping @Sendable (any Error) -> ServiceError? = { _ in nil },
      onOverrun: @escaping @Sendable () -> Void
    ) {
      self.authenticator = authenticator
      self.health = health
      self.logger = logger
      self.metrics = metrics
      self.translate = translate
      self.onOverrun = onOverrun
    }
  }

  /// - Parameter services: the adapters. Health is added here; reflection is the caller's choice.
  /// - Throws: `MethodPolicies.Undeclared` when a method has no permission, and when certificate and
  ///   key cannot be read.
  package init(
    _ configuration: ServerConfiguration, services: [any RegistrableRPCService],
    _ dependencies: Dependencies
  ) throws {
    let services = services + [HealthService(board: dependencies.health)]
    let policies = try MethodPolicies(services: services)
    let admission = AdmissionControl(
      limits: configuration.admission, metrics: dependencies.metrics)
    let timer = DeadlineTimer(eventLoop: HTTP2ServerTransport.Posix.timerLoop)
    let callIDs = CallIDs()
    let certificates = try configuration.credentials.reloader(dependencies.logger)

    func make(
      _ listener: AccessInterceptor.Listener, at address: ServerConfiguration.Address
    ) throws -> (Server, ConnectionGuard) {
      let guardian = ConnectionGuard(
        limits: configuration.connections,
        metrics: ConnectionMetrics(
          listener: listener.rawValue, factory: dependencies.metrics.factory))
      let transport = HTTP2ServerTransport.Posix(
        address: address.socketAddress,
        transportSecurity: try configuration.credentials.security(for: listener, certificates),
        config: configuration.transport.config(guardedBy: guardian))
      let server = GRPCServer(
        transport: transport, services: services,
        interceptors: [
          CallLogInterceptor(
            policies: policies, logger: dependencies.logger, metrics: dependencies.metrics,
            callIDs: callIDs),
          ErrorMappingInterceptor(
            metrics: dependencies.metrics, translate: dependencies.translate),
          DeadlineInterceptor(timer: timer),
          AccessInterceptor(listener: listener, authenticator: dependencies.authenticator),
          AdmissionInterceptor(control: admission),
        ])
      return (server, guardian)
    }

    (certificateServer, certificateGuard) = try make(
      .certificate, at: configuration.certificateListener)
    (apiKeyServer, apiKeyGuard) = try make(.apiKey, at: configuration.apiKeyListener)
    self.policies = policies
    self.certificates = certificates
    health = dependencies.health
    let guards = [certificateGuard, apiKeyGuard]
    drain = DrainController(
      times: configuration.drain, logger: dependencies.logger,
      onAnnounce: { dependencies.health.drain() },
      onDrain: { admission.drain() },
      closeConnections: { for guardian in guards { guardian.closeAll() } },
      onOverrun: dependencies.onOverrun)
  }

  package func run() async throws {
    let servers = [certificateServer, apiKeyServer].map { server in
      DrainController.Server(
        serve: { try await server.serve() },
        beginGracefulShutdown: { server.beginGracefulShutdown() })
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await certificates.run() }
      defer { group.cancelAll() }
      try await withGracefulShutdownHandler {
        try await drain.run(servers)
      } onGracefulShutdown: {
        drain.begin()
      }
    }
  }

  /// The real ports, once both listeners are bound.
  ///
  /// - Throws: when a listener could not be bound or has ended.
  package func ports() async throws -> (certificate: Int, apiKey: Int) {
    (
      try await certificateServer.transport.listeningAddress.port,
      try await apiKeyServer.transport.listeningAddress.port
    )
  }
}
