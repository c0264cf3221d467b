import Domain
import Foundation
import Postgres
import Service
import Store
import Testing

@testable import o2cd

@Suite("What o2cd asks of a database before it serves from it")
struct StartTests {
  /// A database with roles and schema, reached as one of the roles.
  private struct Prepared {
    let cluster: PrivateCluster
    let name: String

    init(on cluster: PrivateCluster, name: String = "o2cd_\(UInt32.random(in: .min ... .max))")
      async throws
    {
      self.cluster = cluster
      self.name = name
      _ = try await prepare()
    }

    func prepare() async throws -> [Migration] {
      try await Database.prepare(name: name) { user, database in
        try await cluster.connection(database: database, user: user)
      }
    }

    func connection(as user: String = Database.applicationRole) async throws
      -> ConnectionConfiguration
    {
      try await cluster.connection(database: name, user: user)
    }

    func superuser() async throws -> Connection {
      try await Connection.open(try await connection(as: "postgres"))
    }
  }

  @Test("a database that is prepared is served from, and preparing it again changes nothing")
  func prepare() async throws {
    let database = try await Prepared(on: try await TemporaryCluster.shared())
    try await Database.check(try await database.connection(), isProduction: true)
    #expect(try await database.prepare().isEmpty)
  }

  @Test(
    "production is refused where what was acknowledged could be lost",
    arguments: ["fsync", "full_page_writes", "synchronous_commit"])
  func durability(setting: String) async throws {
    try await TemporaryCluster.with(settings: [setting: "off"]) { cluster in
      let application = try await Prepared(on: cluster).connection()
      let error = await #expect(throws: PostgresError.self) {
        try await Database.check(application, isProduction: true)
      }
      #expect(error.map { "\($0)".contains("\(setting) is off") } == true)
      try await Database.check(application, isProduction: false)
    }
  }

  @Test("a role that passes row-level security by is refused")
  func role() async throws {
    let database = try await Prepared(on: try await TemporaryCluster.shared())
    let superuser = try await database.connection(as: "postgres")
    let error = await #expect(throws: PostgresError.self) {
      try await Database.check(superuser, isProduction: false)
    }
    #expect(error.map { "\($0)".contains("row-level security") } == true)
  }

  @Test(
    "another schema than its own is refused, and the text says what to do",
    arguments: [
      ("DELETE FROM schema_migrations", "run o2cd migrate"),
      (
        "UPDATE schema_migrations SET sha256 = 'x' WHERE number = 1", "use the program that made it"
      ),
      (
        "INSERT INTO schema_migrations (number, name, sha256) VALUES (999, 'later', 'x')",
        "use the newer program"
      ),
    ])
  func schema(change: String, remedy: String) async throws {
    let database = try await Prepared(on: try await TemporaryCluster.shared())
    try await database.superuser().script(change)
    let application = try await database.connection()
    let error = await #expect(throws: SchemaUnfit.self) {
      try await Database.check(application, isProduction: true)
    }
    #expect(error?.description.contains(remedy) == true)
  }

  @Test("a founding makes a seller with goods, and an admin, whole, with its events")
  func founding() async throws {
    let database = try await Prepared(on: try await TemporaryCluster.shared())
    let application = try await database.connection()
    #expect(try await Founding.countSellers(application) == 0)
    let authority = try CertificateAuthority.make()
    var founding = try Founding(DemoGoods.seller)
    let admin = try founding.addAdmin(named: "Chef") { try authority.issueClient(principal: $0) }
    founding.endStage()
    _ = try DemoGoods(in: &founding)
    try await founding.commit(to: application)
    #expect(try await Founding.countSellers(application) == 1)

    let fingerprint = try admin.certificate.sha256Fingerprint()
    let counts = try await database.superuser().read([
      Query(
        """
        SELECT (SELECT count(*) FROM sellers WHERE default_warehouse_id IS NOT NULL),
          (SELECT count(*) FROM certificates WHERE fingerprint = $1),
          (SELECT count(*) FROM products), (SELECT count(*) FROM customers),
          (SELECT count(*) FROM stock_levels WHERE on_hand_e6 > 0),
          (SELECT count(*) FROM credit_accounts WHERE limit_minor > 0),
          (SELECT count(*) FROM events WHERE type = 'principal.created')
        """, .text(fingerprint))
    ]) { results in
      let row = results[0][0]
      return try (0..<7).map { try row.int64($0) }
    }
    #expect(counts == [1, 1, 4, 2, 4, 2, 1])
  }

  @Test("a folder is served from once at a time")
  func lock() throws {
    let path = NSTemporaryDirectory() + "o2cd-lock-\(UUID().uuidString)"
    let directory = DevDirectory(path)
    try directory.make()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let first = try DirectoryLock(directory)
      #expect(throws: DirectoryLock.Taken.self) { _ = try DirectoryLock(directory) }
      withExtendedLifetime(first) {}
    }
    _ = try DirectoryLock(directory)
  }
}

@Suite("Ports of loopback")
struct FreePortTests {
  @Test("a port that somebody listens on is told, one that was found is free")
  func taken() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let port = try FreePort.find()
    try FreePort.check(port)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isListening = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    try #require(isListening && listen(descriptor, 1) == 0)
    #expect(throws: FreePort.Taken.self) { try FreePort.check(port) }
  }
}
