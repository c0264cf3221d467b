import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func createPolicyVersion(
    request: ServerRequest<O2c_V1_CreatePolicyVersionRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Policy> {
    let currency = try await Reading(in: environment).ownSeller().currency
    let isPreview = request.message.validateOnly
    let method = "o2c.v1.AdminService/CreatePolicyVersion"
    let bytes = try Mutation.bytes(of: request.message)
    return try await Mutation(method, in: environment).perform(
      request.message,
      command: { request, shape -> CreatePolicyVersion? in
        guard let rules = Policy.Rules(request.policy, currency, &shape) else { return nil }
        let from = shape.day(
          request.policy.validFromDate, isSet: request.policy.hasValidFromDate,
          "policy.valid_from_date")
        let tests = request.policy.testCases.enumerated().compactMap { index, test in
          Policy.TestCase(
            test, of: request.policy.kind, currency, "policy.test_cases[\(index)]", &shape)
        }
        return CreatePolicyVersion(
          rules: rules, validFrom: from, testCases: tests, note: request.note, method: method,
          request: bytes)
      },
      reply: { policy in
        var message = O2c_V1_Policy(policy, .proposed, currency, isFull: true)
        if isPreview {
          message.name = ""
          message.etag = ""
          message.approval = ""
        }
        return message
      }
    ).response
  }
}
