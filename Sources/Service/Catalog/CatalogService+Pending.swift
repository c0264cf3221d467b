package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension CatalogService {
  package func quotePrice(
    request: ServerRequest<O2c_V1_QuotePriceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_QuotePriceResponse> {
    throw RPCError(code: .unimplemented, message: "QuotePrice is not served yet")
  }
}
