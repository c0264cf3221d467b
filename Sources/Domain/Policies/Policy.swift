/// A version of a rule set: data with an author, an approver who is another person, and a first day.
/// The rules are those of the version whose day has come last.
package struct Policy: Aggregate {
  package var id: ID<Policy>
  package var version: Int64 = 0
  package var rules: Rules
  /// Counts from 2 within the kind; version 1 is built in.
  package var number: Int64
  package var validFrom: CalendarDay
  package var note: String
  package var author: ID<Principal>
  package var approver: ID<Principal>?
  package var decision: Decision = .proposed
  package var approval: ID<Approval>?
  package var testCases: [TestCase] = []
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Policy> { id }
  package var kind: Kind {
    switch rules {
    case .credit: .credit
    case .pricing: .pricing
    }
  }

  package enum Kind: String, CaseIterable, Sendable {
    case credit = "CREDIT"
    case pricing = "PRICING"
  }

  package enum Rules: Hashable, Sendable {
    case credit(CreditRules)
    case pricing(PricingRules)
  }

  /// What people decided; the state follows from it and the date.
  package enum Decision: String, CaseIterable, Sendable {
    /// Can move to granted or rejected.
    case proposed = "PROPOSED"
    /// Final: starts on its day.
    case granted = "GRANTED"
    /// Final.
    case rejected = "REJECTED"
  }

  package enum State: String, CaseIterable, Sendable {
    case proposed = "PROPOSED"
    case active = "ACTIVE"
    case superseded = "SUPERSEDED"
    case rejected = "REJECTED"
  }

  /// A case that the rules must decide as expected before they may be proposed.
  package struct TestCase: Hashable, Sendable {
    package var name: String
    package var question: Question

    /// What the rules see, and the rules that must fail; none where all must pass.
    package enum Question: Hashable, Sendable {
      case credit(CreditInputs, at: CreditCheckpoint, failed: [CreditRule])
      case pricing(PricingInputs, failed: [PricingRule])
    }

    package init(_ name: String, _ question: Question) {
      self.name = name
      self.question = question
    }

    package init(
      name: String, inputs: CreditInputs, checkpoint: CreditCheckpoint, failed: [CreditRule]
    ) {
      self.init(name, .credit(inputs, at: checkpoint, failed: failed))
    }

    /// The names of the rules that must fail.
    package var failedRules: [String] {
      switch question {
      case .credit(_, at: _, let failed): failed.map(\.rawValue)
      case .pricing(_, let failed): failed.map(\.rawValue)
      }
    }
  }

  package init(
    id: ID<Policy>, rules: Rules, number: Int64, validFrom: CalendarDay, note: String = "",
    author: ID<Principal>, at now: Instant
  ) {
    self.id = id
    self.rules = rules
    self.number = number
    self.validFrom = validFrom
    self.note = note
    self.author = author
    createTime = now
    updateTime = now
  }

  /// - Parameter current: the number of the version in force on the day.
  package func state(on day: CalendarDay, current: Int64?) -> State {
    switch decision {
    case .proposed: .proposed
    case .rejected: .rejected
    case .granted: validFrom > day ? .proposed : number == current ? .active : .superseded
    }
  }
}

extension Sequence<Policy> {
  /// The version of a kind that is in force on a day; nil while it is the built-in one.
  package func inForce(_ kind: Policy.Kind, on day: CalendarDay) -> Policy? {
    var found: Policy?
    for policy in self
    where policy.kind == kind && policy.decision == .granted && policy.validFrom <= day {
      if let best = found, (best.validFrom, best.number) > (policy.validFrom, policy.number) {
        continue
      }
      found = policy
    }
    return found
  }
}

extension Books {
  /// The rules of credit in force on a day.
  package func creditRules(on day: CalendarDay) -> CreditRules {
    guard case .credit(let rules) = policies.rows.inForce(.credit, on: day)?.rules else {
      return CreditRules(in: seller.currency)
    }
    return rules
  }
}
