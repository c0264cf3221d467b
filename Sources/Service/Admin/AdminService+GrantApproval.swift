import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension AdminService {
  package func grantApproval(
    request: ServerRequest<O2c_V1_GrantApprovalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Approval> {
    // What an approval keeps never changes, so it may be read before the locks.
    let approval = try await storedApproval(request.message.name, checking: request.message)
    let stored = try await StoredRequests.command(for: approval, in: environment)
    let now = environment.clock.now()
    return try await Mutation("o2c.v1.AdminService/GrantApproval", in: environment).perform(
      request.message,
      command: { request, shape -> GrantApproval? in
        GrantApproval(
          approval: approval.id, expectedVersion: shape.version(request.etag), note: request.note,
          stored: stored)
      },
      reply: { O2c_V1_Approval($0, at: now) }
    ).response
  }
}
