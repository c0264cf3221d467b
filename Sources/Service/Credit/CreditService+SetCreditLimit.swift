import Domain
package import GRPCCore
package import OrderToCashAPI

extension CreditService {
  package func setCreditLimit(
    request: ServerRequest<O2c_V1_SetCreditLimitRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_CreditAccount> {
    let isPreview = request.message.validateOnly
    let today = try await Reading(in: environment).today()
    return try await Mutation("o2c.v1.CreditService/SetCreditLimit", in: environment)
      .performGoverned(
        request.message,
        command: { request, shape -> SetCreditLimit? in
          let version = shape.requiredVersion(request.etag, of: "credit account")
          let change = SetCreditLimit(request, expectedVersion: version, &shape)
          return version == nil ? nil : change
        },
        reply: { account in
          var message = O2c_V1_CreditAccount(account, today: today)
          if isPreview {
            message.etag = ""
            message.approval = ""
          }
          return message
        }
      ).response
  }
}

extension SetCreditLimit {
  init?(
    _ request: O2c_V1_SetCreditLimitRequest, expectedVersion: Int64?, _ shape: inout Shape
  ) {
    guard let customer = shape.creditAccount(request.name) else { return nil }
    let limit = shape.money(request.limit, "limit")
    var temporary: (amount: Money, until: CalendarDay)?
    if request.hasTemporaryLimit {
      let path = "temporary_limit"
      let amount = shape.money(request.temporaryLimit.amount, "\(path).amount")
      let until = shape.day(
        request.temporaryLimit.untilDate, isSet: request.temporaryLimit.hasUntilDate,
        "\(path).until_date")
      if let amount, let until { temporary = (amount, until) }
    }
    guard let limit else { return nil }
    self.init(
      customer: customer, expectedVersion: expectedVersion, limit: limit,
      temporaryLimit: temporary, note: request.note)
  }
}
