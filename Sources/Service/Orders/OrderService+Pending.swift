package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension OrderService {
  package func updateOrder(
    request: ServerRequest<O2c_V1_UpdateOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "UpdateOrder is not served yet")
  }

  package func previewOrder(
    request: ServerRequest<O2c_V1_PreviewOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "PreviewOrder is not served yet")
  }

  package func amendOrder(
    request: ServerRequest<O2c_V1_AmendOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "AmendOrder is not served yet")
  }

  package func holdOrder(
    request: ServerRequest<O2c_V1_HoldOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "HoldOrder is not served yet")
  }

  package func releaseOrder(
    request: ServerRequest<O2c_V1_ReleaseOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "ReleaseOrder is not served yet")
  }

  package func duplicateOrder(
    request: ServerRequest<O2c_V1_DuplicateOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    throw RPCError(code: .unimplemented, message: "DuplicateOrder is not served yet")
  }

  package func listOrderRevisions(
    request: ServerRequest<O2c_V1_ListOrderRevisionsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListOrderRevisionsResponse> {
    throw RPCError(code: .unimplemented, message: "ListOrderRevisions is not served yet")
  }
}
