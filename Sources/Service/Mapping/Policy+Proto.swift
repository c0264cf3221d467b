import Domain
import OrderToCashAPI
import SwiftProtobuf

extension O2c_V1_Policy {
  init(_ policy: Policy, _ state: Policy.State, _ currency: Currency, isFull: Bool) {
    self.init()
    name = Names.policy.name(policy.id)
    kind = policy.kind == .credit ? .credit : .pricing
    version = Int32(clamping: policy.number)
    self.state =
      switch state {
      case .proposed: .proposed
      case .active: .active
      case .superseded: .superseded
      case .rejected: .rejected
      }
    validFromDate = .init(policy.validFrom)
    author = Names.principal.name(policy.author)
    if let approver = policy.approver { self.approver = Names.principal.name(approver) }
    if isFull {
      switch policy.rules {
      case .credit(let rules): credit = .init(rules, currency)
      case .pricing(let rules): pricing = .init(rules, currency)
      }
      testCases = policy.testCases.map { .init($0, currency) }
    }
    if policy.decision == .proposed, let approval = policy.approval {
      self.approval = Names.approval.name(approval)
    }
    note = policy.note
    createTime = .init(policy.createTime)
    updateTime = .init(policy.updateTime)
    etag = Etag.text(for: policy.version)
  }
}

extension O2c_V1_CreditRules {
  init(_ rules: CreditRules, _ currency: Currency) {
    self.init()
    limitTolerancePercent = rules.limitTolerance.description
    overdueDays = Int32(clamping: rules.overdueDays ?? -1)
    overdueItemMinimum = .init(rules.overdueItemMinimum, currency)
    if let share = rules.overdueShare { overdueSharePercent = share.description }
    overdueShareMinimum = .init(rules.overdueShareMinimum, currency)
    checkTerms = rules.checksTerms
    reviewGraceDays = Int32(clamping: rules.reviewGrace ?? -1)
    dunningLevel = Int32(clamping: rules.dunningLevel ?? 0)
    if let most = rules.largestOrder { orderSizeMaximum = .init(most, currency) }
    if let most = rules.largestFirstOrder { firstOrderMaximum = .init(most, currency) }
    deductUnapplied = rules.deductsUnapplied
    utilizationWarningPercent = (rules.utilizationWarning ?? .zero).description
    classes = rules.scoring.classes.map { .init($0, currency) }
    scoreTable = .init(rules.scoring.points)
  }
}

extension Policy.Rules {
  /// Nil with a fault where kind and rules do not fit.
  init?(_ policy: O2c_V1_Policy, _ currency: Currency, _ shape: inout Shape) {
    switch policy.kind {
    case .credit:
      if case .pricing = policy.rules {
        shape.add("policy.pricing", .fieldInvalid, "A policy of kind CREDIT has rules of credit.")
        return nil
      }
      self = .credit(CreditRules(policy.credit, currency, &shape))
    case .pricing:
      if case .credit = policy.rules {
        shape.add("policy.credit", .fieldInvalid, "A policy of kind PRICING has rules of prices.")
        return nil
      }
      self = .pricing(PricingRules(policy.pricing, currency, &shape))
    default: return nil
    }
  }
}

extension CreditRules {
  /// What is unset is as in version 1.
  init(_ rules: O2c_V1_CreditRules, _ currency: Currency, _ shape: inout Shape) {
    self.init(in: currency)
    let path = "policy.credit"
    func amount(_ money: O2c_V1_Money, _ field: String) -> Int64? {
      shape.amount(money, "\(path).\(field)", in: currency)
    }
    if rules.hasLimitTolerancePercent {
      limitTolerance =
        shape.decimal(rules.limitTolerancePercent, "\(path).limit_tolerance_percent") ?? .zero
    }
    if rules.hasOverdueDays {
      overdueDays = rules.overdueDays < 0 ? nil : Int64(rules.overdueDays)
    }
    if rules.hasOverdueItemMinimum {
      overdueItemMinimum = amount(rules.overdueItemMinimum, "overdue_item_minimum") ?? 0
    }
    if rules.hasOverdueSharePercent {
      overdueShare =
        shape.decimal(rules.overdueSharePercent, "\(path).overdue_share_percent") ?? .zero
    }
    if rules.hasOverdueShareMinimum {
      overdueShareMinimum = amount(rules.overdueShareMinimum, "overdue_share_minimum") ?? 0
    }
    if rules.hasCheckTerms { checksTerms = rules.checkTerms }
    if rules.hasReviewGraceDays {
      reviewGrace = rules.reviewGraceDays < 0 ? nil : Int64(rules.reviewGraceDays)
    }
    if rules.hasDunningLevel {
      dunningLevel = rules.dunningLevel == 0 ? nil : Int64(rules.dunningLevel)
    }
    if rules.hasOrderSizeMaximum {
      largestOrder = amount(rules.orderSizeMaximum, "order_size_maximum")
    }
    if rules.hasFirstOrderMaximum {
      largestFirstOrder = amount(rules.firstOrderMaximum, "first_order_maximum")
    }
    if rules.hasDeductUnapplied { deductsUnapplied = rules.deductUnapplied }
    if rules.hasUtilizationWarningPercent {
      let share: Percent? = shape.decimal(
        rules.utilizationWarningPercent, "\(path).utilization_warning_percent")
      utilizationWarning = share == .zero ? nil : share
    }
    scoring = CreditScoring(rules, currency, path, &shape)
  }
}
