import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension CreditService {
  package func checkCredit(
    request: ServerRequest<O2c_V1_CheckCreditRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CheckCreditResponse> {
    let reading = try Reading(in: environment)
    let request = request.message
    var shape = Shape(checking: request)
    let customer = shape.optionalID(request.customer, Names.customer, "customer")
    let order = shape.optionalID(request.order, Names.order, "order")
    if request.customer.isEmpty, request.order.isEmpty {
      shape.add("customer", .fieldRequired, "Name a customer or an order.")
    }
    let amount = request.hasAmount ? shape.money(request.amount, "amount") : nil
    let terms = shape.terms(request.paymentTerms, "payment_terms")
    try shape.faults.check()
    let answer = try await reading.rehearse(
      CheckCredit(
        customer: customer, order: order, amount: amount,
        checkpoint: request.checkpoint == .ship ? .ship : .confirm, terms: terms),
      "o2c.v1.CreditService/CheckCredit")
    let today = try await reading.today()
    let currency = answer.account.currency
    let accounts = [answer.account] + (answer.group.map { [$0] } ?? [])
    return ServerResponse(
      message: .with {
        $0.decision = .init(answer.assessment, currency)
        $0.creditAccounts = accounts.map { .init($0, today: today) }
      })
  }
}
