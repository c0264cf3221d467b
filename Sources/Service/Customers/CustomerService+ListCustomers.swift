import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CustomerService {
  package func listCustomers(
    request: ServerRequest<O2c_V1_ListCustomersRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListCustomersResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.CustomerService/ListCustomers",
      query: { ListCustomers($0) },
      item: { (row: Customer) in O2c_V1_Customer(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.customers = rows
        $0.nextPageToken = next
      })
  }
}
