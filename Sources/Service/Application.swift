package import Domain
package import Logging
package import Postgres
import CoreMetrics
import GRPCCore
import OrderToCashAPI
package import ServiceLifecycle
import Store

/// The whole server: listeners, door, workers, metrics; wired once.
package struct Application: Service {
  package struct Configuration: Sendable {
    /// As the application role.
    package var database: ConnectionConfiguration
    /// Connections for reads and look-ups; the door has its own.
    package var readers = 6
    package var door = Door.Configuration()
    package var server: ServerConfiguration
    package var pepper: Pepper
    /// Signs page tokens; 32 bytes.
    package var pageTokenKey: [UInt8]
    package var authority: CertificateAuthority
    /// Nil: no metrics endpoint.
    package var metricsPort: Int?
    package var offersReflection = true
    /// Refuses a server that could lose what was acknowledged.
    package var requiresDurability = true

    package init(
      database: ConnectionConfiguration, server: ServerConfiguration, pepper: Pepper,
      pageTokenKey: [UInt8], authority: CertificateAuthority
    ) {
      self.database = database
      self.server = server
      self.pepper = pepper
      self.pageTokenKey = pageTokenKey
      self.authority = authority
    }
  }

  package let door: Door
  package let servers: RPCServers
  package let environment: Environment
  private let readers: Pool
  private let writers: Pool
  private let watchers: Pool
  private let metrics: MetricsEndpoint?
  private let health: HealthBoard
  private let logger: Logger

  /// - Throws: what keeps the server from being put together, such as a method without permission.
  package init(
    _ configuration: Configuration, logger: Logger,
    onOverrun: @escaping @Sendable () -> Void
  ) throws {
    let registry = PrometheusRegistry()
    let factory = PrometheusMetricsFactory(registry: registry)
    var database = configuration.database
    database.check = ServerCheck(requiresDurability: configuration.requiresDurability).check
    func pool(_ name: String, _ maximum: Int, keepsPlans: Bool = false) -> Pool {
      var connection = database
      connection.applicationName = name
      connection.keepsPlans = keepsPlans
      return Pool(.init(connection: connection, limits: .init(maximum: maximum)))
    }
    readers = pool("o2cd reads", configuration.readers)
    writers = pool("o2cd door", configuration.door.lanes, keepsPlans: true)
    watchers = pool("o2cd workers", 2)
    door = Door(
      pool: writers, configuration: configuration.door, logger: logger,
      metrics: DoorMetrics(factory: factory))
    environment = Environment(
      door: door, readers: readers, pageTokens: PageTokens(key: configuration.pageTokenKey),
      authority: configuration.authority, pepper: configuration.pepper, logger: logger)
    let services = Self.services(environment)
    health = HealthBoard(services: Set(MethodTable.all.map(\.service)).sorted())
    let authenticator = Authenticator(
      directory: CallerDirectory(asking: watchers), pepper: configuration.pepper)
    servers = try RPCServers(
      configuration.server,
      services: services + (configuration.offersReflection ? try Self.reflection() : []),
      .init(
        authenticator: authenticator, health: health, logger: logger,
        metrics: ServiceMetrics(factory: factory), translate: { ServiceError(databaseError: $0) },
        onOverrun: onOverrun))
    let health = health
    metrics = try configuration.metricsPort.map {
      try MetricsEndpoint(
        registry: registry, port: $0, logger: logger, isReady: { health.isServing })
    }
    self.logger = logger
  }

  /// Serves until it is told to stop; what was taken is finished first.
  package func run() async throws {
    var services: [any Service] = []
    if let metrics { services.append(metrics) }
    services += [
      ReadinessWatch(pool: watchers, health: health, logger: logger),
      SealWorker(pool: watchers, logger: logger),
      ExpiryWorker(pool: watchers, door: door, logger: logger),
      CreditWorker(pool: watchers, door: door, logger: logger),
      RetentionWorker(pool: watchers, clock: environment.clock, logger: logger),
      door, servers,
    ]
    defer { for pool in [readers, writers, watchers] { pool.close() } }
    // The last one listed is shut down first: the listeners, then the door, then the workers. The
    // group takes the shutdown over from the task it runs in.
    let group = ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0) }, logger: logger))
    try await group.run()
  }

  /// The ports of both listeners, once they are bound.
  package func ports() async throws -> (certificate: Int, apiKey: Int) {
    try await servers.ports()
  }

  /// Returns once the server is ready to serve.
  package func waitUntilReady() async throws {
    while !health.isServing { try await Task.sleep(for: .milliseconds(10)) }
  }

  private static func services(_ environment: Environment) -> [any RegistrableRPCService] {
    [
      CustomerService(environment), CatalogService(environment), StockService(environment),
      OrderService(environment), FulfillmentService(environment), CreditService(environment),
      InvoiceService(environment), PaymentService(environment), ReceivableService(environment),
      LedgerService(environment), EventService(environment), AdminService(environment),
      ReportService(environment),
    ]
  }

  private static func reflection() throws -> [any RegistrableRPCService] {
    let names = Set(MethodTable.all.map(\.service)).union([
      "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection",
      "grpc.reflection.v1alpha.ServerReflection",
    ])
    let index = try ReflectionIndex(
      descriptorSet: EmbeddedDescriptors.fileDescriptorSet, served: names.sorted())
    return [ReflectionServiceV1(index: index), ReflectionServiceV1alpha(index: index)]
  }
}
