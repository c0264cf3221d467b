import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func cancelOrder(
    request: ServerRequest<O2c_V1_CancelOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let seesCredit = try CallContext.authenticated().caller.may("credit.read")
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.OrderService/CancelOrder", in: environment).perform(
      request.message,
      command: { request, shape -> CancelOrder? in
        var lines: [CancelOrder.Line] = []
        for (index, line) in request.lines.enumerated() {
          let number = shape.lineNumber(line.lineID, "lines[\(index)].line_id")
          let quantity = shape.quantity(line.quantity, "lines[\(index)].quantity")
          if let number, let quantity { lines.append(.init(number: number, quantity: quantity)) }
        }
        return shape.id(request.name, Names.order, "name").map {
          CancelOrder(
            order: $0, expectedVersion: shape.version(request.etag),
            reasonCode: request.reasonCode, lines: lines)
        }
      },
      reply: { standing in
        var message = O2c_V1_Order(standing, seesCredit: seesCredit)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
