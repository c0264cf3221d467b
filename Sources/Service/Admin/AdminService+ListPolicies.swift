import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  package func listPolicies(
    request: ServerRequest<O2c_V1_ListPoliciesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPoliciesResponse> {
    let reading = try Reading(in: environment)
    let currency = try await reading.ownSeller().currency
    let isFull = request.message.view == .full
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.AdminService/ListPolicies", query: { ListPolicies($0) },
      item: { (row: PolicyStanding) in
        O2c_V1_Policy(row.policy, row.state, currency, isFull: isFull)
      })
    return ServerResponse(
      message: .with {
        $0.policies = rows
        $0.nextPageToken = next
      })
  }
}
