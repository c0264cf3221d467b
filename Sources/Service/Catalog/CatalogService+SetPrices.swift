import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension CatalogService {
  package func setPrices(
    request: ServerRequest<O2c_V1_SetPricesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_SetPricesResponse> {
    let asked = request.message.prices
    return try await Mutation("o2c.v1.CatalogService/SetPrices", in: environment).perform(
      request.message,
      command: { request, shape -> SetPrices? in
        var rows: [SetPrices.Row] = []
        for (index, price) in request.prices.enumerated() {
          if let row = SetPrices.Row(price, at: "prices[\(index)]", &shape) { rows.append(row) }
        }
        return SetPrices(rows: rows)
      },
      reply: { prices in
        // The rows come back in the order of the request.
        .with { response in
          response.prices = zip(prices, asked).map { O2c_V1_Price($0, sku: $1.sku) }
        }
      }
    ).response
  }
}
