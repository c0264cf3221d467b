import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension FulfillmentService {
  package func batchShipOrders(
    request: ServerRequest<O2c_V1_BatchShipOrdersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_BatchShipOrdersResponse> {
    let batch = request.message
    try BatchShape.check(batch.requests.count, batch)
    let terms = try MutationTerms.ofCall().ofItem
    let callID = CallContext.current?.callID ?? ""
    let outcomes = await Mutation.perform(batch.requests, at: environment.door) {
      try shipping($0, on: terms)
    }
    let results = zip(batch.requests, outcomes).map { item, outcome in
      var result = O2c_V1_ShipOrderResult()
      result.requestID = item.requestID
      switch outcome {
      case .success(let outcome):
        result.shipment = outcome.reply
        result.replayed = outcome.isReplay
      case .failure(let error): result.error = BatchShape.status(error, callID: callID)
      }
      return result
    }
    return ServerResponse(message: .with { $0.results = results })
  }
}
