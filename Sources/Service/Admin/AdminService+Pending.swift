package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension AdminService {
  package func createPolicyVersion(
    request: ServerRequest<O2c_V1_CreatePolicyVersionRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Policy> {
    throw RPCError(code: .unimplemented, message: "CreatePolicyVersion is not served yet")
  }

  package func listPolicies(
    request: ServerRequest<O2c_V1_ListPoliciesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPoliciesResponse> {
    throw RPCError(code: .unimplemented, message: "ListPolicies is not served yet")
  }

  package func replayPolicy(
    request: ServerRequest<O2c_V1_ReplayPolicyRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_ReplayPolicyResponse> {
    throw RPCError(code: .unimplemented, message: "ReplayPolicy is not served yet")
  }

  package func listApprovals(
    request: ServerRequest<O2c_V1_ListApprovalsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListApprovalsResponse> {
    throw RPCError(code: .unimplemented, message: "ListApprovals is not served yet")
  }

  package func grantApproval(
    request: ServerRequest<O2c_V1_GrantApprovalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Approval> {
    throw RPCError(code: .unimplemented, message: "GrantApproval is not served yet")
  }

  package func denyApproval(
    request: ServerRequest<O2c_V1_DenyApprovalRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Approval> {
    throw RPCError(code: .unimplemented, message: "DenyApproval is not served yet")
  }
}
