extension Policy.Rules {
  func numbered(_ number: Int64) -> Policy.Rules {
    switch self {
    case .credit(var rules):
      rules.version = number
      return .credit(rules)
    case .pricing(var rules):
      rules.version = number
      return .pricing(rules)
    }
  }

  /// Whether the rules make sense in themselves; all faults at once.
  func checkForm(_ path: String, _ faults: inout Faults) {
    switch self {
    case .credit(let rules): rules.scoring.checkForm("\(path).credit", &faults)
    case .pricing(let rules): rules.checkForm("\(path).pricing", &faults)
    }
  }

  /// A case must be decided as it expects.
  func check(_ test: Policy.TestCase, at path: String, _ faults: inout Faults) {
    let failed: Set<String>
    switch (self, test.question) {
    case (.credit(let rules), .credit(let inputs, let checkpoint, _)):
      failed = Set(
        rules.outcomes(inputs, at: checkpoint).filter { !$0.passed }.map(\.rule.rawValue))
    case (.pricing(let rules), .pricing(let inputs, _)):
      failed = Set(rules.failed(inputs, path: "\(path).pricing", &faults).map(\.rawValue))
    case (.credit, .pricing), (.pricing, .credit):
      faults.add(path, .fieldInvalid, "\"\(test.name)\" is a case of another kind of policy.")
      return
    }
    let wanted = Set(test.failedRules)
    guard failed != wanted else { return }
    func text(_ rules: Set<String>) -> String { rules.sorted().joined(separator: ", ") }
    let found = failed.isEmpty ? "passes" : "fails \(text(failed))"
    let expected = wanted.isEmpty ? "to pass" : "to fail \(text(wanted))"
    faults.add(path, .fieldInvalid, "\"\(test.name)\" \(found); it was expected \(expected).")
  }
}

extension PricingRules {
  /// Nobody may give less than what is free for all.
  func checkForm(_ path: String, _ faults: inout Faults) {
    let bounds = [
      ("line_discount_percent", freeLinePercent, maxLinePercent),
      ("order_discount_percent", freeOrderPercent, maxOrderPercent),
    ]
    for (field, free, most) in bounds where free > most {
      faults.add(
        "\(path).\(field)", .fieldOutOfRange,
        "\(free) % are free for all, but \(most) % are the most that anybody may give.")
    }
    if minimumOrderValue < 0 {
      faults.add("\(path).minimum_order_value", .fieldOutOfRange, "It is 0 or more.")
    }
  }
}

extension CreditScoring {
  /// Classes from the best to the last, which takes every score; steps in order; no score above 100.
  func checkForm(_ path: String, _ faults: inout Faults) {
    var seen: Set<RiskClass> = []
    for (index, band) in classes.enumerated() {
      let at = "\(path).classes[\(index)]"
      if !seen.insert(band.riskClass).inserted {
        faults.add(
          "\(at).risk_class", .fieldInvalid, "Class \(band.riskClass.rawValue) is there twice.")
      }
      if index > 0, band.fromScore >= classes[index - 1].fromScore {
        faults.add(
          "\(at).from_score", .fieldOutOfRange, "Classes go from the highest score downwards.")
      }
      if index == classes.count - 1, band.fromScore != 0 {
        faults.add(
          "\(at).from_score", .fieldOutOfRange, "The last class takes every score: from 0.")
      }
      if band.start > band.cap {
        faults.add(
          "\(at).start_limit", .fieldOutOfRange, "The first limit is not above the largest one.")
      }
    }
    points.checkForm("\(path).score_table", &faults)
  }
}

extension ScoreTable {
  func checkForm(_ path: String, _ faults: inout Faults) {
    let parts: [(field: String, steps: [Step], rises: Bool)] = [
      ("days_beyond_terms", days, false), ("overdue_share", overdue, false),
      ("months", months, true), ("incidents", incidents, false),
    ]
    for part in parts {
      for (index, (last, next)) in zip(part.steps, part.steps.dropFirst()).enumerated() {
        let at = "\(path).\(part.field)[\(index + 1)]"
        if next.bound <= last.bound {
          faults.add("\(at).bound", .fieldOutOfRange, "Bounds ascend from step to step.")
        }
        if part.rises ? next.points < last.points : next.points > last.points {
          faults.add(
            "\(at).points", .fieldOutOfRange,
            part.rises ? "More months never give fewer points." : "Worse never gives more points.")
        }
      }
    }
    if best > 100 {
      faults.add(
        path, .fieldOutOfRange, "The best score would be \(best); a score goes from 0 to 100.")
    }
  }
}
