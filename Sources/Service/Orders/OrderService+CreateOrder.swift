import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func createOrder(
    request: ServerRequest<O2c_V1_CreateOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.OrderService/CreateOrder", in: environment).perform(
      request.message,
      command: { request, shape -> CreateOrder? in
        OrderRequest(request.order, at: "order", &shape).map { CreateOrder($0) }
      },
      reply: { order in
        var message = O2c_V1_Order(order, seesCredit: seesCredit)
        if isPreview { message.makePreview() }
        return message
      }
    ).response
  }
}
