import Domain
package import GRPCCore
package import OrderToCashAPI

extension CreditService {
  package func releaseCreditHold(
    request: ServerRequest<O2c_V1_ReleaseCreditHoldRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CreditService/ReleaseCreditHold", in: environment).perform(
      request.message,
      command: { request, shape -> ReleaseCreditHold? in
        let until = shape.instant(
          request.validUntilTime, isSet: request.hasValidUntilTime, "valid_until_time")
        return shape.id(request.name, Names.order, "name").map {
          ReleaseCreditHold(
            order: $0, expectedVersion: shape.version(request.etag), note: request.note,
            validUntil: until)
        }
      },
      reply: { order in
        var message = O2c_V1_Order(order, seesCredit: seesCredit)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
