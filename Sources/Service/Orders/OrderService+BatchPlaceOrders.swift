import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension OrderService {
  package func batchPlaceOrders(
    request: ServerRequest<O2c_V1_BatchPlaceOrdersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_BatchPlaceOrdersResponse> {
    let batch = request.message
    try BatchShape.check(batch.requests.count, batch)
    let results = await results(
      of: batch.requests, view: batch.view, on: try .ofCall(),
      callID: CallContext.current?.callID ?? "")
    return ServerResponse(message: .with { $0.results = results })
  }

  /// Of each item, whatever becomes of it.
  func results(
    of items: [O2c_V1_PlaceOrderRequest], view: O2c_V1_View.Level, on terms: MutationTerms,
    callID: String
  ) async -> [O2c_V1_PlaceOrderResult] {
    let outcomes = await Mutation.perform(items, at: environment.door) { item in
      var item = item
      if item.view == .unspecified { item.view = view }
      return try placing(item, on: terms.ofItem)
    }
    return zip(items, outcomes).map { item, outcome in
      var result = O2c_V1_PlaceOrderResult()
      result.requestID = item.requestID
      switch outcome {
      case .success(let outcome):
        result.order = outcome.reply
        result.replayed = outcome.isReplay
      case .failure(let error): result.error = BatchShape.status(error, callID: callID)
      }
      return result
    }
  }
}
