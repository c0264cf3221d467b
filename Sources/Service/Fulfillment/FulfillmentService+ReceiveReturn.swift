import Domain
package import GRPCCore
package import OrderToCashAPI

extension FulfillmentService {
  package func receiveReturn(
    request: ServerRequest<O2c_V1_ReceiveReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.FulfillmentService/ReceiveReturn", in: environment).perform(
      request.message,
      command: { request, shape -> ReceiveReturn? in
        let warehouse = shape.optionalID(request.warehouse, Names.warehouse, "warehouse")
        var lines: [ReceiveReturn.Line] = []
        for (index, line) in request.lines.enumerated() {
          let path = "lines[\(index)]"
          let number = shape.lineNumber(line.lineID, "\(path).line_id")
          let quantity = shape.quantity(line.quantity, "\(path).quantity")
          let shipment = shape.shipment(line.shipment, of: nil, "\(path).shipment")
          if let number, let quantity {
            lines.append(
              .init(
                orderLine: number, shipment: shipment, quantity: quantity,
                disposition: line.disposition.domain))
          }
        }
        return shape.id(request.name, Names.returned, "name").map {
          ReceiveReturn(
            return: $0, expectedVersion: shape.version(request.etag), lines: lines,
            warehouse: warehouse, note: request.note)
        }
      },
      reply: {
        var message = O2c_V1_Return($0)
        if isPreview { message.etag = "" }
        return message
      }
    ).response
  }
}
