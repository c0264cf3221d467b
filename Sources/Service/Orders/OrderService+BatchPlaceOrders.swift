import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension OrderService {
  package func batchPlaceOrders(
    request: ServerRequest<O2c_V1_BatchPlaceOrdersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_BatchPlaceOrdersResponse> {
    let (call, caller, seller) = try CallContext.authenticated()
    let batch = request.message
    try BatchShape.check(batch.requests.count, batch)
    let results = try await ordered(batch.requests) { item in
      await result(
        of: item, view: batch.view, as: caller, for: seller, deadline: call.deadline,
        callID: call.callID)
    }
    return ServerResponse(message: .with { $0.results = results })
  }

  /// One item, whatever becomes of it.
  func result(
    of item: O2c_V1_PlaceOrderRequest, view: O2c_V1_View.Level, as caller: AuthenticatedCaller,
    for seller: ID<Seller>, deadline: ContinuousClock.Instant?, callID: String
  ) async -> O2c_V1_PlaceOrderResult {
    var item = item
    if item.view == .unspecified { item.view = view }
    var result = O2c_V1_PlaceOrderResult()
    result.requestID = item.requestID
    do {
      let outcome = try await place(
        item, as: caller, for: seller, deadline: deadline, record: nil, mustHaveID: true)
      result.order = outcome.reply
      result.replayed = outcome.isReplay
    } catch {
      result.error = BatchShape.status(error, callID: callID)
    }
    return result
  }
}
