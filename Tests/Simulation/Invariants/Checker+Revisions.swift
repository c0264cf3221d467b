import Domain

/// The other half of I-19: who replaced a revision and when, and that each can be read for good.
extension Checker {
  mutating func checkRevisions(_ changes: Changes, _ step: Step, _ findings: inout Findings) {
    for revision in changes.revisions {
      let id = revision.order.id
      findings.expect(
        revision.replacedBy == step.context.caller.principal
          && revision.replaceTime == step.context.now,
        .revisions, "revision \(revision.order.revision) of orders/\(id) was replaced by another")
      revisions[id, default: []].append(revision.order.revision)
    }
  }

  /// All earlier revisions are there, each once, in their order.
  func revisions(of order: Order, _ findings: inout Findings) {
    let earlier = order.revision > 1 ? Array(1..<order.revision) : []
    findings.expect(
      revisions[order.id] ?? [] == earlier, .revisions,
      "orders/\(order.id) at revision \(order.revision) keeps \(revisions[order.id] ?? [])")
  }
}
