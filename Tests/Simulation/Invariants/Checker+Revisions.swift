import Domain

/// I-19.
extension Checker {
  mutating func checkRevisions(
    _ changes: Changes, _ books: Books, _ step: Step, _ findings: inout Findings
  ) {
    var kept: Set<ID<Order>> = []
    for revision in books.revisions.fresh {
      let id = revision.order.id
      let change = changes.orders.first { $0.after.id == id }
      findings.expect(
        change?.before == revision.order && kept.insert(id).inserted
          && revision.replacedBy == step.context.caller.principal
          && revision.replaceTime == step.context.now,
        .revisions, "revision \(revision.order.revision) of orders/\(id) is not as it was")
      revisions[id, default: []].append(revision.order.revision)
    }
    for change in changes.orders {
      let order = change.after
      let before = change.before?.revision ?? 0
      let isPlaced = before == 0 && order.state != .draft && order.state != .cancelled
      let wanted = kept.contains(order.id) || isPlaced ? before + 1 : before
      findings.expect(
        order.revision == wanted, .revisions,
        "orders/\(order.id) went from revision \(before) to \(order.revision)")
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
