import Domain
package import GRPCCore
package import OrderToCashAPI
import SwiftProtobuf

extension OrderService {
  /// The batch without end: results come after commit, in any order, and name their request id. At
  /// most 1,000 requests are under way; then the server stops reading.
  package func placeOrders(
    request: StreamingServerRequest<O2c_V1_PlaceOrdersRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_PlaceOrdersResponse> {
    var terms = try MutationTerms.ofCall()
    terms.deadline = nil
    let (messages, termsOfItems) = (request.messages, terms)
    return StreamingServerResponse { writer in
      try await withThrowingTaskGroup(of: [O2c_V1_PlaceOrderResult].self) { group in
        var underWay = 0
        for try await message in messages {
          try BatchShape.check(message.requests.count, message)
          underWay += message.requests.count
          group.addTask { [self] in
            await self.results(
              of: message.requests, view: message.view, on: termsOfItems)
          }
          while underWay >= 1000, let results = try await group.next() {
            underWay -= results.count
            try await writer.write(.with { $0.results = results })
          }
        }
        for try await results in group {
          try await writer.write(.with { $0.results = results })
        }
      }
      return [:]
    }
  }
}
