package import Domain

/// Runs steps on books in memory as the door does: decide; keep what was accepted, take back what
/// was rejected; write from time to time. After each it looks at the invariants.
package struct Runner: Sendable {
  package private(set) var books: Books
  package private(set) var checker: Checker
  package private(set) var violations: [Violation] = []
  private var count = 0

  /// How often everything is checked, in commands.
  private let auditEvery: Int

  package init(_ world: World, auditEvery: Int = 2000) {
    books = world.opening()
    checker = Checker(books)
    books.settle()
    self.auditEvery = auditEvery
  }

  @discardableResult
  package mutating func run(_ step: Step) -> Outcome {
    count += 1
    let isAudited = count % auditEvery == 0
    let before = isAudited ? books : nil
    let rehearsed = step.isRehearsed ? rehearse(step) : nil
    let preview = step.preview.map { rehearse($0) }
    let outcome = decide(step)
    switch outcome {
    case .accepted:
      violations += checker.check(books, after: step)
      books.keep()
      if step.isSweep { runAgain(step) }
    case .rejected: takeBack(step, before)
    }
    if let rehearsed, !rehearsed.isSame(as: outcome) {
      fail(.rehearsal, step, "rehearsed: \(rehearsed); for real: \(outcome)")
    }
    if let preview, !preview.foretells(outcome) {
      fail(.rehearsal, step, "previewed: \(preview); for real: \(outcome)")
    }
    // A batch ends here: what it changed is written and no longer a change.
    if step.seed % 3 == 0 { books.settle() }
    if isAudited { audit(at: step.index) }
    return outcome
  }

  package mutating func audit(at index: Int) {
    violations += checker.audit(books, at: index)
  }

  private mutating func decide(_ step: Step) -> Outcome {
    books.reseed(step.seed)
    return Outcome(of: step.command, on: &books, in: step.context)
  }

  /// `validate_only`: the decision without a trace.
  private mutating func rehearse(_ step: Step) -> Outcome {
    let before = Trace(books)
    let outcome = decide(step)
    books.rollBack()
    if Trace(books) != before { fail(.rehearsal, step, "a rehearsal left a trace") }
    return outcome
  }

  /// A sweep that was there already finds nothing to do, or is refused.
  private mutating func runAgain(_ step: Step) {
    let before = Trace(books)
    _ = decide(step)
    let after = Trace(books)
    books.rollBack()
    if after != before { fail(.sweepsOnce, step, "run again at the same moment it acted again") }
  }

  private mutating func takeBack(_ step: Step, _ before: Books?) {
    books.rollBack()
    let trace = Trace(books)
    if !trace.isClean(against: checker.seen) {
      fail(.rejectionLeavesNothing, step, "a rejection left a trace")
    }
    guard let before else { return }
    let differences = books.differences(from: before)
    if !differences.isEmpty {
      fail(.rejectionLeavesNothing, step, "a rejection changed \(differences)")
    }
  }

  private mutating func fail(_ invariant: Invariant, _ step: Step, _ text: String) {
    violations.append(
      Violation(invariant: invariant, step: step.index, command: step.name, text: text))
  }
}
