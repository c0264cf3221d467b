import Domain
import GRPCCore
import OrderToCashAPI
import Postgres
import Store
import SwiftProtobuf

/// The one way of a read: the caller's seller and scope, one read-only snapshot.
struct Reading {
  let environment: Environment
  let call: CallContext
  let caller: AuthenticatedCaller
  let seller: ID<Seller>

  /// - Throws: what keeps a call without a caller from reading.
  init(in environment: Environment) throws(ServiceError) {
    self.environment = environment
    (call, caller, seller) = try CallContext.authenticated()
  }

  /// Asks within the call's time. A rejection by the question (a filter that is none) comes as
  /// itself.
  func ask<Q: ReadQuery>(_ query: Q) async throws -> Q.Answer {
    do throws(TransactionError) {
      return try await environment.readers.answer(
        query, of: seller, for: caller.domainCaller.scope,
        deadline: call.deadline.map { Deadline(at: $0) })
    } catch {
      if case .body(let cause) = error, let rejection = cause as? Rejection { throw rejection }
      throw error
    }
  }

  /// Asks for one thing; what is not there and what is not the caller's look the same.
  func get<Q: ReadQuery, Value: Sendable>(
    _ query: Q, named name: String
  ) async throws -> Value where Q.Answer == Value? {
    guard let value = try await ask(query) else { throw Rejection.notFound(name) }
    return value
  }

  /// The seller's business date.
  func today() async throws -> CalendarDay {
    environment.clock.day(at: environment.clock.now(), in: try await timeZone())
  }

  func timeZone() async throws -> String {
    try await environment.timeZones.zone(of: seller) {
      try await ask(GetSeller())?.timeZone ?? "UTC"
    }
  }
}

/// What every list request has.
protocol ListMessage: Message {
  var pageSize: Int32 { get }
  var pageToken: String { get }
  var filter: String { get }
  var orderBy: String { get }
  var view: O2c_V1_View.Level { get }
}

extension O2c_V1_ListCustomersRequest: ListMessage {}
extension O2c_V1_ListProductsRequest: ListMessage {}
extension O2c_V1_ListWarehousesRequest: ListMessage {}
extension O2c_V1_ListStockLevelsRequest: ListMessage {}
extension O2c_V1_ListOrdersRequest: ListMessage {}
extension O2c_V1_ListOrderRevisionsRequest: ListMessage {}
extension O2c_V1_ListShipmentsRequest: ListMessage {}
extension O2c_V1_ListReturnsRequest: ListMessage {}
extension O2c_V1_ListInvoicesRequest: ListMessage {}
extension O2c_V1_ListPaymentsRequest: ListMessage {}
extension O2c_V1_ListOpenItemsRequest: ListMessage {}
extension O2c_V1_ListJournalEntriesRequest: ListMessage {}
extension O2c_V1_ListEventsRequest: ListMessage {}
extension O2c_V1_ListPrincipalsRequest: ListMessage {}
extension O2c_V1_ListPricesRequest: ListMessage {}
extension O2c_V1_ListTaxRulesRequest: ListMessage {}
extension O2c_V1_ListCreditAccountsRequest: ListMessage {}
extension O2c_V1_ListPoliciesRequest: ListMessage {}
extension O2c_V1_ListApprovalsRequest: ListMessage {}

extension Reading {
  static let defaultPageSize = 50
  static let largestPageSize = 1000
  /// Of the rows of a reply; a page ends early rather than grow beyond it.
  static let largestPage = 3 << 20

  /// A page of rows as messages, and the token of the next page.
  ///
  /// - Parameters:
  ///   - scope: what of the request decides on the rows besides filter, order and view.
  ///   - query: the question for a page.
  func list<Request: ListMessage, Q: ReadQuery, Row: Sendable, Item: Message>(
    _ request: Request, _ method: String, scope: [String] = [],
    query: (ListRequest) -> Q, item: (Row) throws -> Item
  ) async throws -> (items: [Item], nextPageToken: String) where Q.Answer == Listing<Row> {
    var shape = Shape(checking: request)
    if request.pageSize < 0 {
      shape.add("page_size", .fieldOutOfRange, "A page has 1 to \(Self.largestPageSize) rows.")
    }
    try shape.faults.check()
    let size =
      request.pageSize == 0
      ? Self.defaultPageSize : min(Int(request.pageSize), Self.largestPageSize)
    let pages = PageScope(
      seller: seller, principal: caller.principal, method: method,
      query: [request.filter, request.orderBy, "\(request.view.rawValue)"] + scope)
    let now = environment.clock.now()
    let after =
      try request.pageToken.isEmpty
      ? nil
      : PagePosition.read(
        environment.pageTokens.position(in: request.pageToken, for: pages, now: now))
    let listing = try await ask(
      query(
        ListRequest(
          filter: request.filter, orderBy: request.orderBy, size: size, after: after,
          isFull: request.view == .full, today: today())))
    var items: [Item] = []
    var bytes = 0
    for row in listing.rows {
      let item = try item(row)
      bytes += (try item.serializedBytes() as [UInt8]).count
      if bytes > Self.largestPage, !items.isEmpty { break }
      items.append(item)
    }
    let isCut = items.count < listing.rows.count
    guard let last = items.isEmpty ? nil : listing.keys[items.count - 1],
      isCut || listing.hasMore
    else { return (items, "") }
    return (
      items, environment.pageTokens.token(after: PagePosition.write(last), in: pages, now: now)
    )
  }
}

/// The keys of a row as bytes: each with its length before it.
enum PagePosition {
  static func write(_ keys: [String]) -> [UInt8] {
    keys.reduce(into: []) { bytes, key in
      withUnsafeBytes(of: UInt32(key.utf8.count).bigEndian) { bytes += $0 }
      bytes += key.utf8
    }
  }

  static func read(_ bytes: [UInt8]) -> [String] {
    var keys: [String] = []
    var rest = bytes[...]
    while rest.count >= 4 {
      let length = Int(rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
      rest = rest.dropFirst(4)
      keys.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length)
    }
    return keys
  }
}
