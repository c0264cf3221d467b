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
        let receipt = shape.optionalID(request.receipt, Names.receipt, "receipt")
        let lines = shape.receiptLines(request.lines)
        if request.receipt.isEmpty, request.lines.isEmpty {
          shape.add("lines", .fieldRequired, "Say what came in, or which receipt did.")
        }
        return ReceiveStock(
          receipt: receipt, warehouse: warehouse, reference: request.reference, lines: lines)
      },
      reply: { receipt in
        var message = O2c_V1_StockReceipt(receipt)
        // The lines come back in the order of the request.
        if request.message.receipt.isEmpty {
          for (index, line) in asked.enumerated() { message.lines[index].sku = line.sku }
        }
        if isPreview { message.name = "" }
        return message
      }
    ).response
  }
}
