/// Allows what another person may not do alone, and does it: the stored request is carried out with
/// the authority of who grants it, on the books of this moment.
///
/// Checks, in this order: the approval is there, its version, its state, that someone else asked, the
/// permission of the stored method, then those of the stored command.
package struct GrantApproval: Command {
  package let approval: ID<Approval>
  package let expectedVersion: Int64?
  package let note: String
  /// The stored request as a command; it takes any version of its subject.
  package let stored: any Command

  package init(
    approval: ID<Approval>, expectedVersion: Int64? = nil, note: String = "", stored: any Command
  ) {
    self.approval = approval
    self.expectedVersion = expectedVersion
    self.note = note
    self.stored = stored
  }

  package var needs: Needs {
    var needs = stored.needs
    needs.approvals.insert(approval)
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Approval {
    var approval = try books.openApproval(
      approval, expectedVersion, requested: "GrantApproval", in: context)
    guard context.caller.may(approval.permission) else {
      throw Rejection(
        .permissionMissing, "To grant this you need the permission for it yourself.",
        metadata: ["permission": approval.permission])
    }
    try carryOut(stored, on: &books, in: context)
    approval.state = .granted
    approval.decide(by: context, note: note)
    books.put(approval)
    books.detach(approval, in: context)
    books.record(.approvalGranted, approval, in: context) {
      $0.member("requested_by", "principals/\(approval.requestedBy)")
      $0.member("note", note)
    }
    return books.approvals[approval.id] ?? approval
  }

  private func carryOut(
    _ command: some Command, on books: inout Books, in context: Context
  ) throws(Rejection) {
    _ = try command.decide(on: &books, in: context)
  }
}

extension Approval {
  mutating func decide(by context: Context, note: String) {
    decidedBy = context.caller.principal
    decideTime = context.now
    decisionNote = note
  }
}

extension Books {
  /// An approval that is open, and that the caller has not asked for itself.
  func openApproval(
    _ id: ID<Approval>, _ expectedVersion: Int64?, requested: String, in context: Context
  ) throws(Rejection) -> Approval {
    let approval = try approval(id, for: context)
    try requireVersion(expectedVersion, of: approval)
    let state = approval.state(at: context.now)
    guard state == .open else {
      throw .transition(
        "approvals/\(id)", from: state.rawValue, requested: requested,
        allowed: [Approval.State.open.rawValue])
    }
    guard approval.requestedBy != context.caller.principal else {
      throw Rejection(
        .fourEyesRequired, "Who asked for it does not decide on it. Another person must.",
        metadata: ["approval": "approvals/\(id)"])
    }
    return approval
  }
}
