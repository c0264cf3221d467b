import Domain
import Testing

@Suite("Credit rules")
struct CreditRulesTests {
  private let rules = CreditRules(in: .eur)

  /// Inputs that pass everything: nothing owed, a limit of 10,000.00.
  private func inputs(_ change: (inout CreditInputs) -> Void = { _ in }) -> CreditInputs {
    var inputs = CreditInputs()
    inputs.limit = 1_000_000
    inputs.hasInvoices = true
    inputs.terms = .init(days: 30, agreedDays: 30, isDiscountBetter: false)
    inputs.daysPastReview = 0
    change(&inputs)
    return inputs
  }

  private func assess(
    _ inputs: CreditInputs, _ rules: CreditRules? = nil, at checkpoint: CreditCheckpoint = .confirm
  ) -> CreditDecision {
    CreditAssessment(
      inputs, rules ?? self.rules, at: checkpoint, now: Instant(microseconds: 0)
    ).decision
  }

  @Test("3,000 overdue of 8,000: denied, and 1,333.34 of it paid passes, 1,333.33 does not")
  func overdueShare() {
    func overdue(_ overdue: Int64, of items: Int64) -> CreditDecision {
      assess(
        inputs {
          $0.overdue = overdue
          $0.openItems = items
        })
    }
    let denied = overdue(300_000, of: 800_000)
    #expect(denied.failed == [.overdueShare])
    #expect(denied.passesIf == 133_334)
    #expect(overdue(300_000 - 133_334, of: 800_000 - 133_334).result == .approved)
    #expect(overdue(300_000 - 133_333, of: 800_000 - 133_333).failed == [.overdueShare])
  }

  @Test("down to the minimum is enough where that is less than down to the share")
  func overdueMinimum() {
    let denied = assess(
      inputs {
        $0.overdue = 60_000
        $0.openItems = 60_000
      })
    // ⌈(60,000 − 15,000) ÷ 0.75⌉ = 60,000; down to 500.00 it is 10,000.
    #expect(denied.passesIf == 10_000)
    #expect(
      assess(
        inputs {
          $0.overdue = 50_000
          $0.openItems = 50_000
        }
      ).result == .approved)
  }

  @Test("all rules run and every failure is listed with threshold and value")
  func allFailures() {
    var rules = rules
    rules.largestOrder = 100
    rules.largestFirstOrder = 50
    let decision = assess(
      inputs {
        $0.isBlocked = true
        $0.hasAccount = false
        $0.openItems = 1_200_000
        $0.group = .init(owed: 1_300_000, unappliedCash: 0, limit: 1_250_000)
        $0.overdue = 1_200_000
        $0.oldestDays = 31
        $0.tooOld = 900_000
        $0.terms = .init(days: 60, agreedDays: 30, isDiscountBetter: false)
        $0.daysPastReview = 15
        $0.dunningLevel = 3
        $0.gross = 101
        $0.hasInvoices = false
      }, rules)
    // Who pays in advance is asked for that alone.
    #expect(decision.failed == CreditRule.allCases.filter { $0 != .prepayment })
    #expect(
      decision.failures[2]
        == RuleOutcome(.limit, threshold: 1_000_000, value: 1_200_000, passed: false))
    #expect(
      decision.failures[4] == RuleOutcome(.overdueDays, threshold: 30, value: 31, passed: false))
    #expect(
      decision.failures[7] == RuleOutcome(.reviewExpired, threshold: 14, value: 15, passed: false))
    // LIMIT 200,000; GROUP_LIMIT 50,000; OVERDUE_DAYS 900,000; OVERDUE_SHARE 1,150,000 or less.
    #expect(decision.passesIf == 1_150_000)
    #expect(decision.excess == 200_000)
  }

  typealias Change = @Sendable (inout CreditInputs) -> Void

  static let bounds: [(CreditRule, Change, Change)] = [
    (.blocked, { $0.isBlocked = false }, { $0.isBlocked = true }),
    (
      .prepayment, { $0.prepayment = .init(required: 100, paid: 100) },
      { $0.prepayment = .init(required: 100, paid: 99) }
    ),
    (.noAccount, { $0.hasAccount = true }, { $0.hasAccount = false }),
    (.limit, { $0.added = 1_000_000 }, { $0.added = 1_000_001 }),
    (
      .groupLimit, { $0.group = .init(owed: 90, unappliedCash: 0, limit: 90) },
      { $0.group = .init(owed: 91, unappliedCash: 0, limit: 90) }
    ),
    (.overdueDays, { $0.oldestDays = 30 }, { $0.oldestDays = 31 }),
    (
      .terms, { $0.terms?.days = 29 },
      { $0.terms = .init(days: 30, agreedDays: 30, isDiscountBetter: true) }
    ),
    (.reviewExpired, { $0.daysPastReview = 14 }, { $0.daysPastReview = 15 }),
    (.dunning, { $0.dunningLevel = 2 }, { $0.dunningLevel = 3 }),
  ]

  @Test("each rule denies just past its threshold", arguments: bounds.indices)
  func thresholds(index: Int) {
    let (rule, passes, fails) = Self.bounds[index]
    #expect(assess(inputs(passes)).result == .approved)
    #expect(assess(inputs(fails)).failed == [rule])
  }

  @Test("at shipping only block, limit, overdue days and dunning are asked")
  func shipping() {
    let decision: CreditDecision = assess(
      inputs {
        $0.hasAccount = false
        $0.overdue = 900_000
        $0.openItems = 900_000
        $0.terms = .init(days: 90, agreedDays: 30, isDiscountBetter: true)
        $0.daysPastReview = 100
      }, at: .ship)
    #expect(decision.result == .approved)
    #expect(assess(inputs { $0.oldestDays = 31 }, at: .ship).failed == [.overdueDays])
    #expect(assess(inputs { $0.dunningLevel = 3 }, at: .ship).failed == [.dunning])
  }

  @Test("a tolerance widens the limit, and the counterfactual leads just inside it")
  func tolerance() {
    var rules = rules
    rules.limitTolerance = Percent(whole: 5)
    #expect(assess(inputs { $0.added = 1_050_000 }, rules).result == .approved)
    let denied = assess(inputs { $0.added = 1_050_001 }, rules)
    #expect(denied.failed == [.limit])
    #expect(denied.passesIf == 1)
  }

  @Test("money not yet applied counts unless the policy says it does not")
  func unapplied() {
    let paid = inputs {
      $0.added = 1_000_100
      $0.unappliedCash = 100
    }
    #expect(assess(paid).result == .approved)
    var rules = rules
    rules.deductsUnapplied = false
    #expect(assess(paid, rules).failed == [.limit])
  }

  @Test("terms are worse for the seller when due later or with a discount that was not agreed")
  func terms() throws {
    let day = try #require(CalendarDay("2026-01-15"))
    let agreed = try #require(PaymentTerms("2/10 net 30"))
    for (text, isLonger, isBetter) in [
      ("net 30", false, false), ("2/10 net 30", false, false), ("1/10 net 30", false, false),
      ("2/14 net 30", false, true), ("3/10 net 30", false, true), ("net 31", true, false),
      ("net 30 EOM", true, false), ("due on receipt", false, false),
    ] {
      let wanted = try #require(PaymentTerms(text))
      let terms = CreditInputs.Terms(wanted, agreed: agreed, on: day)
      #expect((terms.days > terms.agreedDays) == isLonger, "\(text)")
      #expect(terms.isDiscountBetter == isBetter, "\(text)")
    }
  }
}

@Suite("Credit scores")
struct CreditScoreTests {
  @Test("5 days, 8 % overdue, 20 months, one broken promise, rating 70: 70, class B, 72,000")
  func worked() throws {
    let day = try #require(CalendarDay("2026-06-15"))
    var history = PaymentHistory()
    history.paid = 100_000
    history.weightedDays = 500_000
    history.receivables = 100_000
    history.overdue = 8_000
    history.firstInvoice = CalendarDay("2024-10-01")
    history.incidents = 1
    history.externalRating = 70
    history.paidInvoices = 12
    history.sales = 12 * 2_400_000
    let scoring = CreditScoring(in: .eur)
    let proposal = scoring.proposal(from: history, terms: .net30, on: day, .eur)
    let score = proposal.score
    #expect(
      [score.punctuality, score.overdue, score.age, score.incidents, score.rating]
        == [24, 14, 10, 8, 14])
    #expect(score.total == 70)
    #expect(proposal.riskClass == .b)
    #expect(proposal.limit == 7_200_000)
    #expect(proposal.nextReview == day.adding(days: 180))
    history.paidInvoices = 2
    #expect(
      scoring.proposal(from: history, terms: .net30, on: day, .eur).limit == 500_000)
  }

  @Test("each part steps at its bounds")
  func parts() throws {
    let day = try #require(CalendarDay("2026-06-15"))
    func score(_ change: (inout PaymentHistory) -> Void) -> CreditScore {
      var history = PaymentHistory()
      change(&history)
      return CreditScore(of: history, on: day)
    }
    #expect(score { _ in }.punctuality == 12)
    for (days, points) in [(-1, 30), (0, 30), (7, 24), (15, 16), (30, 8), (31, 0)]
      as [(Int64, Int64)]
    {
      #expect(
        score {
          $0.paid = 10
          $0.weightedDays = days * 10
        }.punctuality == points, "\(days)")
    }
    for (percent, points) in [(0, 20), (10, 14), (11, 7), (25, 7), (26, 0)] as [(Int64, Int64)] {
      #expect(
        score {
          $0.receivables = 100
          $0.overdue = percent
        }.overdue == points, "\(percent)")
    }
    for (first, points) in [
      ("2023-06-15", 15), ("2023-06-16", 10), ("2025-06-15", 10), ("2025-06-16", 5),
      ("2026-03-15", 5), ("2026-03-16", 0),
    ] as [(String, Int64)] {
      #expect(score { $0.firstInvoice = CalendarDay(first) }.age == points, "\(first)")
    }
    for (count, points) in [(0, 15), (1, 8), (2, 3), (3, 0), (9, 0)] as [(Int64, Int64)] {
      #expect(score { $0.incidents = count }.incidents == points, "\(count)")
    }
    #expect(score { _ in }.rating == 8)
    #expect(score { $0.externalRating = 100 }.rating == 20)
    #expect(score { $0.externalRating = 74 }.rating == 14)
  }

  @Test("the cap bounds a limit, and it is whole thousands")
  func limits() throws {
    let day = try #require(CalendarDay("2026-06-15"))
    let scoring = CreditScoring(in: .eur)
    var history = PaymentHistory()
    history.paidInvoices = 3
    history.sales = 12 * 99_999_999_00
    let a = scoring.band(of: 80)
    #expect(scoring.limit(in: a, history, termsDays: 30, .eur) == 50_000_000)
    history.sales = 12 * 1_234_567
    #expect(scoring.limit(in: a, history, termsDays: 0, .eur) == 2_400_000)
    #expect(scoring.band(of: 79).riskClass == .b)
    #expect(scoring.band(of: 0).riskClass == .e)
    #expect(scoring.proposal(from: PaymentHistory(), terms: .net30, on: day, .eur).riskClass == .c)
  }
}
