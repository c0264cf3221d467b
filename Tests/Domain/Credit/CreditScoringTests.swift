import Domain
import Testing

@Suite("Scores by a policy")
struct CreditScoringTests {
  private static let day = CalendarDay(year: 2026, month: 1, day: 15)!

  private static var example: PaymentHistory {
    var history = PaymentHistory()
    history.paid = 100
    history.weightedDays = 500
    history.receivables = 100
    history.overdue = 8
    history.firstInvoice = CalendarDay(year: 2024, month: 5, day: 1)
    history.incidents = 1
    history.externalRating = 70
    history.paidInvoices = 5
    history.sales = 28_800_000
    return history
  }

  @Test("the worked example: 24 + 14 + 10 + 8 + 14 = 70, class B, limit 72,000")
  func standard() {
    let proposal = CreditScoring(in: .eur).proposal(
      from: Self.example, terms: .net30, on: Self.day, .eur)
    let score = proposal.score
    #expect(
      [score.punctuality, score.overdue, score.age, score.incidents, score.rating]
        == [24, 14, 10, 8, 14])
    #expect(score.total == 70)
    #expect(proposal.riskClass == .b)
    #expect(proposal.limit == 7_200_000)
    #expect(Self.example.meanDays == 5)
    #expect(Self.example.overdueShare == Percent(whole: 8))
    #expect(Self.example.months(on: Self.day) == 20)
  }

  @Test("another table of points and other classes give another score, class and limit")
  func other() {
    var scoring = CreditScoring(in: .eur)
    scoring.points.days = [.init(5, 40)]
    scoring.points.overdue = [.init(5_000_000, 20)]
    scoring.points.months = [.init(0, 1), .init(20, 12)]
    scoring.points.incidents = [.init(0, 10)]
    scoring.points.rating = 10
    scoring.classes = [
      .init(.a, from: 60, factor: Percent(whole: 1), cap: 500_000, start: 0, reviewDays: 10),
      .init(.d, from: 0, factor: .zero, cap: 0, start: 0, reviewDays: 5),
    ]
    let proposal = scoring.proposal(from: Self.example, terms: .net30, on: Self.day, .eur)
    #expect(proposal.score.total == 40 + 0 + 12 + 0 + 7)
    #expect(proposal.riskClass == .d)
    scoring.points.incidents = [.init(1, 1)]
    let better = scoring.proposal(from: Self.example, terms: .net30, on: Self.day, .eur)
    #expect(better.riskClass == .a)
    #expect(better.limit == 500_000)
    #expect(better.nextReview == Self.day.adding(days: 10))
  }

  @Test("classes that overlap and points that make no sense are refused, all at once")
  func form() throws {
    var shop = Shop()
    var rules = CreditRules(in: .eur)
    rules.scoring.classes = [
      .init(.a, from: 50, factor: .zero, cap: 10, start: 11, reviewDays: 10),
      .init(.a, from: 50, factor: .zero, cap: 0, start: 0, reviewDays: 10),
      .init(.b, from: 5, factor: .zero, cap: 0, start: 0, reviewDays: 10),
    ]
    rules.scoring.points.days = [.init(0, 10), .init(0, 11)]
    rules.scoring.points.months = [.init(1, 10), .init(2, 9)]
    rules.scoring.points.rating = 90
    let refusal = shop.refusal(
      of: CreatePolicyVersion(
        rules: .credit(rules), validFrom: nil, testCases: [], method: "Policy", request: []))
    #expect(
      refusal?.violations.map(\.field) == [
        "policy.credit.classes[0].start_limit", "policy.credit.classes[1].risk_class",
        "policy.credit.classes[1].from_score", "policy.credit.classes[2].from_score",
        "policy.credit.score_table.days_beyond_terms[1].bound",
        "policy.credit.score_table.days_beyond_terms[1].points",
        "policy.credit.score_table.months[1].points", "policy.credit.score_table",
      ])
  }
}

@Suite("Sweeps over credit accounts")
struct CreditSweepTests {
  @Test("a temporary limit that is over is noted once, and not before its last day has passed")
  func temporaryLimit() throws {
    var shop = Shop(limit: 1000)
    try shop.run(
      SetCreditLimit(
        customer: shop.customer, expectedVersion: nil, limit: Money(1000, .eur),
        temporaryLimit: (Money(5000, .eur), shop.today.adding(days: 1))))
    let sweep = ExpireTemporaryLimit(customer: shop.customer)
    shop.now = shop.now.adding(days: 1)
    try shop.run(sweep)
    #expect(shop.account.limit(on: shop.today) == 5000)
    #expect(shop.events(.creditLimitExpired).isEmpty)
    shop.now = shop.now.adding(days: 1)
    #expect(shop.account.limit(on: shop.today) == 1000)
    try shop.run(sweep)
    #expect(shop.account.temporaryLimit == nil)
    let version = shop.account.version
    try shop.run(sweep)
    #expect(shop.account.version == version)
    let events = shop.events(.creditLimitExpired)
    #expect(events.count == 1)
    #expect(events[0].data.contains(#""temporary_minor":5000,"temporary_until":"2026-01-16""#))
  }

  @Test("people are warned once going up to the share, and again only after it has been less")
  func utilization() throws {
    var shop = Shop(limit: 10_000)
    let product = shop.product("10", taxClass: "ZERO")
    let sweep = WarnOfUtilization(customer: shop.customer)
    func warned() -> Int { shop.events(.creditUtilizationWarned).count }
    let first = try shop.run(PlaceOrder(shop.request((product, "7"))))
    try shop.run(sweep)
    #expect(warned() == 0)
    let second = try shop.run(PlaceOrder(shop.request((product, "1"))))
    try shop.run(sweep)
    try shop.run(sweep)
    #expect(warned() == 1)
    #expect(
      shop.events(.creditUtilizationWarned)[0].data
        .contains(#""exposure_minor":8000,"limit_minor":10000,"warning_percent":"80""#))
    try shop.run(CancelOrder(order: second.id, reasonCode: "CUSTOMER"))
    try shop.run(sweep)
    #expect(!shop.account.isWarned)
    #expect(warned() == 1)
    try shop.run(PlaceOrder(shop.request((product, "3"))))
    try shop.run(sweep)
    #expect(warned() == 2)
    #expect(first.state == .confirmed)
  }

  @Test("a policy without a share warns nobody, and the head of a group is warned for all of it")
  func rules() {
    var rules = CreditRules(in: .eur)
    var account = CreditAccount(
      customer: nowhere(), currency: .eur, at: Instant(microseconds: 0))
    account.limit = 1000
    account.openItems = 100
    let day = CalendarDay(daysSince1970: 20_000)
    #expect(!rules.warns(of: account, on: day))
    account.members = 1
    account.membersOwed = 800
    account.membersUnappliedCash = 150
    #expect(!rules.warns(of: account, on: day))
    rules.deductsUnapplied = false
    #expect(rules.warns(of: account, on: day))
    rules.utilizationWarning = nil
    #expect(!rules.warns(of: account, on: day))
  }
}
