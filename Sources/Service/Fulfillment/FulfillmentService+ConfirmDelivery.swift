import Domain
package import GRPCCore
package import OrderToCashAPI
import Store

extension FulfillmentService {
  package func confirmDelivery(
    request: ServerRequest<O2c_V1_ConfirmDeliveryRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_Shipment> {
    let isPreview = request.message.validateOnly
    // The day of a time in the seller's zone; the core knows no zones.
    let zone = try await Reading(in: environment).timeZone()
    let clock = environment.clock
    return try await Mutation("o2c.v1.FulfillmentService/ConfirmDelivery", in: environment)
      .perform(
        request.message,
        command: { request, shape -> ConfirmDelivery? in
          let time = shape.instant(
            request.deliveredTime, isSet: request.hasDeliveredTime, "delivered_time")
          guard let (order, shipment) = Names.shipment(in: request.name) else {
            shape.add(
              "name", .identifierInvalid,
              "A resource name of the form orders/{order}/shipments/{shipment}.")
            return nil
          }
          return ConfirmDelivery(
            order: order, shipment: shipment, expectedVersion: shape.version(request.etag),
            deliveredTime: time, deliveredDate: time.map { clock.day(at: $0, in: zone) },
            recipient: request.recipient, isLost: request.lost, note: request.note)
        },
        reply: {
          var message = O2c_V1_Shipment($0)
          if isPreview { message.etag = "" }
          return message
        }
      ).response
  }
}
