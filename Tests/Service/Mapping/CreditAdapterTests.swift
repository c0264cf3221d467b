import Domain
import GRPCCore
import Logging
import OrderToCashAPI
import Store
import SwiftProtobuf
import Testing

@testable import Service

/// What the credit desk does, as the interceptors leave its calls.
struct Desk {
  let house: AdapterHouse
  let company: Company

  init(_ house: AdapterHouse) async throws {
    self.house = house
    company = try await Company(house)
  }

  var account: String { "\(company.customer.name)/creditAccount" }

  func get() async throws -> O2c_V1_CreditAccount {
    try await house.creditAccount(of: company.customer.name)
  }

  func setLimit(
    _ minor: Int64, as caller: AuthenticatedCaller? = nil
  ) async throws -> O2c_V1_CreditAccount {
    try await house.setLimit(minor, of: company.customer.name, as: caller)
  }

  func grant(_ name: String, as caller: AuthenticatedCaller) async throws -> O2c_V1_Approval {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/GrantApproval",
      O2c_V1_GrantApprovalRequest.with {
        $0.name = name
        $0.note = "fine"
      }, as: caller
    ) { try await admin.grantApproval(request: $0, context: $1) }.message
  }

  func approvals(_ filter: String) async throws -> [O2c_V1_Approval] {
    let admin = AdminService(house.environment)
    return try await house.call(
      "o2c.v1.AdminService/ListApprovals",
      O2c_V1_ListApprovalsRequest.with { $0.filter = filter }
    ) { try await admin.listApprovals(request: $0, context: $1) }.message.approvals
  }

  func check(
    _ change: (inout O2c_V1_CheckCreditRequest) -> Void
  ) async throws -> O2c_V1_CreditDecision {
    let credit = CreditService(house.environment)
    return try await house.call(
      "o2c.v1.CreditService/CheckCredit", O2c_V1_CheckCreditRequest.with(change)
    ) { try await credit.checkCredit(request: $0, context: $1) }.message.decision
  }
}

@Suite("The credit desk on a real database", .serialized)
struct CreditAdapterTests {
  @Test("a limit above authority waits, and another person with the authority sets it")
  func limitByTwo() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let clerk = AdapterHouse.person(1, authority: ["credit.limit": 100_000])
      let chief = AdapterHouse.person(2, authority: ["credit.limit": 300_000])
      let waiting = try await desk.setLimit(250_000, as: clerk)
      #expect(waiting.limit.minorUnits == 100_000)
      #expect(waiting.approval.hasPrefix("approvals/"))
      let open = try await desk.approvals(
        "state = OPEN AND subject = \"\(desk.company.customer.name)\"")
      #expect(open.map(\.name) == [waiting.approval])
      #expect(open.first?.amount.minorUnits == 250_000)
      #expect(open.first?.note == "grows")
      // The account moves on meanwhile.
      _ = try await desk.company.place(quantity: "1")
      #expect(
        await house.refusal { _ = try await desk.grant(waiting.approval, as: clerk) }
          == ["FOUR_EYES_REQUIRED"])
      let other = AdapterHouse.person(3, authority: ["credit.limit": 200_000])
      #expect(
        await house.refusal { _ = try await desk.grant(waiting.approval, as: other) }
          == ["AUTHORITY_EXCEEDED"])
      let reader = AdapterHouse.person(4, roles: ["AUDITOR"])
      #expect(
        await house.refusal { _ = try await desk.grant(waiting.approval, as: reader) }
          == ["PERMISSION_MISSING"])
      let granted = try await desk.grant(waiting.approval, as: chief)
      #expect(granted.state == .granted)
      let after = try await desk.get()
      #expect(after.limit.minorUnits == 250_000)
      #expect(after.approval.isEmpty)
      #expect(
        await house.refusal { _ = try await desk.grant(waiting.approval, as: chief) }
          == ["INVALID_STATE_TRANSITION"])
    }
  }

  @Test("a release above authority waits on its order, and a denial leaves it held")
  func releaseByTwo() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let held = try await desk.company.place(quantity: "90")
      #expect(held.state == .onHold)
      #expect(held.credit.passesIf.minorUnits == 107_100 - 100_000)
      #expect(held.credit.rules.first { !$0.passed }?.rule == "LIMIT")
      let credit = CreditService(house.environment)
      let admin = AdminService(house.environment)
      let clerk = AdapterHouse.person(1, authority: ["credit.release": 0])
      let release = O2c_V1_ReleaseCreditHoldRequest.with {
        $0.name = held.name
        $0.note = "good customer"
      }
      func ask() async throws -> O2c_V1_Order {
        try await house.call("o2c.v1.CreditService/ReleaseCreditHold", release, as: clerk) {
          try await credit.releaseCreditHold(request: $0, context: $1)
        }.message
      }
      let first = try await ask()
      #expect(first.state == .onHold && !first.approval.isEmpty)
      _ = try await house.call(
        "o2c.v1.AdminService/DenyApproval",
        O2c_V1_DenyApprovalRequest.with { $0.name = first.approval }, as: AdapterHouse.person(2)
      ) { try await admin.denyApproval(request: $0, context: $1) }
      let second = try await ask()
      #expect(second.approval != first.approval)
      _ = try await desk.grant(second.approval, as: AdapterHouse.person(2))
      let orders = OrderService(house.environment)
      let freed = try await house.call(
        "o2c.v1.OrderService/GetOrder", O2c_V1_GetOrderRequest.with { $0.name = held.name }
      ) { try await orders.getOrder(request: $0, context: $1) }.message
      #expect(freed.state == .confirmed && freed.credit.result == .overridden)
      #expect(freed.approval.isEmpty)
    }
  }

  @Test(
    "a policy is tested, granted by another, and decides from then on; a replay shows the flips")
  func policy() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let admin = AdminService(house.environment)
      let passed = try await desk.company.place(quantity: "5")
      #expect(passed.credit.policyVersion == 1)
      func propose(failing: Bool) async throws -> O2c_V1_Policy {
        try await house.call(
          "o2c.v1.AdminService/CreatePolicyVersion",
          O2c_V1_CreatePolicyVersionRequest.with {
            $0.policy.kind = .credit
            $0.policy.credit.orderSizeMaximum.minorUnits = 2000
            $0.policy.credit.orderSizeMaximum.currencyCode = "EUR"
            $0.policy.testCases = [
              .with {
                $0.displayName = "large"
                $0.credit.orderGross.minorUnits = 2001
                $0.credit.orderGross.currencyCode = "EUR"
                $0.credit.limit.minorUnits = 1
                $0.credit.limit.currencyCode = "EUR"
                $0.failedRules = failing ? ["TERMS"] : ["ORDER_SIZE"]
              }
            ]
          }
        ) { try await admin.createPolicyVersion(request: $0, context: $1) }.message
      }
      #expect(
        await house.refusal { _ = try await propose(failing: true) }
          == ["INVALID_FIELDS", "policy.test_cases[0]"])
      let policy = try await propose(failing: false)
      #expect(policy.state == .proposed && policy.version == 2)
      #expect(
        await house.refusal { _ = try await desk.grant(policy.approval, as: house.admin) }
          == ["FOUR_EYES_REQUIRED"])
      _ = try await desk.grant(policy.approval, as: AdapterHouse.person(2))
      let list = try await house.call(
        "o2c.v1.AdminService/ListPolicies",
        O2c_V1_ListPoliciesRequest.with { $0.filter = "kind = CREDIT AND state = ACTIVE" }
      ) { try await admin.listPolicies(request: $0, context: $1) }.message.policies
      #expect(list.map(\.name) == [policy.name])
      let held = try await desk.company.place(quantity: "5")
      #expect(held.state == .onHold)
      #expect(held.credit.rules.first { !$0.passed }?.threshold == "EUR 20.00")
      #expect(held.credit.policyVersion == 2)
    }
  }

  @Test("a check decides nothing and says every rule, the parts, and the way out in words")
  func check() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      _ = try await desk.company.place(quantity: "80")
      let fits = try await desk.check {
        $0.customer = desk.company.customer.name
        $0.amount.minorUnits = 4800
        $0.amount.currencyCode = "EUR"
      }
      #expect(fits.result == .approved && fits.headroom.minorUnits == 0)
      let over = try await desk.check {
        $0.customer = desk.company.customer.name
        $0.amount.minorUnits = 4801
        $0.amount.currencyCode = "EUR"
        $0.paymentTerms = "net 90"
      }
      #expect(over.result == .denied)
      #expect(over.rules.filter { !$0.passed }.map(\.rule) == ["LIMIT", "TERMS"])
      #expect(over.passesIf.minorUnits == 1)
      #expect(
        over.counterfactuals == [
          "would pass if EUR 0.01 were paid, or the limit raised to EUR 1000.01",
          "would pass with the terms that are agreed (30 days)",
        ])
      #expect(try await desk.get().exposure.orders.minorUnits == 95_200)
      let held = try await desk.company.place(quantity: "10")
      let order = try await desk.check { $0.order = held.name }
      #expect(order.result == .denied && order.exposure.minorUnits == 107_100)
      #expect(
        await house.refusal { _ = try await desk.check { _ in } } == ["INVALID_FIELDS", "customer"])
    }
  }

  @Test("a profile changes by its etag, and shows in the list")
  func profile() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let credit = CreditService(house.environment)
      func update(
        _ etag: String, _ change: @escaping (inout O2c_V1_CreditAccount) -> Void
      ) async throws -> O2c_V1_CreditAccount {
        try await house.call(
          "o2c.v1.CreditService/UpdateCreditAccount",
          O2c_V1_UpdateCreditAccountRequest.with {
            $0.creditAccount.name = desk.account
            $0.creditAccount.etag = etag
            change(&$0.creditAccount)
          }
        ) { try await credit.updateCreditAccount(request: $0, context: $1) }.message
      }
      #expect(
        await house.refusal { _ = try await update("") { $0.blocked = true } } == ["ETAG_REQUIRED"])
      let etag = try await desk.get().etag
      let blocked = try await update(etag) {
        $0.blocked = true
        $0.blockReason = "insolvent"
        $0.externalRating = 40
        $0.agreedTerms = "net 60"
      }
      #expect(blocked.blocked && blocked.blockReason == "insolvent" && blocked.externalRating == 40)
      #expect(
        await house.refusal { _ = try await update(etag) { $0.blocked = true } }
          == ["ETAG_MISMATCH"])
      let held = try await desk.company.place(quantity: "1")
      #expect(held.state == .onHold && held.holds.map(\.reason) == ["BLOCKED"])
      let list = try await house.call(
        "o2c.v1.CreditService/ListCreditAccounts",
        O2c_V1_ListCreditAccountsRequest.with { $0.filter = "blocked = true" }
      ) { try await credit.listCreditAccounts(request: $0, context: $1) }.message.creditAccounts
      #expect(list.map(\.name) == [desk.account])
    }
  }

  @Test("100 clients on one customer: nothing passes the limit, and what a cancel frees is used")
  func hundredClients() async throws {
    try await AdapterHouse.run { house in
      let desk = try await Desk(house)
      let company = desk.company
      // 1,000.00 of limit at 11.90 an order: 84 fit.
      let orders = try await withThrowingTaskGroup(of: O2c_V1_Order.self) { group in
        for _ in 0..<100 { group.addTask { try await company.place(quantity: "1") } }
        var orders: [O2c_V1_Order] = []
        for try await order in group { orders.append(order) }
        return orders
      }
      let confirmed = orders.filter { $0.state == .confirmed }
      #expect(confirmed.count == 84)
      #expect(orders.filter { $0.state == .onHold }.count == 16)
      for order in confirmed {
        #expect(order.credit.exposure.minorUnits <= order.credit.limit.minorUnits)
      }
      let account = try await desk.get()
      #expect(account.exposure.total.minorUnits == 84 * 1190)
      for order in confirmed.prefix(3) {
        try await house.cancel(order.name)
        #expect(try await company.place(quantity: "1").state == .confirmed)
      }
      let next = try #require(confirmed.last)
      try await house.cancel(next.name)
      // The system gives what came free to who waits longest, and to no one else.
      let worker = CreditWorker(
        pool: house.environment.readers, door: house.environment.door,
        logger: house.environment.logger)
      var seen: [ID<Order>: CreditWorker.Look] = [:]
      try await worker.round(house.seller, seen: &seen)
      #expect(seen.count == 16)
      try await worker.round(house.seller, seen: &seen)
      #expect(seen.count == 15)
      #expect(try await desk.get().exposure.total.minorUnits == 84 * 1190)
    }
  }
}
