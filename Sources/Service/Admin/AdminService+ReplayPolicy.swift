import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  package func replayPolicy(
    request: ServerRequest<O2c_V1_ReplayPolicyRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_ReplayPolicyResponse> {
    let reading = try Reading(in: environment)
    let request = request.message
    var shape = Shape(checking: request)
    let id = shape.id(request.policy, Names.policy, "policy")
    let from = shape.day(request.fromDate, isSet: request.hasFromDate, "from_date")
    let to = shape.day(request.toDate, isSet: request.hasToDate, "to_date")
    try shape.faults.check()
    let seller = try await reading.ownSeller()
    let today = try await reading.today()
    guard let id, let from else { throw Rejection.notFound(request.policy) }
    let policy: Policy = try await reading.get(GetPolicy(id), named: request.policy)
    guard case .credit(let rules) = policy.rules else {
      throw Rejection.invalidField(
        "policy", .fieldInvalid, "Credit decisions are replayed with a policy of kind CREDIT.")
    }
    let clock = environment.clock
    let start = clock.start(of: from, in: seller.timeZone)
    let end = clock.start(of: (to ?? today).adding(days: 1), in: seller.timeZone)
    return StreamingServerResponse { writer in
      var result = O2c_V1_ReplayPolicyResponse.Result()
      var after: ID<Event>?
      while true {
        let piece = ReplayPolicy(from: start, until: end, after: after)
        let page = try await reading.ask(piece)
        for decision in page.decisions {
          guard let flip = decision.flip(rules, &result) else { continue }
          try await writer.write(.with { $0.flip = flip })
        }
        guard let last = page.last else { break }
        after = last
      }
      let sum = result
      try await writer.write(.with { $0.result = sum })
      return [:]
    }
  }
}

extension ReplayPolicy.Decision {
  /// What the rules would have said, where that differs: a release by hand counts as denied.
  fileprivate func flip(
    _ rules: CreditRules, _ result: inout O2c_V1_ReplayPolicyResponse.Result
  ) -> O2c_V1_ReplayPolicyResponse.Flip? {
    guard let inputs else { return nil }
    result.decisions += 1
    let assessment = CreditAssessment(
      inputs, rules, at: checkpoint, revision: revision, now: occurTime)
    let wasApproved = self.result == .approved
    let isApproved = assessment.decision.result == .approved
    guard wasApproved != isApproved else { return nil }
    if isApproved { result.nowApproved += 1 } else { result.nowDenied += 1 }
    return .with {
      $0.event = Names.event.name(event)
      $0.order = Names.order.name(order)
      $0.customer = Names.customer.name(customer)
      $0.was = .init(self.result)
      $0.wouldBe = .init(assessment, currency)
    }
  }
}
