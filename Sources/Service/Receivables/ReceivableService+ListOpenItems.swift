import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension ReceivableService {
  package func listOpenItems(
    request: ServerRequest<O2c_V1_ListOpenItemsRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListOpenItemsResponse> {
    let reading = try Reading(in: environment)
    let message = request.message
    var shape = Shape(checking: message)
    let day = shape.day(message.asOfDate, isSet: message.hasAsOfDate, "as_of_date")
    let known = shape.instant(
      message.knownAtTime, isSet: message.hasKnownAtTime, "known_at_time")
    try shape.faults.check()
    let today = try await reading.today()
    let asOf = day ?? today
    let (items, next) = try await reading.list(
      message, "o2c.v1.ReceivableService/ListOpenItems",
      scope: [asOf.description, known?.description ?? ""],
      query: { ListOpenItems($0, asOf: asOf, knownAt: known) },
      item: { (standing: OpenItemStanding) in O2c_V1_OpenItem(standing, asOf: asOf) })
    return ServerResponse(
      message: .with {
        $0.openItems = items
        $0.nextPageToken = next
      })
  }
}

extension O2c_V1_OpenItem {
  init(_ standing: OpenItemStanding, asOf day: CalendarDay) {
    self.init()
    let item = standing.item
    name = Names.openItem.name(item.id)
    customer = Names.customer.name(item.customer)
    document = Names.invoice.name(item.invoice)
    documentNumber = item.documentNumber
    kind = item.isDeposit ? .deposit : .invoice
    issueDate = .init(item.documentDate)
    dueDate = .init(item.dueDate)
    original = .init(item.original, item.currency)
    outstanding = .init(standing.outstanding, item.currency)
    let days = max(0, day.daysSince1970 - item.dueDate.daysSince1970)
    daysOverdue = days
    bucket =
      switch days {
      case 0: .notDue
      case 1...30: .days1To30
      case 31...60: .days31To60
      case 61...90: .days61To90
      case 91...120: .days91To120
      default: .daysOver120
      }
  }
}
