/// A command that someone above may have to allow. It asks for authority before it changes anything.
package protocol GovernedCommand: Command {
  /// What it is about.
  func subject(on books: Books) -> ResourceRef
  /// Shows on the subject that an approval is open, and answers with the subject as it stays.
  ///
  /// The subject is on the books: the command has found it before it asked for authority.
  func suspend(for approval: ID<Approval>, on books: inout Books, in context: Context) -> Reply
}

/// A governed command as it comes from a caller: above the caller's authority it opens an approval
/// that keeps the request, and changes nothing else.
package struct UnderApproval<Governed: GovernedCommand>: Command {
  package let command: Governed
  /// `o2c.v1.CreditService/SetCreditLimit`
  package let method: String
  package let request: [UInt8]
  package let note: String

  package init(_ command: Governed, method: String, request: [UInt8], note: String) {
    self.command = command
    self.method = method
    self.request = request
    self.note = note
  }

  package var needs: Needs { command.needs }

  package func decide(
    on books: inout Books, in context: Context
  ) throws(Rejection) -> Governed.Reply {
    do throws(Rejection) {
      return try command.decide(on: &books, in: context)
    } catch {
      guard error.reason == .authorityExceeded else { throw error }
      let amount = error.metadata["requestedMinor"].flatMap { Int64($0) }
      let approval = books.open(
        command.subject(on: books), method: method, permission: error.metadata["permission"] ?? "",
        amount: amount.map { Money($0, books.seller.currency) }, request: request, note: note,
        in: context)
      let reply = command.suspend(for: approval.id, on: &books, in: context)
      books.recordRequested(approval, in: context)
      return reply
    }
  }
}

extension Books {
  /// Opens an approval. Its event is recorded once the subject shows it.
  mutating func open(
    _ subject: ResourceRef, method: String, permission: String, amount: Money?, request: [UInt8],
    note: String, in context: Context
  ) -> Approval {
    let customer = customer(of: subject)
    let approval = Approval(
      id: makeID(in: context), subject: subject, customer: customer, method: method,
      permission: permission, amount: amount, request: request, note: note, in: context)
    put(approval)
    return approval
  }

  mutating func recordRequested(_ approval: Approval, in context: Context) {
    record(.approvalRequested, approval, in: context) {
      $0.member("permission", approval.permission)
      if let amount = approval.amount {
        $0.member("amount_minor", amount.minorUnits)
        $0.member("currency", amount.currency.code)
      }
      $0.member("note", approval.note)
    }
  }

  /// The event of an approval tells of its subject as well, which shows that it waits, or no more.
  @discardableResult
  mutating func record(
    _ type: EventType, _ approval: Approval, in context: Context,
    _ write: (inout JSONText) -> Void
  ) -> ID<Event> {
    let version = version(of: approval.subject)
    return record(
      type, ResourceRef(.approval, approval.id), version: approvals[approval.id]?.version ?? 1,
      customer: approval.customer, in: context
    ) {
      $0.member("subject", approval.subject.description)
      if let version { $0.member("subject_version", version) }
      $0.member("method", approval.method)
      write(&$0)
    }
  }

  /// Of the row that shows the approval: of a customer it is the credit account.
  private func version(of subject: ResourceRef) -> Int64? {
    switch subject.kind {
    case .customer: creditAccounts[subject.id.retyped()]?.version
    case .order: orders[subject.id.retyped()]?.version
    case .policy: policies[subject.id.retyped()]?.version
    case .seller: seller.version
    default: nil
    }
  }

  private func customer(of subject: ResourceRef) -> ID<Customer>? {
    switch subject.kind {
    case .customer: subject.id.retyped()
    case .order: orders[subject.id.retyped()]?.customer
    default: nil
    }
  }

  func approval(_ id: ID<Approval>, for context: Context) throws(Rejection) -> Approval {
    guard let approval = approvals[id], approval.customer.map(context.caller.sees) ?? true else {
      throw .notFound("approvals/\(id)")
    }
    return approval
  }

  /// The approval is no longer open: its subject does not wait for it any more.
  mutating func detach(_ approval: Approval, in context: Context) {
    switch approval.subject.kind {
    case .customer:
      let id: ID<Customer> = approval.subject.id.retyped()
      guard var account = creditAccounts[id], account.approval == approval.id else { return }
      account.approval = nil
      account.updateTime = context.now
      put(account)
    case .order:
      let id: ID<Order> = approval.subject.id.retyped()
      guard var order = orders[id], order.approval == approval.id else { return }
      order.approval = nil
      order.updateTime = context.now
      put(order, in: context)
    case .policy:
      let id: ID<Policy> = approval.subject.id.retyped()
      guard var policy = policies[id], policy.decision == .proposed else { return }
      policy.decision = .rejected
      policy.updateTime = context.now
      put(policy)
    case .seller:
      guard seller.approval == approval.id else { return }
      var row = seller
      row.approval = nil
      row.updateTime = context.now
      put(row)
    default: return
    }
  }
}

extension Needs {
  /// The subject, so that it can show what became of its approval.
  mutating func name(_ subject: ResourceRef) {
    switch subject.kind {
    case .customer: customers.insert(subject.id.retyped())
    case .order: orders.insert(subject.id.retyped())
    case .policy:
      // All versions, under the lock of the reference tables.
      policies = true
      sellerForUpdate = true
    case .seller: sellerForUpdate = true
    default: break
    }
  }
}
