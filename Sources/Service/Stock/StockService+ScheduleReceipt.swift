import Domain
package import GRPCCore
package import OrderToCashAPI

extension StockService {
  package func scheduleReceipt(
    request: ServerRequest<O2c_V1_ScheduleReceiptRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_StockReceipt> {
    let isPreview = request.message.validateOnly
    let asked = request.message.lines
    return try await Mutation("o2c.v1.StockService/ScheduleReceipt", in: environment).perform(
      request.message,
      command: { request, shape -> ScheduleReceipt? in
        let warehouse = shape.optionalID(request.warehouse, Names.warehouse, "warehouse")
        let day = shape.day(request.expectedDate, isSet: request.hasExpectedDate, "expected_date")
        let lines = shape.receiptLines(request.lines)
        return day.map {
          ScheduleReceipt(
            warehouse: warehouse, reference: request.reference, expectedDate: $0, lines: lines)
        }
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

extension Shape {
  mutating func receiptLines(_ messages: [O2c_V1_StockReceipt.Line]) -> [ReceiptLine] {
    var lines: [ReceiptLine] = []
    for (index, line) in messages.enumerated() {
      let path = "lines[\(index)]"
      let product = ProductReference(product: line.product, sku: line.sku, at: path, &self)
      let quantity = quantity(line.quantity, "\(path).quantity")
      if let product, let quantity { lines.append(.init(product: product, quantity: quantity)) }
    }
    return lines
  }
}
