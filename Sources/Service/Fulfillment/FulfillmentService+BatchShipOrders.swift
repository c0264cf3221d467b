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
    let results = await Mutation.results(
      of: batch.requests, in: \O2c_V1_ShipOrderResult.shipment, on: try .ofCall(),
      at: environment.door, prepare: shipping)
    return ServerResponse(message: .with { $0.results = results })
  }
}
