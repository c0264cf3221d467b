import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension AdminService {
  package func listPrincipals(
    request: ServerRequest<O2c_V1_ListPrincipalsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListPrincipalsResponse> {
    let reading = try Reading(in: environment)
    let currency = try await reading.ownSeller().currency
    let now = environment.clock.now()
    let (rows, next) = try await reading.list(
      request.message, "o2c.v1.AdminService/ListPrincipals",
      query: { ListPrincipals($0) },
      item: { (row: PrincipalStanding) in O2c_V1_Principal(row, currency: currency, now: now) })
    return ServerResponse(
      message: .with {
        $0.principals = rows
        $0.nextPageToken = next
      })
  }
}
