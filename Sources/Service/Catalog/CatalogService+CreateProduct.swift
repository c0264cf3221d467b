import Domain
package import GRPCCore
package import OrderToCashAPI

extension CatalogService {
  package func createProduct(
    request: ServerRequest<O2c_V1_CreateProductRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Product> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CatalogService/CreateProduct", in: environment).perform(
      request.message,
      command: { request, shape -> CreateProduct? in
        let product = request.product
        return CreateProduct(
          sku: product.sku, kind: product.kind.domain ?? .goods,
          isStocked: product.hasStocked ? product.stocked : nil,
          fields: ProductFields(product, .populated, &shape))
      },
      reply: { product in
        var message = O2c_V1_Product(product)
        if isPreview {
          message.name = ""
          message.etag = ""
        }
        return message
      }
    ).response
  }
}
