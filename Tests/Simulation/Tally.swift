package import Domain

/// What a game reached: commands, refusals, moves between states.
package struct Tally: Sendable {
  package private(set) var commands = 0
  package private(set) var accepted: [String: Int] = [:]
  package private(set) var rejected: [String: [Reason: Int]] = [:]
  /// Reasons of the single faults inside INVALID_FIELDS and its like.
  package private(set) var faults: [String: Set<Reason>] = [:]
  /// `DRAFT→CONFIRMED`; a new order comes from `NEW`.
  package private(set) var moves: [String: Int] = [:]

  package init() {}

  package mutating func count(_ step: Step, _ outcome: Outcome) {
    commands += 1
    switch outcome {
    case .accepted: accepted[step.name, default: 0] += 1
    case .rejected(let rejection):
      rejected[step.name, default: [:]][rejection.reason, default: 0] += 1
      for violation in rejection.violations {
        faults[step.name, default: []].insert(violation.reason)
      }
    }
  }

  package func with(moves: [String: Int]) -> Tally {
    var tally = self
    tally.moves = moves
    return tally
  }

  package mutating func add(_ other: Tally) {
    commands += other.commands
    accepted.merge(other.accepted, uniquingKeysWith: +)
    for (name, reasons) in other.rejected {
      rejected[name, default: [:]].merge(reasons, uniquingKeysWith: +)
    }
    faults.merge(other.faults) { $0.union($1) }
    moves.merge(other.moves, uniquingKeysWith: +)
  }

  /// How often each reason refused something.
  package var reasons: [Reason: Int] {
    rejected.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  package var names: Set<String> { Set(accepted.keys).union(rejected.keys) }

  /// A table for people.
  package var table: String {
    let total = accepted.values.reduce(0, +)
    var lines = ["\(commands) commands, \(total) accepted, \(commands - total) rejected"]
    for name in names.sorted() {
      let refusals = (rejected[name] ?? [:]).sorted {
        $0.value == $1.value ? $0.key.rawValue < $1.key.rawValue : $0.value > $1.value
      }
      .map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
      lines.append("  \(name): \(accepted[name] ?? 0) accepted; \(refusals)")
    }
    lines.append(
      "  "
        + moves.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", "))
    return lines.joined(separator: "\n")
  }
}
