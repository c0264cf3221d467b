import Domain
import Testing

@Suite("Approvals")
struct ApprovalTests {
  private let colleague: ID<Principal> = ID(high: 9, low: 8)

  private func clerk(_ shop: Shop, _ bound: Int64 = 1000) -> Caller {
    Caller(
      principal: shop.admin, permissions: ["credit.limit", "credit.release"],
      authority: ["credit.limit": bound, "credit.release": bound])
  }

  private func chief(_ bound: Int64? = nil) -> Caller {
    Caller(
      principal: colleague, permissions: ["credit.limit", "credit.release", "policies.write"],
      authority: bound.map { ["credit.limit": $0, "credit.release": $0] } ?? [:])
  }

  private func limit(_ shop: Shop, _ minor: Int64) -> SetCreditLimit {
    SetCreditLimit(
      customer: shop.customer, expectedVersion: shop.account.version, limit: Money(minor, .eur))
  }

  /// A clerk wants 500.00 with authority for 10.00.
  private func asked() throws -> (Shop, Approval) {
    var shop = Shop(limit: 0)
    let account = try shop.run(
      UnderApproval(limit(shop, 50_000), method: "Limit", request: [7], note: "please"),
      as: clerk(shop))
    #expect(account.limit == 0)
    let id = try #require(account.approval)
    let approval = try #require(shop.books.approvals[id])
    return (shop, approval)
  }

  @Test("within authority it happens at once")
  func within() throws {
    var shop = Shop(limit: 0)
    let account = try shop.run(
      UnderApproval(limit(shop, 1000), method: "Limit", request: [7], note: ""), as: clerk(shop))
    #expect(account.limit == 1000)
    #expect(account.approval == nil)
    #expect(shop.books.approvals.count == 0)
  }

  @Test("above it an approval keeps the request, and nothing else changes")
  func opens() throws {
    let (shop, approval) = try asked()
    #expect(approval.request == [7])
    #expect(approval.permission == "credit.limit")
    #expect(approval.amount == Money(50_000, .eur))
    #expect(approval.expireTime == shop.now.adding(days: 14))
    #expect(shop.events(.approvalRequested).count == 1)
    #expect(shop.events(.creditLimitChanged).isEmpty)
  }

  @Test("another person with the authority carries it out, also after the account has moved on")
  func grant() throws {
    var (shop, approval) = try asked()
    let product = shop.product("1", taxClass: "ZERO")
    try shop.run(PlaceOrder(shop.request((product, "1"))))
    let stored = SetCreditLimit(
      customer: shop.customer, expectedVersion: nil, limit: Money(50_000, .eur))
    let command = GrantApproval(approval: approval.id, note: "yes", stored: stored)
    #expect(shop.refusal(of: command, as: chief(49_999))?.reason == .authorityExceeded)
    let stranger = Caller(principal: colleague, permissions: [])
    #expect(shop.refusal(of: command, as: stranger)?.reason == .permissionMissing)
    let granted = try shop.run(command, as: chief(50_000))
    #expect(granted.state == .granted)
    #expect(granted.decidedBy == colleague)
    #expect(shop.account.limit == 50_000)
    #expect(shop.account.approval == nil)
    #expect(shop.refusal(of: command, as: chief())?.reason == .invalidStateTransition)
  }

  @Test("who asked does not decide, neither way")
  func fourEyes() throws {
    var (shop, approval) = try asked()
    let both = Caller(principal: shop.admin, permissions: ["credit.limit"])
    let stored = SetCreditLimit(
      customer: shop.customer, expectedVersion: nil, limit: Money(50_000, .eur))
    #expect(
      shop.refusal(of: GrantApproval(approval: approval.id, stored: stored), as: both)?.reason
        == .fourEyesRequired)
    #expect(
      shop.refusal(
        of: DenyApproval(approval: approval.id, subject: approval.subject), as: both)?.reason
        == .fourEyesRequired)
  }

  @Test("a denied wish changes nothing, and its subject no longer waits")
  func deny() throws {
    var (shop, approval) = try asked()
    let denied = try shop.run(
      DenyApproval(approval: approval.id, subject: approval.subject, note: "no"), as: chief())
    #expect(denied.state == .denied)
    #expect(shop.account.approval == nil)
    #expect(shop.account.limit == 0)
  }

  @Test("after 14 days it is over, before any sweep has noticed")
  func expires() throws {
    var (shop, approval) = try asked()
    shop.now = approval.expireTime
    let stored = SetCreditLimit(
      customer: shop.customer, expectedVersion: nil, limit: Money(50_000, .eur))
    let refused = shop.refusal(
      of: GrantApproval(approval: approval.id, stored: stored), as: chief())
    #expect(refused?.metadata["currentState"] == "EXPIRED")
    let expired = try shop.run(ExpireApproval(approval: approval.id, subject: approval.subject))
    #expect(expired.state == .expired)
    #expect(shop.account.approval == nil)
    #expect(shop.events(.approvalExpired).count == 1)
  }

  @Test("a release above authority waits on its order and is carried out by another")
  func release() throws {
    var shop = Shop(limit: 100)
    let product = shop.product("100", taxClass: "ZERO")
    let held = try shop.run(PlaceOrder(shop.request((product, "1"))))
    let command = ReleaseCreditHold(order: held.id, note: "go")
    let waiting = try shop.run(
      UnderApproval(command, method: "Release", request: [], note: "go"), as: clerk(shop))
    #expect(waiting.state == .onHold)
    let id = try #require(waiting.approval)
    #expect(shop.books.approvals[id]?.amount == Money(9900, .eur))
    try shop.run(GrantApproval(approval: id, stored: command), as: chief())
    let freed = try #require(shop.books.orders[held.id])
    #expect(freed.state == .confirmed)
    #expect(freed.credit?.result == .overridden)
    #expect(freed.credit?.amount == 10_000)
    #expect(freed.approval == nil)
  }
}

@Suite("Policies")
struct PolicyTests {
  private let colleague: ID<Principal> = ID(high: 9, low: 8)

  private func propose(_ shop: Shop, _ tests: [Policy.TestCase] = [], from day: CalendarDay? = nil)
    -> CreatePolicyVersion
  {
    var rules = CreditRules(in: .eur)
    rules.largestOrder = 5000
    return CreatePolicyVersion(
      rules: .credit(rules), validFrom: day, testCases: tests, method: "Policy", request: [])
  }

  private func test(_ gross: Int64, _ failed: [CreditRule]) -> Policy.TestCase {
    var inputs = CreditInputs()
    inputs.gross = gross
    return Policy.TestCase(
      name: "order of \(gross)", inputs: inputs, checkpoint: .confirm, failed: failed)
  }

  @Test("a version starts on its day, once someone else has granted it")
  func starts() throws {
    var shop = Shop()
    let day = shop.today.adding(days: 2)
    let policy = try shop.run(propose(shop, from: day))
    #expect(policy.number == 2)
    #expect(policy.state(on: shop.today, current: nil) == .proposed)
    let approval = try #require(policy.approval)
    let grant = GrantApproval(approval: approval, stored: StartPolicyVersion(policy: policy.id))
    #expect(
      shop.refusal(
        of: grant, as: Caller(principal: shop.admin, permissions: ["policies.write"]))?.reason
        == .fourEyesRequired)
    try shop.run(grant, as: Caller(principal: colleague, permissions: ["policies.write"]))
    let product = shop.product("100", taxClass: "ZERO")
    #expect(try shop.run(PlaceOrder(shop.request((product, "1")))).state == .confirmed)
    shop.now = shop.now.adding(days: 2)
    let held = try shop.run(PlaceOrder(shop.request((product, "1"))))
    #expect(held.credit?.failed == [.orderSize])
    #expect(held.credit?.policy == 2)
    #expect(
      shop.events(.creditDecided).last?.data.contains(#""ORDER_SIZE":[5000,10000]"#) == true)
    let next = try shop.run(propose(shop))
    #expect(next.number == 3)
  }

  @Test("every test case must come out as expected, else nothing is proposed")
  func testCases() throws {
    var shop = Shop()
    let good = [test(5000, []), test(5001, [.orderSize])]
    let refused = shop.refusal(of: propose(shop, good + [test(6000, []), test(1, [.limit])]))
    #expect(
      refused?.violations.map(\.field) == ["policy.test_cases[2]", "policy.test_cases[3]"])
    #expect(try shop.run(propose(shop, good)).testCases == good)
  }

  @Test("a version that is denied never starts")
  func denied() throws {
    var shop = Shop()
    let policy = try shop.run(propose(shop))
    let approval = try #require(policy.approval)
    try shop.run(
      DenyApproval(approval: approval, subject: ResourceRef(.policy, policy.id)),
      as: Caller(principal: colleague))
    #expect(shop.books.policies[policy.id]?.decision == .rejected)
    #expect(shop.books.creditRules(on: shop.today).version == 1)
  }

  @Test("no version starts in the past")
  func past() {
    var shop = Shop()
    #expect(
      shop.refusal(of: propose(shop, from: shop.today.adding(days: -1)))?.violations.map(\.field)
        == ["policy.valid_from_date"])
  }
}
