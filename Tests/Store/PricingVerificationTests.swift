import Domain
import Postgres
import Store
import Testing

@Suite("Discounts against the rules that they were given by")
struct PricingVerificationTests {
  /// A shop in which 10 % are free, and 25 % go with the permission.
  private struct Desk {
    let database: TestDatabase
    let connection: Connection

    init() async throws {
      database = try await TestDatabase.make()
      connection = try await database.connectWithSeller()
      try await connection.write(database.seller) { Sample.fill(&$0) }
      try await run(Sample.stock())
    }

    @discardableResult
    func run<C: Command>(_ command: C, as number: UInt64 = 9, mayExceed: Bool = false) async throws
      -> C.Reply
    {
      let permissions: Set<String> = mayExceed ? [PricingRules.permission] : []
      let context = Context(
        now: Sample.now, today: Sample.today,
        caller: Caller(
          principal: ID(high: 0x0199_0000_0000_7002, low: number), permissions: permissions),
        requestID: Sample.context().requestID, method: String(describing: C.self))
      return try await connection.run(command, of: database.seller, in: context)
    }

    func bind(_ change: (inout PricingRules) -> Void = { _ in }) async throws {
      var rules = PricingRules()
      rules.freeLinePercent = Percent(whole: 10)
      rules.maxLinePercent = Percent(whole: 25)
      change(&rules)
      let policy = try await run(
        CreatePolicyVersion(
          rules: .pricing(rules), validFrom: nil, testCases: [], method: "Policy", request: [1]))
      try await run(StartPolicyVersion(policy: policy.id), as: 8)
    }

    func place(_ discounts: [Discount], mayExceed: Bool = false) async throws -> ID<Order> {
      var request = Sample.order().request
      request.lines[0].quantity = Quantity(whole: 20)
      request.lines[0].discounts = discounts
      return try await run(PlaceOrder(request), mayExceed: mayExceed).id
    }

    func found(after statement: Statement? = nil) async throws -> [String] {
      let findings: [Finding]
      if let statement {
        let superuser = try await database.connectAsSuperuser()
        let options = TransactionOptions.readWrite.setting("session_replication_role", "replica")
        let seller = database.seller
        findings = try await superuser.findings(after: statement, options, seller)
      } else {
        findings = try await connection.answer(VerifyBooks(), of: database.seller, for: .all)
      }
      return findings.filter { $0.check == "I-65" }.flatMap(\.rows)
    }
  }

  @Test("what fits is let be: free, permitted, given before the rules, kept at another quantity")
  func fits() async throws {
    let desk = try await Desk()
    let old = try await desk.place([.percent(Percent(whole: 60))])
    try await desk.bind()
    _ = try await desk.place([.percent(Percent(whole: 10))])
    let led = try await desk.place([.percent(Percent(whole: 25))], mayExceed: true)
    for order in [old, led] {
      _ = try await desk.run(
        AmendOrder(
          order: order, changes: [.init(line: 2, quantity: Quantity(whole: 7))], reason: "x"))
    }
    try await desk.run(
      AmendOrder(order: led, changes: [.init(line: 1, quantity: Quantity(whole: 7))], reason: "x"))
    #expect(try await desk.found() == [])
  }

  @Test(
    "more off than the rules of the day let anybody, or this caller, give is named with its row")
  func broken() async throws {
    let desk = try await Desk()
    try await desk.bind()
    let clerk = try await desk.place([.percent(Percent(whole: 10))])
    let lead = try await desk.place([.percent(Percent(whole: 20))], mayExceed: true)
    #expect(try await desk.found() == [])
    // 20 × 9.99 are 199.80: 25 % are 49.95, 40 % are 79.92.
    let most = try await desk.found(
      after:
        "UPDATE order_lines SET discounts = '[[\"P\", 40000000, \"MANUAL\", \"\", 7992]]' WHERE discounts IS NOT NULL"
    )
    #expect(most.count == 2)
    let free = try await desk.found(
      after:
        "UPDATE order_lines SET discounts = '[[\"P\", 25000000, \"MANUAL\", \"\", 4995]]' WHERE discounts IS NOT NULL"
    )
    #expect(free.count == 1 && free[0].contains("\(clerk)") && free[0].contains("line 1"))
    let listed = try await desk.found(
      after: """
        UPDATE policies SET rules = rules || '{"stacking": "NOT_ON_LIST", "line_discounts": 0}'
        """)
    #expect(listed.count == 2 && listed.contains { $0.contains("\(lead)") })
  }
}

extension Connection {
  /// What is broken after a change, which is then taken back.
  fileprivate func findings(
    after statement: Statement, _ options: TransactionOptions, _ seller: ID<Seller>
  ) throws -> [Finding] {
    try transaction(options, opening: [Query(statement)]) { transaction in
      let findings = try VerifyBooks().answer(in: &transaction, of: seller, for: .all)
      transaction.discard()
      return findings
    }
  }
}
