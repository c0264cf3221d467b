import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension CatalogService {
  package func getProduct(
    request: ServerRequest<O2c_V1_GetProductRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Product> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.product)
    let found: Product = try await reading.get(
      GetProduct(id), named: request.message.name)
    return ServerResponse(message: O2c_V1_Product(found))
  }
}
