/// Records that nobody decided on an approval in time. A sweep sends it; run again it finds nothing.
package struct ExpireApproval: Command {
  package let approval: ID<Approval>
  package let subject: ResourceRef

  package init(approval: ID<Approval>, subject: ResourceRef) {
    self.approval = approval
    self.subject = subject
  }

  package var needs: Needs {
    var needs = Needs()
    needs.approvals.insert(approval)
    needs.name(subject)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Approval {
    var approval = try books.approval(approval, for: context)
    guard approval.state == .open, approval.state(at: context.now) == .expired else {
      return approval
    }
    approval.state = .expired
    approval.decideTime = context.now
    books.put(approval)
    books.detach(approval, in: context)
    books.record(.approvalExpired, approval, in: context) { _ in }
    return books.approvals[approval.id] ?? approval
  }
}
