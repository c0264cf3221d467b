import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func previewOrder(
    request: ServerRequest<O2c_V1_PreviewOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let reading = try Reading(in: environment)
    var shape = Shape(checking: request.message)
    let asked = OrderRequest(request.message.order, at: "order", &shape)
    try shape.faults.check()
    guard let asked else { preconditionFailure("a request without faults is an order") }
    let preview = try await reading.rehearse(
      PreviewOrder(asked, options: .init(allowBackorder: request.message.allowBackorder)),
      "o2c.v1.OrderService/PreviewOrder")
    var message = O2c_V1_Order(preview.order, seesCredit: reading.caller.may("credit.read"))
    message.makePreview()
    message.previewToken = environment.previewTokens.token(
      for: preview.facts,
      of: PreviewScope(
        seller: reading.seller, principal: reading.caller.principal, order: request.message.order),
      now: environment.clock.now())
    return ServerResponse(message: message)
  }
}
