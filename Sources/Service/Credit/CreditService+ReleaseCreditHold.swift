import Domain
package import GRPCCore
package import OrderToCashAPI

extension CreditService {
  package func releaseCreditHold(
    request: ServerRequest<O2c_V1_ReleaseCreditHoldRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.CreditService/ReleaseCreditHold", in: environment)
      .performGoverned(
        request.message,
        command: { request, shape in
          ReleaseCreditHold(request, expectedVersion: shape.version(request.etag), &shape)
        },
        reply: { order in
          var message = O2c_V1_Order(order, seesCredit: seesCredit)
          if isPreview {
            message.etag = ""
            message.approval = ""
          }
          return message
        }
      ).response
  }
}

extension ReleaseCreditHold {
  init?(
    _ request: O2c_V1_ReleaseCreditHoldRequest, expectedVersion: Int64?, _ shape: inout Shape
  ) {
    let until = shape.instant(
      request.validUntilTime, isSet: request.hasValidUntilTime, "valid_until_time")
    guard let order = shape.id(request.name, Names.order, "name") else { return nil }
    self.init(
      order: order, expectedVersion: expectedVersion, note: request.note, validUntil: until)
  }
}
