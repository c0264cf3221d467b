import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CatalogService {
  package func listTaxRules(
    request: ServerRequest<O2c_V1_ListTaxRulesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListTaxRulesResponse> {
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.CatalogService/ListTaxRules", query: { ListTaxRules($0) },
      item: { (rule: TaxRule) in O2c_V1_TaxRule(rule) })
    return ServerResponse(
      message: .with {
        $0.taxRules = rows
        $0.nextPageToken = next
      })
  }
}
