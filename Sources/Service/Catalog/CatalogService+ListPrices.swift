import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CatalogService {
  package func listPrices(
    request: ServerRequest<O2c_V1_ListPricesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPricesResponse> {
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.CatalogService/ListPrices", query: { ListPrices($0) },
      item: { (row: PriceStanding) in O2c_V1_Price(row.price, sku: row.sku) })
    return ServerResponse(
      message: .with {
        $0.prices = rows
        $0.nextPageToken = next
      })
  }
}
