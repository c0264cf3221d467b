import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension FulfillmentService {
  package func listReturns(
    request: ServerRequest<O2c_V1_ListReturnsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListReturnsResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.FulfillmentService/ListReturns",
      query: { ListReturns($0) },
      item: { (row: Return) in O2c_V1_Return(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.returns = rows
        $0.nextPageToken = next
      })
  }
}
