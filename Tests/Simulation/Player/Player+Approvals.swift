import Domain

/// What is above somebody's authority, and who decides on it.
extension Player {
  /// A clerk with little authority, whose wishes open approvals.
  mutating func askAbove(on books: Books) -> any Command {
    nextCaller = Caller(
      principal: world.admin, permissions: ["credit.read"],
      authority: [
        "credit.limit": 10_000, "credit.release": 0, "customers.merge": 0, "sellers.write": 0,
      ])
    switch dice.roll(0...99) {
    case ..<45:
      if let release = releaseCreditHold(on: books) as? ReleaseCreditHold {
        return UnderApproval(release, method: "Release", request: [1], note: "please")
      }
    case ..<60:
      if let merge = mergeCustomers(on: books) as? MergeCustomers {
        known.mergers[merge.source] = merge.into
        return UnderApproval(merge, method: "Merge", request: [2], note: "twice")
      }
    case ..<70:
      var fields = UpdateSeller.Fields()
      fields.bankAccounts = dice.chance(50) ? [] : [bankAccount()]
      return UnderApproval(
        UpdateSeller(expectedVersion: books.seller.version, fields: fields), method: "Seller",
        request: [3], note: "a new bank")
    default: break
    }
    let id = dice.pick(known.customers) ?? stranger()
    return UnderApproval(
      SetCreditLimit(
        customer: id, expectedVersion: books.creditAccounts[id]?.version ?? 1,
        limit: Money(Int64(dice.roll(1...300)) * 10_000, world.currency)),
      method: "Limit", request: [4], note: "please")
  }

  func bankAccount() -> Seller.BankAccount {
    .init(iban: "DE02120300000000202051", bic: "BYLADEM1001")
  }

  mutating func liveApproval(on books: Books) -> Approval? {
    dice.pick(
      books.approvals.rows.filter { $0.state(at: now) == .open }.sorted { $0.id < $1.id })
  }

  /// One that is over, one that nobody decided on in time, or one that never was.
  mutating func decideApproval(on books: Books) -> any Command {
    let all = books.approvals.rows.sorted { $0.id < $1.id }
    let late = all.filter { $0.state == .open && $0.state(at: now) == .expired }
    if dice.chance(70), let approval = dice.pick(late) {
      nextCaller = owner
      return ExpireApproval(approval: approval.id, subject: approval.subject)
    }
    if dice.chance(60), let approval = dice.pick(all) { return decide(approval, on: books) }
    nextCaller = owner
    return dice.chance(50)
      ? DenyApproval(approval: stranger(), subject: .init(.seller, world.seller))
      : GrantApproval(approval: stranger(), stored: StartPolicyVersion(policy: stranger()))
  }

  /// By a colleague mostly, by who asked sometimes; with authority, with little, or with none.
  mutating func decide(_ approval: Approval, on books: Books) -> any Command {
    nextCaller = Caller(
      principal: dice.chance(80) ? world.colleague : world.admin,
      permissions: dice.chance(95)
        ? [
          "credit.limit", "credit.release", "policies.write", "credit.read", "customers.merge",
          "sellers.write",
        ] : [],
      authority: dice.chance(80)
        ? [:]
        : [
          "credit.limit": 500_000, "credit.release": 50_000, "customers.merge": 1,
          "sellers.write": 1,
        ])
    if dice.chance(30) {
      return DenyApproval(
        approval: approval.id, subject: approval.subject,
        expectedVersion: version(approval.version), note: "no")
    }
    return GrantApproval(
      approval: approval.id, expectedVersion: version(approval.version), note: "yes",
      stored: stored(approval, on: books))
  }

  /// What was asked for, on the books of this moment.
  private mutating func stored(_ approval: Approval, on books: Books) -> any Command {
    switch approval.method {
    case "Release":
      return ReleaseCreditHold(order: approval.subject.id.retyped(), note: approval.note)
    case "Policy": return StartPolicyVersion(policy: approval.subject.id.retyped())
    case "Merge":
      let source: ID<Customer> = approval.subject.id.retyped()
      return MergeCustomers(
        source: source, into: dice.chance(85) ? known.mergers[source] ?? stranger() : source,
        open: openDocuments(of: source, on: books), note: approval.note)
    case "Seller":
      var fields = UpdateSeller.Fields()
      fields.bankAccounts = [bankAccount()]
      return UpdateSeller(expectedVersion: nil, fields: fields)
    default:
      return SetCreditLimit(
        customer: approval.subject.id.retyped(), expectedVersion: nil,
        limit: approval.amount ?? .zero(world.currency))
    }
  }
}
