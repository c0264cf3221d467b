import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension StockService {
  package func listStockLevels(
    request: ServerRequest<O2c_V1_ListStockLevelsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListStockLevelsResponse> {
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.StockService/ListStockLevels",
      query: { ListStockLevels($0) },
      item: { (row: StockLevelStanding) in O2c_V1_StockLevel(row) })
    return ServerResponse(
      message: .with {
        $0.stockLevels = rows
        $0.nextPageToken = next
      })
  }
}
