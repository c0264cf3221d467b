package import GRPCCore
package import OrderToCashAPI

/// Methods of the contract whose adapter is still to come.
extension CatalogService {
  package func listPrices(
    request: ServerRequest<O2c_V1_ListPricesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPricesResponse> {
    throw RPCError(code: .unimplemented, message: "ListPrices is not served yet")
  }

  package func listTaxRules(
    request: ServerRequest<O2c_V1_ListTaxRulesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListTaxRulesResponse> {
    throw RPCError(code: .unimplemented, message: "ListTaxRules is not served yet")
  }

  package func quotePrice(
    request: ServerRequest<O2c_V1_QuotePriceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_QuotePriceResponse> {
    throw RPCError(code: .unimplemented, message: "QuotePrice is not served yet")
  }
}
