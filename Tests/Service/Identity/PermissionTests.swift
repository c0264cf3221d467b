import Domain
import GRPCCore
import OrderToCashAPI
import Testing

@testable import Service

@Suite("Permissions", .timeLimit(.minutes(1)))
struct PermissionTests {
  @Test("every method has a permission that some role gives, and everybody may ask who they are")
  func table() {
    let roles = Roles.table.keys.sorted()
    var text = "role × method\n"
    for rule in MethodTable.all {
      let allowed = roles.filter { Roles.permissions(of: [$0]).contains(rule.permission) }
      text += "\(rule.fullName) (\(rule.permission)): \(allowed.joined(separator: " "))\n"
      #expect(Roles.all.contains(rule.permission), "\(rule.fullName)")
      #expect(allowed.contains("ADMIN"), "\(rule.fullName)")
    }
    print(text)
    for role in roles {
      #expect(Roles.permissions(of: [role]).contains("callers.self"))
      #expect(Roles.permissions(of: [role]).isSubset(of: Roles.all), "\(role)")
    }
    #expect(Roles.permissions(of: ["NOBODY"]) == ["callers.self"])
  }

  @Test("a partner's role gives no credit figures, no writing of books and no administration")
  func partner() {
    let partner = Roles.permissions(of: [Roles.partner])
    for permission in [
      "credit.read", "credit.release", "credit.limit", "customers.read", "customers.write",
      "payments.record", "payments.apply", "invoices.issue", "stock.write", "ledger.read",
      "principals.read", "principals.write", "sellers.read", "imports.run",
    ] {
      #expect(!partner.contains(permission), "\(permission)")
    }
    let auditor = Roles.permissions(of: ["AUDITOR"])
    #expect(
      auditor.allSatisfy { $0.hasSuffix(".read") || $0 == "ledger.verify" || $0 == "callers.self" })
  }

  @Test("a served method without a permission keeps the server from starting")
  func undeclared() throws {
    let rules = MethodTable.all.filter { $0.fullName != "o2c.v1.OrderService/PlaceOrder" }
    #expect(throws: MethodPolicies.Undeclared.self) {
      try MethodPolicies(rules: rules, services: [StubService()])
    }
    let policies = try MethodPolicies(
      services: [StubService(), HealthService(board: HealthBoard(services: []))])
    #expect(policies[StubService.placeOrder].mutates)
    #expect(!policies[StubService.getOrder].mutates)
    #expect(policies[StubService.verifyBooks].defaultTimeout == nil)
    #expect(
      policies[MethodDescriptor(fullyQualifiedService: "grpc.health.v1.Health", method: "Check")]
        .access == .open)
    let unknown = MethodDescriptor(fullyQualifiedService: "x.Y", method: "Z")
    #expect(policies[unknown].access == .permission("-"))
  }

  @Test("a caller without the permission is told which one it lacks, before anything runs")
  func missing() async throws {
    try await TestHouse.run { house in
      let certificate = try house.certificate(roles: ["WAREHOUSE"])
      _ = try await house.withCertificate(certificate) { client in
        let failure = await client.failure(StubService.placeOrder)
        #expect(failure?.code == .permissionDenied)
        #expect(failure?.reason == "PERMISSION_MISSING")
        #expect(failure?.metadata["permission"] == "orders.place")
        try await client.call(StubService.getOrder)
      }
      #expect(house.stub.calls.started.count == 1)
    }
  }

  static let one = TestDirectory.seller
  static let two = ID<Seller>("01m68kvah0e9nv59tdwh9edd1s")!

  @Test("the seller comes from the credential, or is named among one's own")
  func seller() throws {
    func seller(
      _ header: String?, _ sellers: [ID<Seller>], method: String = "o2c.v1.OrderService/GetOrder"
    ) -> Result<ID<Seller>?, ServiceError> {
      let stored = TestDirectory().principal(kind: .service, roles: [], sellers: sellers)
      let policy = MethodPolicy(
        name: method, access: .permission("x"), shape: .unary, mutates: false)
      return Result { () throws(ServiceError) in
        try AccessInterceptor.seller(
          named: header, of: AuthenticatedCaller(stored, credentialID: ""), for: policy)
      }
    }
    #expect(seller(nil, [Self.one]) == .success(Self.one))
    #expect(seller("sellers/\(Self.two)", [Self.one, Self.two]) == .success(Self.two))
    #expect(seller("sellers/\(Self.two)", [Self.one]) == .failure(.sellerNotAllowed))
    #expect(seller("sellers/nothing", [Self.one]) == .failure(.sellerNotAllowed))
    #expect(seller("\(Self.one)", [Self.one]) == .failure(.sellerNotAllowed))
    #expect(seller(nil, [Self.one, Self.two]) == .failure(.sellerRequired))
    #expect(seller(nil, []) == .failure(.sellerRequired))
    let getCaller = "o2c.v1.AdminService/GetCaller"
    #expect(seller(nil, [Self.one, Self.two], method: getCaller) == .success(nil))
  }
}
