import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  package func listApprovals(
    request: ServerRequest<O2c_V1_ListApprovalsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListApprovalsResponse> {
    let reading = try Reading(in: environment)
    let now = environment.clock.now()
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.AdminService/ListApprovals",
      query: { ListApprovals($0, now: now) },
      item: { (row: Approval) in O2c_V1_Approval(row, at: now) })
    return ServerResponse(
      message: .with {
        $0.approvals = rows
        $0.nextPageToken = next
      })
  }
}
