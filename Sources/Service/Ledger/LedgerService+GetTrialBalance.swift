import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension LedgerService {
  package func getTrialBalance(
    request: ServerRequest<O2c_V1_GetTrialBalanceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_GetTrialBalanceResponse> {
    let reading = try Reading(in: environment)
    let message = request.message
    var shape = Shape(checking: message)
    let day = shape.day(message.asOfDate, isSet: message.hasAsOfDate, "as_of_date")
    let known = shape.instant(
      message.knownAtTime, isSet: message.hasKnownAtTime, "known_at_time")
    try shape.faults.check()
    let rows = try await reading.ask(GetTrialBalance(asOf: day, knownAt: known))
    let today = try await reading.today()
    return ServerResponse(
      message: .with {
        $0.asOfDate = .init(day ?? today)
        $0.rows = rows.map { row in
          .with {
            $0.account = String(row.account.rawValue)
            $0.displayName = row.account.title
            $0.debit = .init(row.debit, row.currency)
            $0.credit = .init(row.credit, row.currency)
            $0.balance = .init(row.balance, row.currency)
          }
        }
      })
  }
}
