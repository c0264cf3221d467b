import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension FulfillmentService {
  package func listShipments(
    request: ServerRequest<O2c_V1_ListShipmentsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListShipmentsResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment, checking: request.message)
    let parent = request.message.parent
    let order = parent == "orders/-" ? nil : try reading.id(parent, Names.order)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.FulfillmentService/ListShipments", scope: [parent],
      query: { ListShipments($0, of: order) },
      item: { (row: ShipmentStanding) in
        O2c_V1_Shipment(row.shipment, view: view, returned: row.returned)
      })
    return ServerResponse(
      message: .with {
        $0.shipments = rows
        $0.nextPageToken = next
      })
  }
}
