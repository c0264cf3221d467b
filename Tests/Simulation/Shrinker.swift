import Domain

/// Finds a shorter sequence that breaks the same invariant: cuts the end off, then leaves out
/// pieces, halving their size. Steps make the same ids whatever ran before, so most of what is left
/// out is not missed.
struct Shrinker {
  let world: World
  let invariant: Invariant
  /// How many steps may be run in all.
  var budget = 20_000

  func shrink(_ steps: [Step]) -> [Step] {
    // A long game is named by its seed; to play it again and again would take longer than to look.
    guard steps.count * 4 <= budget else { return steps }
    var spent = 0
    guard var shortest = prefix(of: steps, &spent) else { return steps }
    var size = max(1, shortest.count / 2)
    while spent < budget {
      var start = 0
      while start < shortest.count, spent < budget {
        var attempt = shortest
        attempt.removeSubrange(start..<min(start + size, attempt.count))
        if let found = prefix(of: attempt, &spent) {
          shortest = found
        } else {
          start += size
        }
      }
      if size == 1 { break }
      size /= 2
    }
    return shortest
  }

  /// The steps up to the one that breaks it; nil when none does.
  private func prefix(of steps: [Step], _ spent: inout Int) -> [Step]? {
    var runner = Runner(world, auditEvery: .max)
    for (index, step) in steps.enumerated() {
      runner.run(step)
      spent += 1
      if runner.violations.contains(where: { $0.invariant == invariant }) {
        return Array(steps.prefix(index + 1))
      }
    }
    runner.audit(at: steps.count)
    return runner.violations.contains { $0.invariant == invariant } ? steps : nil
  }
}
