import Domain
package import GRPCCore
package import OrderToCashAPI

extension AdminService {
  package func getSeller(
    request: ServerRequest<O2c_V1_GetSellerRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Seller> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.seller)
    guard id == reading.seller else { throw Rejection.notFound(request.message.name) }
    return ServerResponse(message: O2c_V1_Seller(try await reading.ownSeller()))
  }
}
