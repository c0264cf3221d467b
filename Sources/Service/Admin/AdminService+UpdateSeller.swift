import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func updateSeller(
    request: ServerRequest<O2c_V1_UpdateSellerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Seller> {
    let isPreview = request.message.validateOnly
    guard let version = Shape.version(request.message.seller.etag) else {
      throw Rejection.etagRequired("seller")
    }
    return try await Mutation("o2c.v1.AdminService/UpdateSeller", in: environment).perform(
      request.message,
      command: { request, shape -> OwnSeller? in
        let mask = UpdateMask(request.updateMask, over: O2c_V1_Seller.self, &shape)
        let fields = UpdateSeller.Fields(request.seller, mask, &shape)
        return shape.id(request.seller.name, Names.seller, "seller.name").map {
          OwnSeller(UpdateSeller(expectedVersion: version, fields: fields), named: $0)
        }
      },
      reply: { seller in
        var message = O2c_V1_Seller(seller)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
