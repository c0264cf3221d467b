import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension OrderService {
  package func getOrder(
    request: ServerRequest<O2c_V1_GetOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let reading = try Reading(in: environment)
    var shape = Shape(checking: request.message)
    let order = shape.id(request.message.name, Names.order, "name")
    try shape.faults.check()
    guard let order else { throw Rejection.notFound(request.message.name) }
    let standing: OrderStanding = try await reading.get(
      GetOrder(order), named: request.message.name)
    return ServerResponse(
      message: O2c_V1_Order(
        standing, seesCredit: reading.caller.may("credit.read")))
  }
}
