import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func holdOrder(
    request: ServerRequest<O2c_V1_HoldOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let reply = try standingReply(isPreview: request.message.validateOnly)
    return try await Mutation("o2c.v1.OrderService/HoldOrder", in: environment).perform(
      request.message,
      command: { request, shape -> HoldOrder? in
        shape.id(request.name, Names.order, "name").map {
          HoldOrder(
            order: $0, expectedVersion: shape.version(request.etag), reason: request.reason,
            note: request.note)
        }
      }, reply: reply
    ).response
  }
}
