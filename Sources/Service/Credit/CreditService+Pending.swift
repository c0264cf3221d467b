package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension CreditService {
  package func updateCreditAccount(
    request: ServerRequest<O2c_V1_UpdateCreditAccountRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CreditAccount> {
    throw RPCError(code: .unimplemented, message: "UpdateCreditAccount is not served yet")
  }

  package func listCreditAccounts(
    request: ServerRequest<O2c_V1_ListCreditAccountsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListCreditAccountsResponse> {
    throw RPCError(code: .unimplemented, message: "ListCreditAccounts is not served yet")
  }

  package func checkCredit(
    request: ServerRequest<O2c_V1_CheckCreditRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CheckCreditResponse> {
    throw RPCError(code: .unimplemented, message: "CheckCredit is not served yet")
  }
}
