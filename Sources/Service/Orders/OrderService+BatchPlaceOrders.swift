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
    let results = await results(of: batch.requests, view: batch.view, on: try .ofCall())
    return ServerResponse(message: .with { $0.results = results })
  }

  /// Of each item, whatever becomes of it.
  func results(
    of items: [O2c_V1_PlaceOrderRequest], view: O2c_V1_View.Level, on terms: MutationTerms
  ) async -> [O2c_V1_PlaceOrderResult] {
    await Mutation.results(
      of: items, in: \O2c_V1_PlaceOrderResult.order, on: terms, at: environment.door
    ) { item, terms in
      var item = item
      if item.view == .unspecified { item.view = view }
      return try placing(item, on: terms)
    }
  }
}
