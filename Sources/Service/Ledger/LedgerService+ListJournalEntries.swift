import Domain
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension LedgerService {
  package func listJournalEntries(
    request: ServerRequest<O2c_V1_ListJournalEntriesRequest>, context: ServerContext
  ) async throws -> ServerResponse<O2c_V1_ListJournalEntriesResponse> {
    let reading = try Reading(in: environment)
    let message = request.message
    var shape = Shape(checking: message)
    let day = shape.day(message.asOfDate, isSet: message.hasAsOfDate, "as_of_date")
    let known = shape.instant(
      message.knownAtTime, isSet: message.hasKnownAtTime, "known_at_time")
    try shape.faults.check()
    let (entries, next) = try await reading.list(
      message, "o2c.v1.LedgerService/ListJournalEntries",
      scope: [day?.description ?? "", known?.description ?? ""],
      query: { ListJournalEntries($0, asOf: day, knownAt: known) },
      item: { (entry: JournalEntry) in O2c_V1_JournalEntry(entry) })
    return ServerResponse(
      message: .with {
        $0.journalEntries = entries
        $0.nextPageToken = next
      })
  }
}

extension O2c_V1_JournalEntry {
  init(_ entry: JournalEntry) {
    self.init()
    name = Names.entry.name(entry.id)
    postingDate = .init(entry.postingDate)
    recordTime = .init(entry.recordTime)
    document = entry.document.description
    lines = entry.postings.map { posting in
      .with {
        $0.account = String(posting.account.rawValue)
        if posting.amount >= 0 {
          $0.debit = .init(posting.amount, entry.currency)
        } else {
          $0.credit = .init(-posting.amount, entry.currency)
        }
        if let customer = posting.customer { $0.customer = Names.customer.name(customer) }
      }
    }
    if let reversed = entry.reverses { reverses = Names.entry.name(reversed) }
    requestID = entry.requestID.uuidText
  }
}
