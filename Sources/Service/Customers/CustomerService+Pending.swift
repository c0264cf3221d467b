package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension CustomerService {
  package func blockCustomer(
    request: ServerRequest<O2c_V1_BlockCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    throw RPCError(code: .unimplemented, message: "BlockCustomer is not served yet")
  }

  package func unblockCustomer(
    request: ServerRequest<O2c_V1_UnblockCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    throw RPCError(code: .unimplemented, message: "UnblockCustomer is not served yet")
  }

  package func mergeCustomers(
    request: ServerRequest<O2c_V1_MergeCustomersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    throw RPCError(code: .unimplemented, message: "MergeCustomers is not served yet")
  }

  package func anonymizeCustomer(
    request: ServerRequest<O2c_V1_AnonymizeCustomerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Customer> {
    throw RPCError(code: .unimplemented, message: "AnonymizeCustomer is not served yet")
  }

  package func findDuplicateCustomers(
    request: ServerRequest<O2c_V1_FindDuplicateCustomersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_FindDuplicateCustomersResponse> {
    throw RPCError(code: .unimplemented, message: "FindDuplicateCustomers is not served yet")
  }
}
