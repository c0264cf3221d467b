import Domain
package import GRPCCore
package import OrderToCashAPI

extension OrderService {
  package func releaseOrder(
    request: ServerRequest<O2c_V1_ReleaseOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Order> {
    let reply = try standingReply(isPreview: request.message.validateOnly)
    return try await Mutation("o2c.v1.OrderService/ReleaseOrder", in: environment).perform(
      request.message,
      command: { request, shape -> ReleaseOrder? in
        shape.id(request.name, Names.order, "name").map {
          ReleaseOrder(
            order: $0, expectedVersion: shape.version(request.etag), reason: request.reason,
            note: request.note)
        }
      }, reply: reply
    ).response
  }
}
