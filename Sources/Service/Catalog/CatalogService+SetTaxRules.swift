import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension CatalogService {
  package func setTaxRules(
    request: ServerRequest<O2c_V1_SetTaxRulesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_SetTaxRulesResponse> {
    try await Mutation("o2c.v1.CatalogService/SetTaxRules", in: environment).perform(
      request.message,
      command: { request, shape -> SetTaxRules? in
        var rules: [TaxRule] = []
        for (index, rule) in request.taxRules.enumerated() {
          if let rule = TaxRule(rule, at: "tax_rules[\(index)]", &shape) { rules.append(rule) }
        }
        return SetTaxRules(rules: rules)
      },
      reply: { rules in
        .with { response in response.taxRules = rules.map { O2c_V1_TaxRule($0) } }
      }
    ).response
  }
}
