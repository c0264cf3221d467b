/// Refuses to take goods back.
///
/// Checks, in this order: the return is there, its version, its state.
package struct RejectReturn: Command {
  package let `return`: ID<Return>
  package let expectedVersion: Int64?
  package let reason: String
  package let note: String

  package init(
    return back: ID<Return>, expectedVersion: Int64? = nil, reason: String, note: String = ""
  ) {
    self.note = note
    self.return = back
    self.expectedVersion = expectedVersion
    self.reason = reason
  }

  package var needs: Needs { .of(self.return) }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Return {
    var back = try books.return(self.return, for: context)
    try requireVersion(expectedVersion, of: back)
    guard back.state == .requested else {
      throw .transition(
        "returns/\(back.id)", from: back.state.rawValue, requested: "RejectReturn",
        allowed: [Return.State.requested.rawValue])
    }
    back.state = .rejected
    back.reason = reason
    back.updateTime = context.now
    books.put(back)
    books.recordReturn(.returnRejected, back, in: context) {
      $0.member("before", Return.State.requested.rawValue)
      $0.member("state", back.state.rawValue)
      $0.member("reason", reason)
      if !note.isEmpty { $0.member("note", note) }
    }
    return books.returns[back.id] ?? back
  }
}
