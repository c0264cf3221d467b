import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension ReceivableService {
  package func getAccountBalance(
    request: ServerRequest<O2c_V1_GetAccountBalanceRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_AccountBalance> {
    let reading = try Reading(in: environment)
    let message = request.message
    var shape = Shape(checking: message)
    let suffix = "/accountBalance"
    let parent = message.name.hasSuffix(suffix) ? String(message.name.dropLast(suffix.count)) : ""
    let customer = Names.customer.id(in: parent)
    if customer == nil {
      shape.add("name", .identifierInvalid, "A resource name of the form customers/{id}\(suffix).")
    }
    let day = shape.day(message.asOfDate, isSet: message.hasAsOfDate, "as_of_date")
    let known = shape.instant(
      message.knownAtTime, isSet: message.hasKnownAtTime, "known_at_time")
    try shape.faults.check()
    guard let customer else { throw Rejection.notFound(message.name) }
    let today = try await reading.today()
    let asOf = day ?? today
    let balance: CustomerBalance = try await reading.get(
      GetAccountBalance(of: customer, asOf: asOf, knownAt: known), named: message.name)
    return ServerResponse(
      message: .with {
        $0.name = message.name
        $0.customer = Names.customer.name(customer)
        $0.asOfDate = .init(asOf)
        $0.balances = balance.sums.map { sum in
          .with {
            $0.open = .init(sum.open, sum.currency)
            $0.overdue = .init(sum.overdue, sum.currency)
            $0.unapplied = .init(sum.unapplied, sum.currency)
          }
        }
      })
  }
}
