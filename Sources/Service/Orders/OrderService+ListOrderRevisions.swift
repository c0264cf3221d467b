import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension OrderService {
  package func listOrderRevisions(
    request: ServerRequest<O2c_V1_ListOrderRevisionsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListOrderRevisionsResponse> {
    let reading = try Reading(in: environment)
    let seesCredit = reading.caller.may("credit.read")
    var shape = Shape(checking: request.message)
    let order = shape.id(request.message.parent, Names.order, "parent")
    try shape.faults.check()
    guard let order else { throw Rejection.notFound(request.message.parent) }
    let _: OrderStanding = try await reading.get(GetOrder(order), named: request.message.parent)
    let view = request.message.view == .full ? O2c_V1_View.Level.full : .basic
    let (revisions, next) = try await reading.list(
      request.message, "o2c.v1.OrderService/ListOrderRevisions", scope: [request.message.parent],
      query: { ListOrderRevisions(of: order, $0) },
      item: { (revision: ListedRevision) in
        O2c_V1_OrderRevision.with {
          $0.revision = revision.order.revision
          $0.order = O2c_V1_Order(revision.order, view: view, seesCredit: seesCredit)
          if let actor = revision.actor { $0.actor = Names.principal.name(actor) }
          $0.reason = revision.reason
          $0.createTime = .init(revision.createTime)
        }
      })
    return ServerResponse(
      message: .with {
        $0.revisions = revisions
        $0.nextPageToken = next
      })
  }
}
