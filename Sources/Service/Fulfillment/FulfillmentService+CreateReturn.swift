import Domain
package import GRPCCore
package import OrderToCashAPI

extension FulfillmentService {
  package func createReturn(
    request: ServerRequest<O2c_V1_CreateReturnRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Return> {
    let isPreview = request.message.validateOnly
    return try await Mutation("o2c.v1.FulfillmentService/CreateReturn", in: environment).perform(
      request.message,
      command: { request, shape -> CreateReturn? in
        let order = shape.id(request.order, Names.order, "order")
        var lines: [CreateReturn.Line] = []
        for (index, line) in request.lines.enumerated() {
          let path = "lines[\(index)]"
          let number = shape.lineNumber(line.lineID, "\(path).line_id")
          let quantity = shape.quantity(line.quantity, "\(path).quantity")
          let shipment = shape.shipment(line.shipment, of: order, "\(path).shipment")
          if let number, let quantity {
            lines.append(
              .init(
                orderLine: number, shipment: shipment, quantity: quantity,
                reasonCode: line.reasonCode, disposition: line.disposition.domain))
          }
        }
        return order.map { CreateReturn(order: $0, lines: lines, note: request.note) }
      },
      reply: { back in
        var message = O2c_V1_Return(back)
        if isPreview {
          message.name = ""
          message.rmaNumber = ""
          message.etag = ""
        }
        return message
      }
    ).response
  }
}

extension Shape {
  /// The shipment of a line; nil where none is named. One of another order is nowhere.
  mutating func shipment(
    _ name: String, of order: ID<Order>?, _ field: String
  ) -> ID<Shipment>? {
    guard !name.isEmpty else { return nil }
    guard let (parent, shipment) = Names.shipment(in: name) else {
      add(
        field, .identifierInvalid,
        "A resource name of the form orders/{order}/shipments/{shipment}.")
      return nil
    }
    if let order, order != parent {
      add(field, .referenceNotFound, "The order has no such shipment.")
    }
    return shipment
  }
}
