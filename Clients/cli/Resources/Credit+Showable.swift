import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_CreditAccount: Showable {
  var identifier: String { customer }

  static var columns: [Column<Self>] {
    [
      Column("customer", flexible: true) { .reference($0.customer) },
      Column("class", rank: 2) { .state($0.riskClass) },
      Column("limit") { .money($0.limit) },
      Column("temporary limit", rank: 7) { .money($0.temporaryLimit.amount) },
      Column("until", rank: 7) { .day($0.temporaryLimit.untilDate) },
      Column("open orders", rank: 6) { .money($0.exposure.orders) },
      Column("unbilled", rank: 6) { .money($0.exposure.unbilledShipments) },
      Column("open items", rank: 5) { .money($0.exposure.openItems) },
      Column("unapplied", rank: 6) { .money($0.exposure.unapplied) },
      Column("exposure") { .money($0.exposure.total) },
      Column("headroom") { .money($0.headroom) },
      Column("used %", rank: 3) { .number(optional: $0.utilizationPercent) },
      Column("overdue", rank: 4) { .money($0.overdueAmount) },
      Column("review", rank: 1) { .day($0.nextReviewDate) },
      Column("blocked", rank: 3) { .text(optional: $0.blocked ? "yes" : "") },
      Column("etag", rank: 9) { .text(optional: $0.etag) },
    ]
  }

  var sections: [Section] {
    var facts: [(String, Cell)] = [
      ("customer", .reference(customer)), ("group", .reference(optional: group)),
      ("blocked", .text(optional: blocked ? "yes: \(blockReason)" : "")),
      ("class", .state(riskClass)),
      ("score", .number(optional: hasScore ? String(score) : "")),
      ("external rating", .number(optional: hasExternalRating ? String(externalRating) : "")),
      ("limit", .money(limit)), ("temporary limit", .money(temporaryLimit.amount)),
      ("until", .day(temporaryLimit.untilDate)), ("waits for", .text(optional: approval)),
      ("proposed limit", .money(proposedLimit)), ("insured", .money(insuredAmount)),
      ("agreed terms", .text(optional: agreedTerms)), ("next review", .day(nextReviewDate)),
      ("overdue", .money(overdueAmount)),
    ]
    if oldestOverdueDays > 0 {
      facts.append(("oldest overdue", .text("\(oldestOverdueDays) days")))
    }
    var sections: [Section] = [
      .facts(facts), .table("exposure", exposure.table(limit: limit, headroom: headroom)),
    ]
    if hasGroupExposure {
      sections.append(.table("exposure of the group", groupExposure.table()))
    }
    if !scoreParts.isEmpty {
      sections.append(
        .table(
          "score",
          Table(
            scoreParts,
            [
              Column("what") { .text($0.factor) },
              Column("found", flexible: true) { .text($0.value.isEmpty ? "no history" : $0.value) },
              Column("points") { .number(String($0.points)) },
            ])))
    }
    return sections + [.facts([("used %", .number(optional: utilizationPercent))])]
      + [.facts([("etag", .text(optional: etag))])]
  }
}

extension O2c_V1_CreditAccount.Exposure {
  /// What the customer owes, part by part, and what is left of the limit.
  func table(limit: Money = Money(), headroom: Money = Money()) -> Table {
    ExposureTable.table(
      orders: orders, unbilled: unbilledShipments, items: openItems, unapplied: unapplied,
      total: total, limit: limit, headroom: headroom)
  }
}

/// Exposure as a sum: its parts, what is taken off, the total beside the limit.
enum ExposureTable {
  static func table(
    orders: Money, unbilled: Money, items: Money, unapplied: Money, total: Money, limit: Money,
    headroom: Money
  ) -> Table {
    let rows: [(String, Money)] = [
      ("open orders", orders), ("shipped, not invoiced", unbilled), ("open items", items),
      (
        "less unapplied cash",
        .with {
          $0.minorUnits = 0 &- unapplied.minorUnits
          $0.currencyCode = unapplied.currencyCode
        }
      ), ("= exposure", total), ("limit in force", limit), ("headroom", headroom),
    ]
    return Table(
      rows.filter { !$0.1.currencyCode.isEmpty },
      [Column("part") { .text($0.0) }, Column("amount") { .money($0.1) }])
  }
}

extension O2c_V1_Approval: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("asked", rank: 5) { .time($0.createTime) },
      Column("state", rank: 4) { .state($0.state) },
      Column("what", flexible: true) { .text($0.shortMethod) },
      Column("subject", flexible: true) { .reference(optional: $0.subject) },
      Column("amount") { .money($0.amount) },
      Column("asked by", flexible: true, rank: 1) { .reference(optional: $0.requestedBy) },
      Column("expires", rank: 6) { .time($0.expireTime) },
      Column("name") { .handle($0.name) },
    ]
  }

  var sections: [Section] {
    [
      .facts([
        ("name", .text(optional: name)), ("state", .state(state)), ("what", .text(summary)),
        ("subject", .reference(optional: subject)), ("method", .text(shortMethod)),
        ("permission", .text(optional: permission)), ("amount", .money(amount)),
        ("asked by", .reference(optional: requestedBy)), ("asked", .time(createTime)),
        ("note", .text(optional: note)), ("expires", .time(expireTime)),
        ("decided by", .reference(optional: decidedBy)), ("decided", .time(decideTime)),
        ("decision note", .text(optional: decisionNote)), ("etag", .text(optional: etag)),
      ])
    ]
  }

  /// The method without its package and service.
  private var shortMethod: String { method.split(separator: "/").last.map(String.init) ?? method }
}

extension O2c_V1_ReplayPolicyResponse.Flip: Showable {
  var identifier: String { order }

  static var columns: [Column<Self>] {
    [
      Column("order", flexible: true) { .reference(optional: $0.order) },
      Column("customer", flexible: true) { .reference(optional: $0.customer) },
      Column("was") { .state($0.was) },
      Column("would be") { .state($0.wouldBe.result) },
      Column("rules", flexible: true) { .text($0.wouldBe.failedRules.joined(separator: ", ")) },
      Column("exposure", rank: 1) { .money($0.wouldBe.exposure) },
      Column("limit", rank: 2) { .money($0.wouldBe.limit) },
      Column("decided", rank: 3) { .time($0.wouldBe.decideTime) },
    ]
  }
}

extension O2c_V1_CreditDecision {
  /// Names of the rules that deny.
  var failedRules: [String] { rules.filter { !$0.passed }.map(\.rule) }
}
