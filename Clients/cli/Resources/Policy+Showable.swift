import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Policy: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("kind") { .state($0.kind) },
      Column("version") { .number(optional: $0.version == 0 ? "" : String($0.version)) },
      Column("state") { .state($0.state) },
      Column("valid from", rank: 1) { .day($0.validFromDate) },
      Column("author", flexible: true, rank: 2) { .reference(optional: $0.author) },
      Column("approver", flexible: true, rank: 3) { .reference(optional: $0.approver) },
      Column("note", flexible: true, rank: 4) { .text(optional: $0.note) },
      Column("name") { .handle($0.name) },
    ]
  }

  var sections: [Section] {
    var facts: [(String, Cell)] = Self.columns.dropLast()
      .map { ($0.heading.title, $0.cell(self)) }
    facts += [("name", .text(optional: name)), ("waits for", .text(optional: approval))]
    var sections: [Section] = [.facts(facts)]
    switch rules {
    case .credit(let rules): sections += PolicyTables.sections(rules)
    case .pricing(let rules): sections += PolicyTables.sections(rules)
    case nil: break
    }
    if !testCases.isEmpty {
      sections.append(
        .table(
          "test cases",
          Table(
            testCases,
            [
              Column("case", flexible: true) { .text($0.displayName) },
              Column("must fail") { test in
                .text(
                  test.failedRules.isEmpty ? "nothing" : test.failedRules.joined(separator: ", "))
              },
            ])))
    }
    return sections + [.facts([("etag", .text(optional: etag))])]
  }
}

/// Rules in tables: what each allows, the classes of customers, the points of a score.
enum PolicyTables {
  private struct Rule {
    let name: String
    let says: String

    init(_ name: String, _ says: String) {
      self.name = name
      self.says = says
    }
  }

  static func sections(_ rules: CreditRules) -> [Section] {
    var sections: [Section] = [.table("rules", table(credit(rules)))]
    if !rules.classes.isEmpty {
      sections.append(.table("classes", Table(rules.classes, classes)))
    }
    if rules.hasScoreTable { sections.append(.table("points", table(points(rules.scoreTable)))) }
    return sections
  }

  static func sections(_ rules: PricingRules) -> [Section] {
    [.table("rules", table(pricing(rules)))]
  }

  private static func table(_ rules: [Rule]) -> Table {
    Table(
      rules,
      [
        Column("rule") { .text($0.name) }, Column("allows", flexible: true) { .text($0.says) },
      ])
  }

  private static func text(_ money: Money) -> String { Cell.money(money).forPeople }

  private static func credit(_ rules: CreditRules) -> [Rule] {
    var found = [
      Rule("LIMIT", "exposure up to \(rules.limitTolerancePercent) % above the limit"),
      Rule(
        "OVERDUE_DAYS",
        rules.overdueDays < 0
          ? "off"
          : "items of \(text(rules.overdueItemMinimum)) or more up to \(rules.overdueDays) days late"
      ),
      Rule(
        "OVERDUE_SHARE",
        rules.hasOverdueSharePercent
          ? "\(rules.overdueSharePercent) % of what is open, or \(text(rules.overdueShareMinimum))"
          : "off"),
      Rule("TERMS", rules.checkTerms ? "terms no better than agreed" : "off"),
      Rule(
        "REVIEW_EXPIRED",
        rules.reviewGraceDays < 0 ? "off" : "\(rules.reviewGraceDays) days past the review date"),
      Rule(
        "DUNNING",
        rules.dunningLevel == 0 ? "off" : "items reminded less than \(rules.dunningLevel) times"
      ),
    ]
    found.append(Rule("PREPAYMENT", "orders with terms CIA whose deposits are paid in full"))
    found.append(
      Rule("ORDER_SIZE", rules.hasOrderSizeMaximum ? text(rules.orderSizeMaximum) : "off"))
    found.append(
      Rule("FIRST_ORDER", rules.hasFirstOrderMaximum ? text(rules.firstOrderMaximum) : "off"))
    found.append(
      Rule("unapplied cash", rules.deductUnapplied ? "lowers exposure" : "does not count"))
    let share = rules.utilizationWarningPercent
    found.append(
      Rule("warning", DecimalText.isZero(share) ? "off" : "from \(share) % of the limit on"))
    return found
  }

  private static let classes: [Column<O2c_V1_RiskClassBand>] = [
    Column("class") { .state($0.riskClass) },
    Column("from score") { .number(String($0.fromScore)) },
    Column("factor") { .number(optional: $0.factor) },
    Column("up to") { .money($0.limitMaximum) },
    Column("start") { .money($0.startLimit) },
    Column("review after") { .text("\($0.reviewDays) days") },
  ]

  private static func points(_ table: O2c_V1_ScoreTable) -> [Rule] {
    func steps(_ steps: [O2c_V1_ScoreTable.Step], _ sign: String, _ unit: String) -> String {
      steps.map { "\(sign) \($0.bound)\(unit): \($0.points)" }.joined(separator: ", ")
    }
    return [
      Rule(
        "DAYS_BEYOND_TERMS",
        steps(table.daysBeyondTerms, "≤", "") + ", no history: \(table.noHistoryPoints)"),
      Rule("OVERDUE_SHARE", steps(table.overdueShare, "≤", " %")),
      Rule("AGE", steps(table.months, "≥", " months")),
      Rule("INCIDENTS", steps(table.incidents, "≤", "")),
      Rule(
        "EXTERNAL_RATING", "up to \(table.ratingPoints) at 100, none: \(table.noRatingPoints)"),
    ]
  }

  private static func pricing(_ rules: PricingRules) -> [Rule] {
    let stacking =
      switch rules.stacking {
      case .largestOnly: "the largest alone counts"
      case .notOnList: "none by hand on top of the price list's"
      default: "each on what those before it left"
      }
    return [
      Rule("LINE_PERCENT", "\(rules.lineDiscountPercent) % off a line by anyone who takes orders"),
      Rule("LINE_MAXIMUM", "\(rules.lineDiscountMaximumPercent) % with orders.discount"),
      Rule("ORDER_PERCENT", "\(rules.orderDiscountPercent) % off the whole by anyone"),
      Rule("ORDER_MAXIMUM", "\(rules.orderDiscountMaximumPercent) % with orders.discount"),
      Rule("LINE_COUNT", "\(rules.lineDiscounts) discounts a line"),
      Rule("ORDER_COUNT", "\(rules.orderDiscounts) discounts on the whole"),
      Rule("STACKING", stacking),
      Rule(
        "REASON",
        rules.reasonCodes.isEmpty
          ? "any reason, and none" : rules.reasonCodes.joined(separator: ", ")
      ),
      Rule(
        "MINIMUM_VALUE",
        rules.hasMinimumOrderValue ? "orders from \(text(rules.minimumOrderValue)) net" : "off"),
    ]
  }
}
