/// Which verb an order takes in which state, and where it can be afterwards: the one table that
/// commands ask, that tests walk through, and that `TRANSITIONS.md` is written from.
///
/// It says what the state alone decides. A step that it allows can still be refused for what the
/// order is, such as a release of an order without a hold of that kind.
package enum OrderTransitions {
  package enum Step: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The states in which the order can be afterwards; its own state where it may stay.
    case to([Order.State])
    case refused(Reason)

    package init(arrayLiteral states: Order.State...) { self = .to(states) }

    static let no = Step.refused(.invalidStateTransition)
  }

  package struct Row: Sendable {
    package let verb: OrderVerb
    package let steps: [Order.State: Step]

    init(
      _ verb: OrderVerb, draft: Step, confirmed: Step, onHold: Step, cancelled: Step,
      completed: Step
    ) {
      self.verb = verb
      steps = [
        .draft: draft, .confirmed: confirmed, .onHold: onHold, .cancelled: cancelled,
        .completed: completed,
      ]
    }
  }

  /// The states in which an order can come to be.
  package static let births: [(command: String, states: [Order.State])] = [
    ("CreateOrder", [.draft]), ("DuplicateOrder", [.draft]), ("PlaceOrder", [.confirmed, .onHold]),
  ]

  package static let table: [Row] = [
    Row(
      .update, draft: [.draft], confirmed: .no, onHold: .no, cancelled: .no, completed: .no),
    Row(
      .confirm, draft: [.confirmed, .onHold], confirmed: .no, onHold: .no, cancelled: .no,
      completed: .no),
    Row(
      .amend, draft: .no, confirmed: [.confirmed, .onHold, .completed],
      onHold: [.onHold, .confirmed, .completed], cancelled: .no, completed: .no),
    Row(
      .hold, draft: .no, confirmed: [.onHold], onHold: [.onHold], cancelled: .no, completed: .no),
    Row(
      .release, draft: .no, confirmed: .no, onHold: [.onHold, .confirmed, .completed],
      cancelled: .no, completed: .no),
    Row(
      .releaseCredit, draft: .no, confirmed: .no, onHold: [.onHold, .confirmed, .completed],
      cancelled: .no, completed: .no),
    Row(
      .cancel, draft: [.draft, .cancelled], confirmed: [.confirmed, .cancelled, .completed],
      onHold: [.onHold, .cancelled], cancelled: .no, completed: .no),
    Row(
      .ship, draft: .no, confirmed: [.confirmed, .completed], onHold: .refused(.orderOnHold),
      cancelled: .no, completed: .no),
    Row(
      .invoice, draft: .no, confirmed: [.confirmed, .completed], onHold: [.onHold],
      cancelled: .no, completed: .no),
    Row(
      .duplicate, draft: [.draft], confirmed: [.confirmed], onHold: [.onHold],
      cancelled: [.cancelled], completed: [.completed]),
    Row(
      .expire, draft: [.draft], confirmed: [.confirmed], onHold: [.onHold],
      cancelled: [.cancelled], completed: [.completed]),
  ]

  private static let steps = Dictionary(table.map { ($0.verb, $0.steps) }) { first, _ in first }

  package static func step(_ verb: OrderVerb, from state: Order.State) -> Step {
    steps[verb]?[state] ?? .no
  }

  /// The states that take the verb.
  package static func allowed(_ verb: OrderVerb) -> [Order.State] {
    Order.State.allCases.filter {
      if case .to = step(verb, from: $0) { true } else { false }
    }
  }

  /// Where an order can go from a state by any verb.
  package static func successors(of state: Order.State) -> [Order.State] {
    var found: Set<Order.State> = []
    for row in table {
      if case .to(let states)? = row.steps[state] { found.formUnion(states) }
    }
    return Order.State.allCases.filter { $0 != state && found.contains($0) }
  }
}

extension OrderTransitions {
  /// The table as people read it.
  package static var markdown: String {
    let states = Order.State.allCases
    var lines = [
      "# States and verbs of an order", "",
      "Written from `OrderTransitions.table`; a test compares the two. A cell names the states in",
      "which the order can be afterwards, or the reason of the refusal.", "",
      "| verb | " + states.map(\.rawValue).joined(separator: " | ") + " |",
      "| --- |" + String(repeating: " --- |", count: states.count),
    ]
    for birth in births {
      let made = birth.states.map(\.rawValue).joined(separator: ", ")
      lines.append("| \(birth.command) (a new order: \(made)) | | | | | |")
    }
    for row in table {
      let cells = states.map { state in
        switch row.steps[state] ?? .no {
        case .to(let next): next.map(\.rawValue).joined(separator: ", ")
        case .refused(.invalidStateTransition): "–"
        case .refused(let reason): reason.rawValue
        }
      }
      lines.append("| \(row.verb.rawValue) | " + cells.joined(separator: " | ") + " |")
    }
    lines += ["", "– is INVALID_STATE_TRANSITION."]
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Order {
  /// Refuses a verb that the state does not take.
  func require(_ verb: OrderVerb) throws(Rejection) {
    switch OrderTransitions.step(verb, from: state) {
    case .to: return
    case .refused(.orderOnHold):
      throw Rejection(
        .orderOnHold, "orders/\(id) is on hold: release it first.",
        metadata: [
          "resource": "orders/\(id)",
          "holds": holds.map(\.kind.rawValue).joined(separator: ","),
        ])
    case .refused:
      throw .transition(
        "orders/\(id)", from: state.rawValue, requested: verb.rawValue,
        allowed: OrderTransitions.allowed(verb).map(\.rawValue))
    }
  }

  /// Where an order is that nothing holds: done when nothing is open or to bill.
  var stateWithoutHolds: State { isComplete && hasShipped ? .completed : .confirmed }
}
