import Foundation
import OrderToCash
import OrderToCashAPI
import SwiftProtobuf

/// A credit decision, rule by rule: what was allowed, what was found, and what would let it pass.
enum DecisionScreen {
  /// What the rules say of a customer and an amount, or of an order as it is now.
  ///
  /// - Parameter zone: the seller's, for its times; UTC when nil.
  static func screen(
    _ check: CreditCheck, order: Order? = nil, zone: TimeZone? = nil
  ) -> Screen {
    let decision = check.decision
    var facts: [(String, Cell)] = []
    if let order {
      facts = [
        ("order", .text(order.orderNumber)), ("customer", .reference(order.customer)),
        ("bill to", .reference(optional: order.debtor == order.customer ? "" : order.debtor)),
        ("gross", .money(order.totals.gross)), ("state", .text(order.stateText)),
        ("decided", .text(optional: order.hasCredit ? order.credit.oneLine(in: zone) : "")),
        ("waits for", .text(optional: order.approval)),
      ]
    } else if let account = check.creditAccounts.first {
      facts = [("customer", .reference(account.customer))]
    }
    facts.append((order == nil ? "credit" : "now", .text(decision.oneLine(in: zone))))
    var sections: [Section] = [
      .facts(facts), .table("rules", rules(decision)),
      .table("exposure with it", exposure(decision)),
      .text("would pass", ways(decision)),
    ]
    if var order {
      // What would let it pass now, not what would have when it was held.
      order.credit = decision
      sections.append(.text("next", NextSteps.credit(of: order)))
    }
    return Screen(
      message: check, sections: sections, table: rules(decision),
      names: check.creditAccounts.map(\.name))
  }

  /// The rules, those that deny first.
  static func rules(_ decision: CreditDecision) -> Table {
    Table(
      decision.rules.filter { !$0.passed } + decision.rules.filter(\.passed),
      [
        Column("rule") { .text($0.rule) },
        Column("says") { .text($0.passed ? "pass" : "DENY") },
        Column("allowed") { .number(optional: $0.threshold) },
        Column("found") { .number(optional: $0.value) },
        Column("asks for", flexible: true, rank: 1) { .text(RuleText.meaning($0.rule)) },
      ])
  }

  static func exposure(_ decision: CreditDecision) -> Table {
    ExposureTable.table(
      orders: decision.parts.orders, unbilled: decision.parts.unbilledShipments,
      items: decision.parts.openItems, unapplied: decision.parts.unapplied,
      total: decision.exposure, limit: decision.limit, headroom: decision.headroom)
  }

  /// The counterfactual in words: the payment first, then other ways. Nothing where it passes.
  static func ways(_ decision: CreditDecision) -> [String] {
    guard decision.result == .denied else { return [] }
    let opening = "would pass "
    let told = decision.counterfactuals.map { way in
      way.hasPrefix(opening) ? String(way.dropFirst(opening.count)) : way
    }
    // Where the server has put the payment into words, they are not repeated.
    let isTold = told != decision.counterfactuals
    guard !isTold, decision.hasPassesIf, decision.passesIf.minorUnits > 0 else { return told }
    return ["if \(Cell.money(decision.passesIf).forPeople) were paid"] + told
  }
}

extension O2c_V1_CreditDecision {
  /// Result, rules that deny, policy and time on one line.
  func oneLine(in zone: TimeZone?) -> String {
    var text = verdict
    if hasDecideTime { text += ", \(TimeText.text(decideTime.seconds, in: zone))" }
    if hasValidUntilTime {
      text += ", valid until \(TimeText.text(validUntilTime.seconds, in: zone))"
    }
    return text
  }

  /// Result, rules that deny and policy.
  var verdict: String {
    var text = EnumText.name(result)
    if !failedRules.isEmpty { text += ": \(failedRules.joined(separator: ", "))" }
    if policyVersion > 0 { text += ", policy version \(policyVersion)" }
    return text
  }

  /// How far exposure goes beyond the limit; nil where it does not, or nobody says.
  var excess: Money? {
    guard hasExposure, hasLimit, exposure.minorUnits > limit.minorUnits else { return nil }
    return .with {
      $0.minorUnits = exposure.minorUnits &- limit.minorUnits
      $0.currencyCode = exposure.currencyCode
    }
  }
}
