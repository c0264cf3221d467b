import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension FulfillmentService {
  package func getShipment(
    request: ServerRequest<O2c_V1_GetShipmentRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Shipment> {
    let reading = try Reading(in: environment, checking: request.message)
    guard let (order, shipment) = Names.shipment(in: request.message.name) else {
      throw Rejection.notFound(request.message.name)
    }
    let found: ShipmentStanding = try await reading.get(
      GetShipment(shipment, of: order), named: request.message.name)
    return ServerResponse(message: O2c_V1_Shipment(found.shipment, returned: found.returned))
  }
}
