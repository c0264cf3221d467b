import Domain
package import GRPCCore
package import OrderToCashAPI

extension StockService {
  package func receiveStock(
    request: ServerRequest<O2c_V1_ReceiveStockRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_StockReceipt> {
    let isPreview = request.message.validateOnly
    let asked = request.message.lines
    return try await Mutation("o2c.v1.StockService/ReceiveStock", in: environment).perform(
      request.message,
      command: { request, shape -> ReceiveStock? in
        let warehouse = shape.optionalID(request.warehouse, Names.warehouse, "warehouse")
        var lines: [ReceiveStock.Line] = []
        for (index, line) in request.lines.enumerated() {
          let path = "lines[\(index)]"
          let product = ProductReference(
            product: line.product, sku: line.sku, at: path, &shape)
          let quantity = shape.quantity(line.quantity, "\(path).quantity")
          if let product, let quantity { lines.append(.init(product: product, quantity: quantity)) }
        }
        return ReceiveStock(warehouse: warehouse, reference: request.reference, lines: lines)
      },
      reply: { receipt in
        var message = O2c_V1_StockReceipt(receipt)
        // The lines come back in the order of the request.
        for (index, line) in asked.enumerated() { message.lines[index].sku = line.sku }
        if isPreview { message.name = "" }
        return message
      }
    ).response
  }
}
