import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func updateSeller(
    request: ServerRequest<O2c_V1_UpdateSellerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Seller> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.AdminService/UpdateSeller", in: environment).perform(
      request.message,
      command: { request, shape -> OwnSeller? in
        let mask = UpdateMask(request.updateMask, over: O2c_V1_Seller.self, &shape)
        let fields = UpdateSeller.Fields(request.seller, mask, &shape)
        let version = shape.requiredVersion(request.seller.etag, of: "seller")
        let seller = shape.id(request.seller.name, Names.seller, "seller.name")
        guard let version, let seller else { return nil }
        return OwnSeller(UpdateSeller(expectedVersion: version, fields: fields), named: seller)
      },
      reply: { seller in
        var message = O2c_V1_Seller(seller)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
