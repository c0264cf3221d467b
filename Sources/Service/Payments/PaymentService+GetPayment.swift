import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension PaymentService {
  package func getPayment(
    request: ServerRequest<O2c_V1_GetPaymentRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Payment> {
    let reading = try Reading(in: environment, checking: request.message)
    let id = try reading.id(request.message.name, Names.payment)
    let found: Payment = try await reading.get(
      GetPayment(id), named: request.message.name)
    return ServerResponse(message: O2c_V1_Payment(found))
  }
}
