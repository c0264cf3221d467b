/// Proposes a version of a rule set. It is always decided by two: an approval is opened, and the
/// version starts on its day once another person has granted it.
///
/// Checks, in this order: the first day, the rules, then every test case.
package struct CreatePolicyVersion: Command {
  package let rules: Policy.Rules
  /// Default: today.
  package let validFrom: CalendarDay?
  package let testCases: [Policy.TestCase]
  package let note: String
  package let method: String
  package let request: [UInt8]

  package init(
    rules: Policy.Rules, validFrom: CalendarDay?, testCases: [Policy.TestCase], note: String = "",
    method: String, request: [UInt8]
  ) {
    self.rules = rules
    self.validFrom = validFrom
    self.testCases = testCases
    self.note = note
    self.method = method
    self.request = request
  }

  package var needs: Needs {
    var needs = Needs()
    needs.sellerForUpdate = true
    needs.policies = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Policy {
    let from = validFrom ?? context.today
    if from < context.today {
      throw .invalidField(
        "policy.valid_from_date", .fieldOutOfRange, "A version does not start in the past.")
    }
    var policy = Policy(
      id: books.makeID(in: context), rules: rules, number: 0, validFrom: from, note: note,
      author: context.caller.principal, at: context.now)
    let kind = policy.kind
    let last = books.policies.rows.lazy.filter { $0.kind == kind }.map(\.number).max() ?? 1
    policy.number = last + 1
    policy.rules = rules.numbered(policy.number)
    policy.testCases = testCases
    var faults = Faults()
    policy.rules.checkForm("policy", &faults)
    for (index, test) in testCases.enumerated() {
      policy.rules.check(test, at: "policy.test_cases[\(index)]", &faults)
    }
    try faults.check()
    let approval = books.open(
      ResourceRef(.policy, policy.id), method: method, permission: "policies.write", amount: nil,
      request: request, note: note, in: context)
    policy.approval = approval.id
    books.put(policy)
    books.recordRequested(approval, in: context)
    books.record(
      .policyProposed, ResourceRef(.policy, policy.id), version: 1, in: context
    ) {
      $0.member("kind", kind.rawValue)
      $0.member("number", policy.number)
      $0.member("valid_from_date", from.description)
      $0.member("test_cases", Int64(testCases.count))
      $0.member("note", note)
    }
    return books.policies[policy.id] ?? policy
  }
}
