import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension CreditService {
  package func getCreditAccount(
    request: ServerRequest<O2c_V1_GetCreditAccountRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CreditAccount> {
    let reading = try Reading(in: environment, checking: request.message)
    guard let customer = Names.creditAccount.parent(in: request.message.name) else {
      throw Rejection.notFound(request.message.name)
    }
    let today = try await reading.today()
    let found: CreditStanding = try await reading.get(
      GetCreditAccount(of: customer, today: today), named: request.message.name)
    return ServerResponse(message: O2c_V1_CreditAccount(found, today: today))
  }
}
