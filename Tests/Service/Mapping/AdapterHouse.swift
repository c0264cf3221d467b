import Domain
import Foundation
import GRPCCore
import Logging
import OrderToCashAPI
import Postgres
import Store
import SwiftProtobuf
import Synchronization

@testable import Service

/// A seller on a real database, with the door open and all adapters behind it; calls come as the
/// interceptors leave them.
struct AdapterHouse: Sendable {
  let environment: Environment
  let seller: ID<Seller>
  let admin: AuthenticatedCaller

  static func run(_ body: @Sendable (AdapterHouse) async throws -> Void) async throws {
    try await run(servers: 1) { try await body($0[0]) }
  }

  /// Several servers on one database, each with a door and pools of its own.
  static func run(
    servers count: Int, _ body: @Sendable ([AdapterHouse]) async throws -> Void
  ) async throws {
    var database = try await TemporaryCluster.database(template: AdapterTemplate.shared.name())
    database.user = Bootstrap.application
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    guard let pepper = Pepper(bytes: Pepper.randomBytes()) else { throw Missing() }
    let (key, authority) = (Pepper.randomBytes(), try CertificateAuthority.make())
    var houses: [AdapterHouse] = []
    var pools: [Pool] = []
    for _ in 0..<count {
      let writers = Pool(.init(connection: database, limits: .init(maximum: 2)))
      let readers = Pool(.init(connection: database, limits: .init(maximum: 2)))
      pools += [writers, readers]
      houses.append(
        AdapterHouse(
          environment: Environment(
            door: Door(pool: writers, logger: logger), readers: readers,
            pageTokens: PageTokens(key: key), authority: authority, pepper: pepper,
            logger: logger),
          seller: ID(high: 0x0199_0000_0000_7001, low: 0x8000_0000_0000_0001),
          admin: caller(roles: ["ADMIN"])))
    }
    let connection = try await Connection.open(database)
    try await houses[0].found(on: connection)
    await connection.close()
    let servers = houses
    try await withThrowingTaskGroup(of: Void.self) { group in
      for house in servers { group.addTask { try await house.environment.door.run() } }
      defer { for house in servers { house.environment.door.close() } }
      try await body(servers)
    }
    for pool in pools { pool.close() }
  }

  struct Missing: Error {}

  /// Another person than the admin of the house.
  static func person(
    _ number: UInt64, roles: [String] = ["ADMIN"], authority: [String: Int64] = [:]
  ) -> AuthenticatedCaller {
    caller(0x100 + number, roles: roles, authority: authority)
  }

  static func caller(
    _ number: UInt64 = 2, roles: [String], customers: Set<ID<Customer>>? = nil,
    authority: [String: Int64] = [:]
  ) -> AuthenticatedCaller {
    AuthenticatedCaller(
      StoredPrincipal(
        id: ID(high: 0x0199_0000_0000_7002, low: 0x8000_0000_0000_0000 + number),
        kind: customers == nil ? .admin : .partner, displayName: "Person \(number)", roles: roles,
        sellers: [ID(high: 0x0199_0000_0000_7001, low: 0x8000_0000_0000_0001)],
        customers: customers, authority: authority),
      credentialID: "test")
  }

  private func found(on connection: Connection) async throws {
    var books = Books(seller: seller, seed: 1)
    books.put(
      Seller(
        id: seller, displayName: "Seller",
        party: Party(
          legalName: "Seller GmbH", vatID: "DE136695976", address: Address(countryCode: "DE")),
        currency: .eur, timeZone: "Europe/Berlin", paymentTerms: .net30,
        at: environment.clock.now()))
    books.keep()
    let queries = Flush.queries(of: books)
    try await connection.transaction(Tenancy.readWrite(seller)) { $0.flush(queries) }
  }

  /// Calls a method as the interceptors would, and gives its message, as a client reads it, and its
  /// metadata.
  func call<Request: Sendable, Reply: SwiftProtobuf.Message>(
    _ method: String, _ request: Request, as caller: AuthenticatedCaller? = nil,
    _ body: (ServerRequest<Request>, ServerContext) async throws -> ServerResponse<Reply>
  ) async throws -> (message: Reply, metadata: Metadata) {
    guard let rule = MethodTable.byName[method] else { throw Missing() }
    let policy = MethodPolicy(rule)
    var context = CallContext(
      callID: "test", method: policy,
      record: CallRecord(
        callID: "test", method: method, logger: environment.logger,
        metrics: ServiceMetrics(factory: PrometheusMetricsFactory(registry: .init()))))
    context.caller = caller ?? admin
    context.seller = seller
    let server = ServerContext(
      descriptor: MethodDescriptor(fullyQualifiedService: rule.service, method: rule.method),
      remotePeer: "test", localPeer: "test", cancellation: .init())
    let response = try await CallContext.$current.withValue(context) {
      try await body(ServerRequest(metadata: [:], message: request), server)
    }
    let contents = try response.accepted.get()
    let bytes: [UInt8] = try contents.message.serializedBytes()
    return (try Reply(serializedBytes: bytes), contents.metadata)
  }

  /// The credit account of the customer of that name.
  func creditAccount(of customer: String) async throws -> O2c_V1_CreditAccount {
    let credit = CreditService(environment)
    return try await call(
      "o2c.v1.CreditService/GetCreditAccount",
      O2c_V1_GetCreditAccountRequest.with { $0.name = "\(customer)/creditAccount" }
    ) { try await credit.getCreditAccount(request: $0, context: $1) }.message
  }

  @discardableResult
  func setLimit(
    _ minor: Int64, of customer: String, as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_CreditAccount {
    let account = try await creditAccount(of: customer)
    let credit = CreditService(environment)
    return try await call(
      "o2c.v1.CreditService/SetCreditLimit",
      O2c_V1_SetCreditLimitRequest.with {
        $0.name = account.name
        $0.etag = account.etag
        $0.limit.minorUnits = minor
        $0.limit.currencyCode = "EUR"
        $0.note = "grows"
      }, as: caller
    ) { try await credit.setCreditLimit(request: $0, context: $1) }.message
  }

  @discardableResult
  func cancel(_ order: String) async throws -> O2c_V1_Order {
    let orders = OrderService(environment)
    return try await call(
      "o2c.v1.OrderService/CancelOrder",
      O2c_V1_CancelOrderRequest.with {
        $0.name = order
        $0.reasonCode = "CUSTOMER"
      }
    ) { try await orders.cancelOrder(request: $0, context: $1) }.message
  }

  /// The reason and the violated fields of a call that must be refused.
  func refusal(_ body: () async throws -> Void) async -> [String] {
    do {
      try await body()
      return []
    } catch let rejection as Rejection {
      return [rejection.reason.rawValue] + rejection.violations.map(\.field)
    } catch {
      return ["\(error)"]
    }
  }
}

/// Bootstrapped and migrated once in a process.
actor AdapterTemplate {
  static let shared = AdapterTemplate()
  private var task: Task<String, any Error>?

  func name() async throws -> String {
    if let task { return try await task.value }
    let made = Task {
      let database = try await TemporaryCluster.database()
      let superuser = try await Connection.open(database)
      try await Bootstrap.makeRoles(superuser)
      try await Bootstrap.closeDatabase(superuser)
      await superuser.close()
      var configuration = database
      configuration.user = Bootstrap.owner
      let owner = try await Connection.open(configuration)
      try await Migrations.migrate(owner)
      await owner.close()
      return database.database
    }
    task = made
    return try await made.value
  }
}
