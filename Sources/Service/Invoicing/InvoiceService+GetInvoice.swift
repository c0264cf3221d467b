import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension InvoiceService {
  package func getInvoice(
    request: ServerRequest<O2c_V1_GetInvoiceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Invoice> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.invoice)
    let found: InvoiceStanding = try await reading.get(
      GetInvoice(id), named: request.message.name)
    return ServerResponse(message: O2c_V1_Invoice(found))
  }
}
