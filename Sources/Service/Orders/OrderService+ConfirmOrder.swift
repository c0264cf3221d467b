import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func confirmOrder(
    request: ServerRequest<O2c_V1_ConfirmOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let view = request.message.view
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.OrderService/ConfirmOrder", in: environment).perform(
      request.message,
      command: { request, shape -> ConfirmOrder? in
        let options = ConfirmationOptions(
          failOnHold: request.failOnHold, allowBackorder: request.allowBackorder,
          expectedTotal: request.hasExpectedTotal ? request.expectedTotal : nil, &shape)
        return shape.id(request.name, Names.order, "name").map {
          ConfirmOrder(
            order: $0, expectedVersion: shape.version(request.etag), options: options)
        }
      },
      reply: { order in
        var message = O2c_V1_Order(order, view: view, seesCredit: seesCredit)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
