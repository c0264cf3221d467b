import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CatalogService {
  package func listProducts(
    request: ServerRequest<O2c_V1_ListProductsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListProductsResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.CatalogService/ListProducts",
      query: { ListProducts($0) },
      item: { (row: Product) in O2c_V1_Product(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.products = rows
        $0.nextPageToken = next
      })
  }
}
