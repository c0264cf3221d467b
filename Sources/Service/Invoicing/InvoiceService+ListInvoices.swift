import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension InvoiceService {
  package func listInvoices(
    request: ServerRequest<O2c_V1_ListInvoicesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListInvoicesResponse> {
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let reading = try Reading(in: environment)
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.InvoiceService/ListInvoices",
      query: { ListInvoices($0) },
      item: { (row: InvoiceStanding) in O2c_V1_Invoice(row, view: view) })
    return ServerResponse(
      message: .with {
        $0.invoices = rows
        $0.nextPageToken = next
      })
  }
}
