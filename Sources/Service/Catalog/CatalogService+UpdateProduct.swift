import Domain
package import GRPCCore
package import OrderToCashAPI

extension CatalogService {
  package func updateProduct(
    request: ServerRequest<O2c_V1_UpdateProductRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Product> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CatalogService/UpdateProduct", in: environment).perform(
      request.message,
      command: { request, shape -> UpdateProduct? in
        let product = request.product
        let mask = UpdateMask(request.updateMask, over: O2c_V1_Product.self, &shape)
        let fields = ProductFields(product, mask, &shape)
        let fixed = UpdateProduct.Fixed(
          sku: product.sku.isEmpty ? nil : product.sku, kind: product.kind.domain,
          isStocked: product.hasStocked ? product.stocked : nil)
        return shape.id(product.name, Names.product, "product.name").map {
          UpdateProduct(
            product: $0, expectedVersion: shape.version(product.etag), fields: fields,
            fixed: fixed)
        }
      },
      reply: { product in
        var message = O2c_V1_Product(product)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
