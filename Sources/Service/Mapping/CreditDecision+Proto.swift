import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_CreditDecision {
  /// What an order keeps of its decision: the rules that denied with their figures, of the others
  /// that they passed. All figures are in the event.
  init(_ decision: CreditDecision, _ currency: Currency) {
    self.init()
    result = .init(decision.result)
    let failures = Dictionary(decision.failures.map { ($0.rule, $0) }) { first, _ in first }
    rules = CreditRule.allCases.map { rule -> Rule in
      if let failure = failures[rule] { return Rule(failure, currency) }
      var passed = Rule()
      passed.rule = rule.rawValue
      passed.passed = true
      return passed
    }
    exposure = .init(decision.exposure, currency)
    limit = .init(decision.limit, currency)
    headroom = .init(decision.headroom, currency)
    if decision.passesIf > 0 { passesIf = .init(decision.passesIf, currency) }
    decideTime = .init(decision.decidedAt)
    if let until = decision.validUntil { validUntilTime = .init(until) }
    policyVersion = Int32(clamping: decision.policy)
    revision = decision.revision
    counterfactuals = decision.counterfactuals(currency)
  }

  /// Everything that was looked at.
  init(_ assessment: CreditAssessment, _ currency: Currency) {
    self.init(assessment.decision, currency)
    rules = assessment.outcomes.map { .init($0, currency) }
    checkpoint = assessment.checkpoint == .ship ? .ship : .confirm
    let inputs = assessment.inputs
    parts = .with {
      $0.orders = .init(inputs.openOrders + inputs.added, currency)
      $0.unbilledShipments = .init(inputs.unbilledShipments, currency)
      $0.openItems = .init(inputs.openItems, currency)
      $0.unapplied = .init(inputs.unappliedCash, currency)
    }
  }
}

extension O2c_V1_CreditDecision.Result {
  init(_ result: CreditDecision.Result) {
    self =
      switch result {
      case .approved: .approved
      case .denied: .denied
      case .overridden: .overridden
      }
  }
}

extension O2c_V1_CreditDecision.Rule {
  init(_ outcome: RuleOutcome, _ currency: Currency) {
    self.init()
    rule = outcome.rule.rawValue
    passed = outcome.passed
    threshold = outcome.rule.text(outcome.threshold, currency)
    value = outcome.rule.text(outcome.value, currency)
  }
}
