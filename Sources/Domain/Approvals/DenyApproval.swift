/// Refuses what another person asked for; the stored request is never carried out.
///
/// Checks, in this order: the approval is there, its version, its state, that someone else asked.
package struct DenyApproval: Command {
  package let approval: ID<Approval>
  /// The approval's, which never changes.
  package let subject: ResourceRef
  package let expectedVersion: Int64?
  package let note: String

  package init(
    approval: ID<Approval>, subject: ResourceRef, expectedVersion: Int64? = nil, note: String = ""
  ) {
    self.approval = approval
    self.subject = subject
    self.expectedVersion = expectedVersion
    self.note = note
  }

  package var needs: Needs {
    var needs = Needs()
    needs.approvals.insert(approval)
    needs.name(subject)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Approval {
    var approval = try books.openApproval(
      approval, expectedVersion, requested: "DenyApproval", in: context)
    approval.state = .denied
    approval.decide(by: context, note: note)
    books.put(approval)
    books.detach(approval, in: context)
    books.record(.approvalDenied, approval, in: context) {
      $0.member("requested_by", "principals/\(approval.requestedBy)")
      $0.member("note", note)
    }
    return books.approvals[approval.id] ?? approval
  }
}
