import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension StockService {
  package func moveStock(
    request: ServerRequest<O2c_V1_MoveStockRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_MoveStockResponse> {
    try await Mutation("o2c.v1.StockService/MoveStock", in: environment).perform(
      request.message,
      command: { request, shape -> MoveStock? in
        var lines: [MoveStock.Line] = []
        for (index, line) in request.lines.enumerated() {
          if let line = shape.move(line, "lines[\(index)]", note: request.note) {
            lines.append(line)
          }
        }
        return MoveStock(lines: lines, isForced: request.force, reference: request.reference)
      },
      reply: { moved in
        O2c_V1_MoveStockResponse.with {
          $0.stockLevels = moved.map { .init(StockLevelStanding(level: $0.level, sku: $0.sku)) }
        }
      }
    ).response
  }
}

extension Shape {
  fileprivate mutating func move(
    _ line: O2c_V1_MoveStockRequest.Line, _ path: String, note: String
  ) -> MoveStock.Line? {
    let product = ProductReference(product: line.product, sku: line.sku, at: path, &self)
    let from = optionalID(line.from, Names.warehouse, "\(path).from")
    let to = optionalID(line.to, Names.warehouse, "\(path).to")
    var amount: MoveStock.Line.Amount?
    switch line.amount {
    case .quantity(let text): amount = quantity(text, "\(path).quantity").map { .quantity($0) }
    case .counted(let text):
      amount = decimal(text, "\(path).counted").map { .counted($0) }
      if from != nil {
        add("\(path).from", .fieldInvalid, "A count is of one warehouse: name it in `to`.")
      }
    case nil: add("\(path).quantity", .fieldRequired, "Say how much moves, or what was counted.")
    }
    guard let product, let amount else { return nil }
    return MoveStock.Line(
      product: product, from: from, to: to, amount: amount,
      reason: [line.reasonCode, note].filter { !$0.isEmpty }.joined(separator: ": "))
  }
}
