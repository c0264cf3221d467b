package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension FulfillmentService {
  package func confirmDelivery(
    request: ServerRequest<O2c_V1_ConfirmDeliveryRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Shipment> {
    throw RPCError(code: .unimplemented, message: "ConfirmDelivery is not served yet")
  }

  package func createReturn(
    request: ServerRequest<O2c_V1_CreateReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    throw RPCError(code: .unimplemented, message: "CreateReturn is not served yet")
  }

  package func getReturn(
    request: ServerRequest<O2c_V1_GetReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    throw RPCError(code: .unimplemented, message: "GetReturn is not served yet")
  }

  package func listReturns(
    request: ServerRequest<O2c_V1_ListReturnsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListReturnsResponse> {
    throw RPCError(code: .unimplemented, message: "ListReturns is not served yet")
  }

  package func authorizeReturn(
    request: ServerRequest<O2c_V1_AuthorizeReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    throw RPCError(code: .unimplemented, message: "AuthorizeReturn is not served yet")
  }

  package func rejectReturn(
    request: ServerRequest<O2c_V1_RejectReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    throw RPCError(code: .unimplemented, message: "RejectReturn is not served yet")
  }

  package func receiveReturn(
    request: ServerRequest<O2c_V1_ReceiveReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    throw RPCError(code: .unimplemented, message: "ReceiveReturn is not served yet")
  }
}
