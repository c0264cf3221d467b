/// What turns a denial into a pass, in words.
extension CreditRule {
  /// A threshold or a value as people write it; empty where the rule is a yes or no.
  package func text(_ number: Int64, _ currency: Currency) -> String {
    switch self {
    case .blocked, .noAccount: ""
    case .limit, .groupLimit, .orderSize, .firstOrder, .prepayment:
      Money(number, currency).description
    case .overdueDays, .terms, .reviewExpired, .dunning: String(number)
    case .overdueShare: "\(Percent(micros: number / 10_000 * 10_000))%"
    }
  }
}

extension CreditDecision {
  /// One way a failed rule: all of them together turn the denial into a pass. The payment stands at
  /// the end where no rule has said it.
  package func counterfactuals(_ currency: Currency) -> [String] {
    let isSaid = failures.contains { failure in
      (failure.rule == .limit || failure.rule == .groupLimit)
        && failure.value - failure.threshold == passesIf
    }
    return failures.map { failure in
      let threshold = failure.rule.text(failure.threshold, currency)
      let money = Money(failure.value - failure.threshold, currency)
      return switch failure.rule {
      case .blocked: "would pass if the block were taken away"
      case .noAccount: "would pass if credit were granted"
      case .prepayment:
        "would pass once \(Money(failure.threshold - failure.value, currency)) more of it were "
          + "paid as a deposit"
      case .limit:
        "would pass if \(money) were paid, or the limit raised to \(Money(failure.value, currency))"
      case .groupLimit:
        "would pass if the group paid \(money), or its limit were raised to \(Money(failure.value, currency))"
      case .overdueDays: "would pass if all that is more than \(threshold) days past due were paid"
      case .overdueShare: "would pass if the overdue part came down to \(threshold)"
      case .terms: "would pass with the terms that are agreed (\(threshold) days)"
      case .reviewExpired: "would pass once the account is reviewed"
      case .dunning: "would pass if the items reminded \(threshold) times or more were paid"
      case .orderSize: "would pass up to \(threshold) an order"
      case .firstOrder: "would pass up to \(threshold) as a first order"
      }
    } + (passesIf > 0 && !isSaid ? ["would pass if \(Money(passesIf, currency)) were paid"] : [])
  }
}
