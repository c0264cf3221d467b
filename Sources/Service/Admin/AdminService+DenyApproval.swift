import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  package func denyApproval(
    request: ServerRequest<O2c_V1_DenyApprovalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Approval> {
    let approval = try await storedApproval(request.message.name, checking: request.message)
    let now = environment.clock.now()
    return try await Mutation("o2c.v1.AdminService/DenyApproval", in: environment).perform(
      request.message,
      command: { request, shape -> DenyApproval? in
        DenyApproval(
          approval: approval.id, subject: approval.subject,
          expectedVersion: shape.version(request.etag), note: request.note)
      },
      reply: { O2c_V1_Approval($0, at: now) }
    ).response
  }

  /// The approval that a decision is about, as it is kept.
  func storedApproval(
    _ name: String, checking request: some MutationRequest
  ) async throws -> Approval {
    let reading = try Reading(in: environment, checking: request)
    try Mutation.checkIdentity(request.requestID, now: environment.clock.now())
    return try await reading.get(
      GetApproval(try reading.id(name, Names.approval)), named: name)
  }
}
