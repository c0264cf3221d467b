import Domain
package import GRPCCore
package import OrderToCashAPI

extension FulfillmentService {
  package func shipOrder(
    request: ServerRequest<O2c_V1_ShipOrderRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Shipment> {
    try await shipping(request.message, on: .ofCall()).perform().response
  }

  /// The one way of shipping, for single calls and batches.
  func shipping(
    _ request: O2c_V1_ShipOrderRequest, on terms: MutationTerms
  ) throws -> Mutation.Prepared<O2c_V1_Shipment> {
    let isPreview = request.validateOnly
    return try Mutation("o2c.v1.FulfillmentService/ShipOrder", in: environment).prepare(
      request, on: terms,
      command: { request, shape -> ShipOrder? in
        var lines: [ShipOrder.Line] = []
        for (index, line) in request.lines.enumerated() {
          let number = shape.lineNumber(line.lineID, "lines[\(index)].line_id")
          let quantity = shape.quantity(line.quantity, "lines[\(index)].quantity")
          var lots: [Shipment.Lot] = []
          for (place, lot) in line.lots.enumerated() {
            let quantity = shape.quantity(
              lot.quantity, "lines[\(index)].lots[\(place)].quantity")
            if let quantity { lots.append(.init(number: lot.lotNumber, quantity: quantity)) }
          }
          if let number, let quantity {
            lines.append(.init(number: number, quantity: quantity, lots: lots))
          }
        }
        let warehouse = shape.optionalID(request.warehouse, Names.warehouse, "warehouse")
        let date = shape.day(request.shipDate, isSet: request.hasShipDate, "ship_date")
        return shape.id(request.name, Names.order, "name").map {
          ShipOrder(
            order: $0, expectedVersion: shape.version(request.etag), lines: lines,
            warehouse: warehouse, carrier: request.carrier,
            trackingNumber: request.trackingNumber, shipDate: date)
        }
      },
      reply: { shipment in
        var message = O2c_V1_Shipment(shipment, returned: [:])
        if isPreview {
          message.name = ""
          message.etag = ""
          message.shipmentNumber = ""
        }
        return message
      })
  }
}
