import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension EventService {
  package func listEvents(
    request: ServerRequest<O2c_V1_ListEventsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListEventsResponse> {
    let reading = try Reading(in: environment)
    let seesCredit = reading.caller.may("credit.read")
    let (events, next) = try await reading.list(
      request.message, "o2c.v1.EventService/ListEvents", query: { ListEvents($0) },
      item: { (event: EventRecord) in O2c_V1_Event(event, seesCredit: seesCredit) })
    return ServerResponse(
      message: .with {
        $0.events = events
        $0.nextPageToken = next
      })
  }
}

extension O2c_V1_Event {
  /// - Parameter seesCredit: without it the figures of a credit decision stay inside.
  init(_ event: EventRecord, seesCredit: Bool) {
    self.init()
    name = Names.event.name(event.id)
    type = event.type.rawValue
    if let position = event.position { cursor = String(position) }
    occurTime = .init(event.occurTime)
    if event.actor != Caller.system.principal { actor = Names.principal.name(event.actor) }
    requestID = event.requestID.uuidText
    method = event.method
    if event.resource.kind == .shipment, let order = event.parent {
      resource = Names.shipment(event.resource.id.retyped(), of: order)
    } else {
      resource = event.resource.description
    }
    resourceVersion = event.resourceVersion
    if let customer = event.customer { self.customer = Names.customer.name(customer) }
    data = event.type.hasCreditFigures && !seesCredit ? "{}" : event.data
    if let hash = event.hash { self.hash = hash.hexadecimal }
  }
}

extension [UInt8] {
  /// Lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension EventType {
  /// What only callers with `credit.read` see.
  fileprivate var hasCreditFigures: Bool {
    switch self {
    case .creditDecided, .creditLimitChanged, .creditAccountChanged, .creditLimitExpired,
      .creditUtilizationWarned:
      true
    default: false
    }
  }
}
