import Domain
import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf
import Logging
import OrderToCashAPI
import Synchronization
import X509

@testable import Service

/// Real listeners on real ports with certificates minted for the test, and a stub behind them.
struct TestHouse: Sendable {
  let authority: CertificateAuthority
  /// Where the server's certificate and key lie.
  let folder: URL
  let directory: TestDirectory
  let servers: RPCServers
  let stub: StubService
  let certificatePort: Int
  let apiKeyPort: Int

  /// Starts both listeners, runs the body, and drains.
  static func run(
    configure: (inout ServerConfiguration) -> Void = { _ in },
    body: @escaping @Sendable (TestHouse) async throws -> Void
  ) async throws {
    let authority = try CertificateAuthority.make()
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try authority.issueServer().write(to: folder)
    try Data(authority.certificatePEM.utf8).write(to: folder.appending(path: "ca.pem"))
    var configuration = ServerConfiguration(
      credentials: ServerCredentials(
        chainPath: folder.appending(path: "server.pem").path,
        keyPath: folder.appending(path: "server.key").path,
        clientAuthorityPath: folder.appending(path: "ca.pem").path))
    configuration.credentials.reloadInterval = .milliseconds(50)
    configuration.drain = .init(drain: .seconds(1), end: .seconds(20))
    configure(&configuration)
    let directory = TestDirectory()
    let stub = StubService()
    let health = HealthBoard(services: StubService.methods.map(\.service.fullyQualifiedService))
    health.setReady(true)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let index = try ReflectionIndex(
      descriptorSet: EmbeddedDescriptors.fileDescriptorSet, served: ["o2c.v1.OrderService"])
    let servers = try RPCServers(
      configuration,
      services: [
        stub, ReflectionServiceV1(index: index), ReflectionServiceV1alpha(index: index),
      ],
      RPCServers.Dependencies(
        authenticator: Authenticator(
          directory: directory.directory, pepper: TestDirectory.pepper,
          revocationDelay: .milliseconds(300)),
        health: health, logger: logger,
        metrics: ServiceMetrics(
          factory: PrometheusMetricsFactory(registry: PrometheusRegistry())),
        onOverrun: { directory.overruns.add() }))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await servers.run() }
      group.addTask {
        defer { servers.drain.begin() }
        let ports = try await servers.ports()
        try await body(
          TestHouse(
            authority: authority, folder: folder, directory: directory, servers: servers,
            stub: stub,
            certificatePort: ports.certificate, apiKeyPort: ports.apiKey))
      }
      try await group.waitForAll()
    }
  }

  /// A client certificate of a registered principal.
  func certificate(
    roles: [String] = ["ADMIN"], kind: Principal.Kind = .service, validDays: Int = 1,
    sellers: [ID<Seller>] = [TestDirectory.seller], from other: CertificateAuthority? = nil
  ) throws -> IssuedCertificate {
    let principal = directory.principal(kind: kind, roles: roles, sellers: sellers)
    directory.add(principal)
    return try (other ?? authority).issueClient(principal: principal.id, validDays: validDays)
  }

  /// Calls over mutual TLS.
  func withCertificate<Value: Sendable>(
    _ certificate: IssuedCertificate?, trusting root: CertificateAuthority? = nil,
    _ body: @Sendable (StubClient) async throws -> Value
  ) async throws -> Value {
    let roots = [
      TLSConfig.CertificateSource.bytes(
        Array(try (root ?? authority).certificatePEM.utf8), format: .pem)
    ]
    let transport: HTTP2ClientTransport.Posix
    if let certificate {
      transport = try .http2NIOPosix(
        target: .ipv4(address: "127.0.0.1", port: certificatePort),
        transportSecurity: .mTLS(
          certificateChain: [.bytes(Array(try certificate.certificatePEM.utf8), format: .pem)],
          privateKey: .bytes(Array(try certificate.keyPEM.utf8), format: .pem)
        ) { $0.trustRoots = .certificates(roots) },
        config: .defaults { $0.http2.authority = "localhost" })
    } else {
      transport = try .http2NIOPosix(
        target: .ipv4(address: "127.0.0.1", port: certificatePort),
        transportSecurity: .tls { $0.trustRoots = .certificates(roots) },
        config: .defaults { $0.http2.authority = "localhost" })
    }
    return try await withGRPCClient(transport: transport) { client in
      try await body(StubClient(client: client, authorization: nil))
    }
  }

  /// Calls with an API key, or with whatever stands for one.
  func withAPIKey<Value: Sendable>(
    _ authorization: String?, trusting other: CertificateAuthority? = nil,
    _ body: @Sendable (StubClient) async throws -> Value
  ) async throws -> Value {
    let root = try (other ?? authority).certificatePEM
    let transport = try HTTP2ClientTransport.Posix.http2NIOPosix(
      target: .ipv4(address: "127.0.0.1", port: apiKeyPort),
      transportSecurity: .tls {
        $0.trustRoots = .certificates([.bytes(Array(root.utf8), format: .pem)])
      }, config: .defaults { $0.http2.authority = "localhost" })
    return try await withGRPCClient(transport: transport) { client in
      try await body(StubClient(client: client, authorization: authorization))
    }
  }
}

extension IssuedCertificate {
  func write(to folder: URL) throws {
    try Data(certificatePEM.utf8).write(to: folder.appending(path: "server.pem"))
    try Data(keyPEM.utf8).write(to: folder.appending(path: "server.key"))
  }
}

/// Credentials kept in memory, and how often they were asked for.
final class TestDirectory: Sendable {
  static let pepper = Pepper(bytes: [UInt8](repeating: 7, count: 32))!
  static let seller = ID<Seller>("01m68kvah0e9nv59tdwh9edd1r")!

  private struct State {
    var ids = IDGenerator(seed: 1)
    var principals: [ID<Principal>: StoredPrincipal] = [:]
    var keys: [String: StoredAPIKey] = [:]
    var revoked: Set<ID<Principal>> = []
    var isDown = false
  }
  private let state = Mutex(State())
  let lookups = Tally()
  let overruns = Tally()

  func principal(
    kind: Principal.Kind, roles: [String], sellers: [ID<Seller>] = [TestDirectory.seller]
  ) -> StoredPrincipal {
    let id = state.withLock {
      $0.ids.make(Principal.self, at: Instant(microseconds: 1_700_000_000_000_000))
    }
    return StoredPrincipal(
      id: id, kind: kind, roles: roles, sellers: sellers,
      customers: kind == .partner ? [] : nil)
  }

  func add(_ principal: StoredPrincipal) {
    state.withLock { $0.principals[principal.id] = principal }
  }

  func addKey(roles: [String] = ["PARTNER"], expireTime: Instant? = nil) -> APIKeyToken {
    let principal = principal(kind: .partner, roles: roles)
    let id = state.withLock {
      $0.ids.make(AnyResource.self, at: Instant(microseconds: 1_700_000_000_000_000))
    }
    let token = APIKeyToken.make(keyID: id)
    state.withLock {
      $0.keys[token.keyID] = StoredAPIKey(
        keyID: token.keyID, secretMAC: token.mac(under: Self.pepper), expireTime: expireTime,
        principal: principal)
    }
    return token
  }

  func revoke(key: APIKeyToken) { state.withLock { $0.keys[key.keyID]?.isRevoked = true } }

  func revokeAllCertificates() {
    state.withLock { $0.revoked = Set($0.principals.keys) }
  }

  func goDown() { state.withLock { $0.isDown = true } }

  private struct Down: Error {}

  var directory: CallerDirectory {
    CallerDirectory(
      apiKey: { keyID in
        self.lookups.add()
        return try self.state.withLock {
          if $0.isDown { throw Down() }
          return $0.keys[keyID]
        }
      },
      certificate: { uri, _ in
        self.lookups.add()
        return try self.state.withLock { state in
          if state.isDown { throw Down() }
          guard let id = ID<Principal>(uri.dropFirst(PeerIdentity.prefix.count)),
            let principal = state.principals[id]
          else { return nil }
          return StoredCertificate(isRevoked: state.revoked.contains(id), principal: principal)
        }
      })
  }
}
