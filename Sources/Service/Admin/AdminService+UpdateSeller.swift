import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func updateSeller(
    request: ServerRequest<O2c_V1_UpdateSellerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Seller> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.AdminService/UpdateSeller", in: environment)
      .performGoverned(
        request.message,
        command: { request, shape -> OwnSeller? in
          let version = shape.requiredVersion(request.seller.etag, of: "seller")
          let change = OwnSeller(request, expectedVersion: version, &shape)
          return version == nil ? nil : change
        },
        reply: { seller in
          var message = O2c_V1_Seller(seller)
          if isPreview {
            message.etag = ""
            message.approval = ""
          }
          return message
        }
      ).response
  }
}
