package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension StockService {
  package func moveStock(
    request: ServerRequest<O2c_V1_MoveStockRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_MoveStockResponse> {
    throw RPCError(code: .unimplemented, message: "MoveStock is not served yet")
  }

  package func scheduleReceipt(
    request: ServerRequest<O2c_V1_ScheduleReceiptRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_StockReceipt> {
    throw RPCError(code: .unimplemented, message: "ScheduleReceipt is not served yet")
  }

  package func checkAvailability(
    request: ServerRequest<O2c_V1_CheckAvailabilityRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CheckAvailabilityResponse> {
    throw RPCError(code: .unimplemented, message: "CheckAvailability is not served yet")
  }
}
