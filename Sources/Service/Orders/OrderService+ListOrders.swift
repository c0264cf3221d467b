import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension OrderService {
  package func listOrders(
    request: ServerRequest<O2c_V1_ListOrdersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListOrdersResponse> {
    let reading = try Reading(in: environment)
    let seesCredit = reading.caller.may("credit.read")
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let (orders, next) = try await reading.list(
      request.message, "o2c.v1.OrderService/ListOrders", query: { ListOrders($0) },
      item: { (standing: OrderStanding) in
        O2c_V1_Order(standing, view: view, seesCredit: seesCredit)
      })
    return ServerResponse(
      message: .with {
        $0.orders = orders
        $0.nextPageToken = next
      })
  }
}
