import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("Above somebody's authority") struct Approvals {}
}

extension EndToEnd.Approvals {
  @Test("a held order is explained, its release asks another person, and then it ships")
  func release() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let clerk = try await database.addClerk(
          "credit-clerk", roles: ["CREDIT"], authority: ["credit.release": 50], by: o2c, at: server)
        let customer = try await o2c.addCustomer("TIGHT", limit: 100)
        // 1.19 and 19 % are 1.42: 0.42 over, then 1.84.
        let held = try await o2c.orders.place(.order(customer, [("P-1", 2)]))
        #expect(held.state == .onHold)
        let check = try await o2c.credit.check(OrderName(validating: held.name)).decision
        #expect(check.result == .denied)
        #expect(check.passesIf == .euro(183))
        #expect(check.rules.filter { !$0.passed }.map(\.rule) == ["LIMIT"])

        let request = ReleaseCreditHoldRequest.with {
          $0.name = held.name
          $0.note = "A good customer"
        }
        let (asked, approval) = try await withOrderToCash(clerk.configuration) { clerk in
          let order = try await clerk.credit.releaseHold(request)
          let name = try ApprovalName(validating: order.approval)
          let own = try await failure { try await clerk.admin.grantApproval(name) }
          #expect(own?.reason == .fourEyesRequired)
          return (order, name)
        }
        #expect(asked.state == .onHold)
        var open: [Approval] = []
        for try await item in o2c.admin.listApprovals(filter: "state = OPEN") { open.append(item) }
        #expect(open.map(\.name) == [approval.rawValue])
        #expect(open.first?.amount == .euro(183))
        #expect(open.first?.requestedBy == clerk.principal.name)
        #expect(try await o2c.admin.grantApproval(approval).state == .granted)
        let order = try await o2c.orders.get(OrderName(validating: held.name))
        #expect(order.state == .confirmed)
        #expect(order.credit.result == .overridden)
        _ = try await o2c.fulfillment.ship(OrderName(validating: held.name))
      }
      let connection = try await database.inspect()
      let findings = try await Invariants.check(connection)
      #expect(findings.isEmpty, "\(findings)")
      await connection.close()
    }
  }

  @Test("a payment frees a held order by itself")
  func reevaluation() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = try await o2c.addCustomer("FREED", limit: 200)
        let held = try await o2c.orders.place(.order(customer, [("P-1", 2)]))
        #expect(held.state == .onHold)
        _ = try await EndToEnd.Features.pay(o2c, customer, 100)
        let name = try OrderName(validating: held.name)
        let end = ContinuousClock.now.advanced(by: .seconds(30))
        while try await o2c.orders.get(name).state == .onHold, ContinuousClock.now < end {
          try await Task.sleep(for: .milliseconds(200))
        }
        let order = try await o2c.orders.get(name)
        #expect(order.state == .confirmed)
        #expect(order.holds.isEmpty)
      }
    }
  }

  @Test("rules of credit start when another person grants them, and deny from then on")
  func policy() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let author = try await database.addClerk("author", roles: ["ADMIN"], by: o2c, at: server)
        let bad = try await failure {
          try await o2c.admin.createPolicyVersion(Self.version(fails: ["LIMIT"]))
        }
        #expect(bad?.reason == .invalidFields)
        let policy = try await withOrderToCash(author.configuration) {
          try await $0.admin.createPolicyVersion(Self.version(fails: ["ORDER_SIZE"]))
        }
        #expect(policy.state == .proposed)
        let customer = database.company.customers[5]
        #expect(try await o2c.orders.place(.order(customer, [("P-1", 20)])).state == .confirmed)
        _ = try await o2c.admin.grantApproval(ApprovalName(validating: policy.approval))
        let held = try await o2c.orders.place(.order(customer, [("P-1", 20)]))
        #expect(held.state == .onHold)
        #expect(held.holds.map(\.reason) == ["ORDER_SIZE"])
        #expect(held.credit.policyVersion == policy.version)

        var sum: ReplayResult?
        let replay = try o2c.admin.replay(
          PolicyName(validating: policy.name), from: .daysFromNow(-1))
        for try await update in replay {
          if case .finished(let result) = update { sum = result }
        }
        #expect(sum?.decisions == 2)
        #expect(sum?.nowDenied == 1)
      }
    }
  }

  /// No order above EUR 20; one of EUR 25 must fail these rules.
  private static func version(fails rules: [String]) -> CreatePolicyVersionRequest {
    .with {
      $0.policy.kind = .credit
      $0.policy.credit.orderSizeMaximum = .euro(2_000)
      $0.policy.testCases = [
        .with {
          $0.displayName = "A large order"
          $0.credit.limit = .euro(100_000)
          $0.credit.orders = .euro(2_500)
          $0.credit.orderGross = .euro(2_500)
          $0.failedRules = rules
        }
      ]
      $0.note = "Smaller orders"
    }
  }
}
