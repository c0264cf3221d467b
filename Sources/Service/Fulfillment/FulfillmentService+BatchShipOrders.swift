import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension FulfillmentService {
  package func batchShipOrders(
    request: ServerRequest<O2c_V1_BatchShipOrdersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_BatchShipOrdersResponse> {
    let (call, caller, seller) = try CallContext.authenticated()
    let batch = request.message
    try BatchShape.check(batch.requests.count, batch)
    let results = try await ordered(batch.requests) { item in
      await result(
        of: item, as: caller, for: seller, deadline: call.deadline, callID: call.callID)
    }
    return ServerResponse(message: .with { $0.results = results })
  }

  /// One item, whatever becomes of it.
  private func result(
    of item: O2c_V1_ShipOrderRequest, as caller: AuthenticatedCaller, for seller: ID<Seller>,
    deadline: ContinuousClock.Instant?, callID: String
  ) async -> O2c_V1_ShipOrderResult {
    var result = O2c_V1_ShipOrderResult()
    result.requestID = item.requestID
    do {
      let outcome = try await ship(
        item, as: caller, for: seller, deadline: deadline, record: nil, mustHaveID: true)
      result.shipment = outcome.reply
      result.replayed = outcome.isReplay
    } catch {
      result.error = BatchShape.status(error, callID: callID)
    }
    return result
  }
}
