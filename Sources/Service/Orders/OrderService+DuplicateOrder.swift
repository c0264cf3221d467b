import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func duplicateOrder(
    request: ServerRequest<O2c_V1_DuplicateOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.OrderService/DuplicateOrder", in: environment).perform(
      request.message,
      command: { request, shape -> DuplicateOrder? in
        shape.id(request.name, Names.order, "name").map {
          DuplicateOrder(order: $0, expectedVersion: shape.version(request.etag))
        }
      },
      reply: { order in
        var message = O2c_V1_Order(order, seesCredit: seesCredit)
        if isPreview { message.makePreview() }
        return message
      }
    ).response
  }
}
