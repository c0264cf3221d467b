import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CreditService {
  package func listCreditAccounts(
    request: ServerRequest<O2c_V1_ListCreditAccountsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListCreditAccountsResponse> {
    let reading = try Reading(in: environment)
    let today = try await reading.today()
    let isFull = request.message.view == .full
    let (accounts, next) = try await reading.list(
      request.message, "o2c.v1.CreditService/ListCreditAccounts",
      query: { ListCreditAccounts($0) },
      item: { (standing: CreditStanding) in
        O2c_V1_CreditAccount(standing, today: today, isFull: isFull)
      })
    return ServerResponse(
      message: .with {
        $0.creditAccounts = accounts
        $0.nextPageToken = next
      })
  }
}
