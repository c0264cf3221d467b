import Crypto
import Domain
import Foundation
package import GRPCCore
package import OrderToCashAPI
import Store
import SwiftProtobuf

extension ReportService {
  package func exportRecords(
    request: ServerRequest<O2c_V1_ExportRecordsRequest>, context: ServerContext
  ) async throws -> StreamingServerResponse<O2c_V1_ExportRecordsResponse> {
    let message = request.message
    let reading = try Reading(in: environment)
    try Shape(checking: message).faults.check()
    guard let kind = ExportKind(message.kind) else {
      throw Rejection.invalidField("kind", .fieldRequired, "Say what is exported.")
    }
    let permission = MethodTable.byName[kind.list]?.permission ?? ""
    guard reading.caller.may(permission) else { throw ServiceError.permissionMissing(permission) }
    let text = ExportText(columns: message.format == .jsonl ? nil : ExportColumns(kind))
    let run = ExportRun(reading: reading, filter: message.filter, today: try await reading.today())
    // A filter that is none is refused before the stream begins.
    let first = try await run.page(kind, after: nil)
    return StreamingServerResponse { writer in
      var file = ExportFile(writer: writer)
      try await file.add(text.heading)
      var page = first
      while true {
        for record in page.records { try await file.add(text.write(record), isRecord: true) }
        guard let next = page.next else { break }
        page = try await run.page(kind, after: next)
      }
      try await file.finish()
      return [:]
    }
  }
}

/// Sends what it is given in pieces of 256 KiB, and at last the sum.
private struct ExportFile {
  private static let piece = 262_144

  private let writer: RPCWriter<O2c_V1_ExportRecordsResponse>
  private var bytes: [UInt8] = []
  private var hash = SHA256()
  private var records: Int64 = 0

  init(writer: RPCWriter<O2c_V1_ExportRecordsResponse>) { self.writer = writer }

  mutating func add(_ more: [UInt8], isRecord: Bool = false) async throws {
    if isRecord { records += 1 }
    bytes += more
    guard bytes.count >= Self.piece else { return }
    var start = 0
    while bytes.count - start >= Self.piece {
      try await send(bytes[start..<start + Self.piece])
      start += Self.piece
    }
    bytes.removeFirst(start)
  }

  mutating func finish() async throws {
    hash.update(data: bytes)
    let digest = Array(hash.finalize()).hexadecimal
    try await writer.write(
      .with {
        $0.data = Data(bytes)
        $0.last = true
        $0.sha256 = digest
        $0.records = records
      })
  }

  private mutating func send(_ piece: ArraySlice<UInt8>) async throws {
    try Task.checkCancellation()
    hash.update(data: Array(piece))
    try await writer.write(.with { $0.data = Data(piece) })
  }
}

/// Reads the records of an export page by page; each page is a snapshot of its own, so that a slow
/// reader keeps no snapshot open. Rows are read in the order in which they were made: each comes
/// once, as it is when its page is read.
private struct ExportRun {
  let reading: Reading
  let filter: String
  let today: CalendarDay

  struct Page: Sendable {
    var records: [any Message]
    var next: [String]?
  }

  func page(_ kind: ExportKind, after: [String]?) async throws -> Page {
    let seesCredit = reading.caller.may("credit.read")
    switch kind {
    case .customers:
      return try await page(after, { ListCustomers($0) }) { O2c_V1_Customer($0, view: .full) }
    case .products:
      return try await page(after, { ListProducts($0) }) { O2c_V1_Product($0, view: .full) }
    case .prices:
      return try await page(after, order: "", { ListPrices($0) }) {
        O2c_V1_Price($0.price, sku: $0.sku)
      }
    case .orders:
      return try await page(after, { ListOrders($0) }) {
        O2c_V1_Order($0, view: .full, seesCredit: seesCredit)
      }
    case .invoices:
      return try await page(after, { ListInvoices($0) }) { O2c_V1_Invoice($0, view: .full) }
    case .payments:
      return try await page(after, { ListPayments($0) }) { O2c_V1_Payment($0, view: .full) }
    case .openItems:
      return try await page(after, { ListOpenItems($0, asOf: today) }) {
        O2c_V1_OpenItem($0, asOf: today)
      }
    case .journal:
      return try await page(after, { ListJournalEntries($0, asOf: nil, knownAt: nil) }) {
        O2c_V1_JournalEntry($0)
      }
    case .events:
      return try await page(after, { ListEvents($0) }) {
        O2c_V1_Event($0, seesCredit: seesCredit)
      }
    }
  }

  private func page<Q: ReadQuery, Row: Sendable>(
    _ after: [String]?, order: String = "name", _ query: (ListRequest) -> Q,
    _ message: (Row) -> any Message
  ) async throws -> Page where Q.Answer == Listing<Row> {
    let listing = try await reading.ask(
      query(
        ListRequest(
          filter: filter, orderBy: order, size: 500, after: after, isFull: true, today: today)))
    return Page(records: listing.rows.map(message), next: listing.next)
  }
}
