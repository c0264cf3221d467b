import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension PaymentService {
  package func listPayments(
    request: ServerRequest<O2c_V1_ListPaymentsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPaymentsResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.PaymentService/ListPayments",
      query: { ListPayments($0) },
      item: { (row: Payment) in O2c_V1_Payment(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.payments = rows
        $0.nextPageToken = next
      })
  }
}
