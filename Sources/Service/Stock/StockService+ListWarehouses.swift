import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension StockService {
  package func listWarehouses(
    request: ServerRequest<O2c_V1_ListWarehousesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListWarehousesResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.StockService/ListWarehouses",
      query: { ListWarehouses($0) },
      item: { (row: Warehouse) in O2c_V1_Warehouse(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.warehouses = rows
        $0.nextPageToken = next
      })
  }
}
