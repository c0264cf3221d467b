/// Makes a proposed version one that starts on its day: what is carried out when its approval is
/// granted.
///
/// Checks, in this order: the version is there, that it is proposed, that its author is someone else.
package struct StartPolicyVersion: Command {
  package let policy: ID<Policy>

  package init(policy: ID<Policy>) { self.policy = policy }

  package var needs: Needs {
    var needs = Needs()
    needs.sellerForUpdate = true
    needs.policies = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> Policy {
    guard var policy = books.policies[policy] else { throw .notFound("policies/\(policy)") }
    guard policy.decision == .proposed else {
      throw .transition(
        "policies/\(policy.id)", from: policy.decision.rawValue, requested: "GrantApproval",
        allowed: [Policy.Decision.proposed.rawValue])
    }
    guard policy.author != context.caller.principal else {
      throw Rejection(
        .fourEyesRequired, "The author of a version does not approve it.",
        metadata: ["policy": "policies/\(policy.id)"])
    }
    policy.decision = .granted
    policy.approver = context.caller.principal
    // A day that passed while it waited is made up for from today on.
    policy.validFrom = max(policy.validFrom, context.today)
    policy.updateTime = context.now
    books.put(policy)
    books.record(
      .policyStarted, ResourceRef(.policy, policy.id),
      version: books.policies[policy.id]?.version ?? 1, in: context
    ) {
      $0.member("kind", policy.kind.rawValue)
      $0.member("number", policy.number)
      $0.member("valid_from_date", policy.validFrom.description)
      $0.member("author", "principals/\(policy.author)")
    }
    return books.policies[policy.id] ?? policy
  }
}
