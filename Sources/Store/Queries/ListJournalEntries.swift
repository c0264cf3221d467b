package import Domain
package import Postgres

package struct ListJournalEntries: ReadQuery {
  package let request: ListRequest
  /// Nil is all days.
  package let asOf: CalendarDay?
  /// Nil is now.
  package let knownAt: Instant?

  package init(_ request: ListRequest, asOf: CalendarDay? = nil, knownAt: Instant? = nil) {
    self.request = request
    self.asOf = asOf
    self.knownAt = knownAt
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<JournalEntry> {
    var list = JournalEntryTable.list
    if let asOf {
      list.conditions.append("posting_date <= \(bind: Parameter.date(asOf.daysSince1970))")
    }
    if let knownAt {
      list.conditions.append("record_time <= \(bind: Parameter.timestamp(knownAt.microseconds))")
    }
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    let ids = try page.prefix(request.size).map { ID<JournalEntry>(try $0.uuid(0)) }
    let postings = try PostingTable.read(
      try transaction.execute(PostingTable.select(ids, of: seller)))
    return try page.listing(request, columns: 8) { try JournalEntryTable.read($0, postings) }
  }
}

extension PostingTable {
  private static let selection = Statement(
    "SELECT ", columns,
    " FROM postings WHERE seller_id = $1 AND entry_id = ANY($2) ORDER BY entry_id, position")

  static func select(_ entries: [ID<JournalEntry>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(entries))
  }
}

extension JournalEntryTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["journalEntries"]), "entry_id"), customer: nil,
      fields: [
        Field("name", .name(["journalEntries"]), "entry_id"),
        Field("posting_date", .date, "posting_date", sortable: true),
        Field("document", .name(["invoices", "payments", "orders/shipments"]), "document_id"),
        Field("lines.account", .special(account), "entry_id"),
        Field("lines.customer", .special(customer), "entry_id"),
        Field("record_time", .time, "record_time", sortable: true),
      ]), columns: Fragment(columns: columns), source: "journal_entries")

  @Sendable private static func account(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    let digits: String
    switch (comparison, value.form) {
    case (nil, .text(let text)), (nil, .number(let text)): digits = text
    default:
      throw .filter(
        "write lines.account : \"1100\"", field: "lines.account", column: value.column)
    }
    guard let number = Int32(digits) else { return "FALSE" }
    return """
      EXISTS (SELECT 1 FROM postings p WHERE p.seller_id = journal_entries.seller_id
        AND p.entry_id = journal_entries.entry_id AND p.account = \(bind: number))
      """
  }

  @Sendable private static func customer(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    guard comparison == nil, case .text(let name) = value.form else {
      throw .filter(
        "write lines.customer : \"customers/…\"", field: "lines.customer", column: value.column)
    }
    guard let uuid = ResourceName.id(in: name, of: ["customers"]) else { return "FALSE" }
    return """
      EXISTS (SELECT 1 FROM postings p WHERE p.seller_id = journal_entries.seller_id
        AND p.entry_id = journal_entries.entry_id AND p.customer_id = \(bind: uuid))
      """
  }

  static func read(
    _ row: Row, _ postings: [ID<JournalEntry>: [JournalEntry.Posting]]
  ) throws(DecodeError) -> JournalEntry {
    var r = RowReader(row)
    let id = try r.id(JournalEntry.self)
    let date = try r.day()
    let document = ResourceRef(try r.code(), try r.id(AnyResource.self))
    let currency = try r.currency()
    let reverses = try r.optionalID(JournalEntry.self)
    return JournalEntry(
      stored: id, postingDate: date, document: document, currency: currency,
      postings: postings[id] ?? [], reverses: reverses, requestID: try r.id(),
      recordTime: try r.instant())
  }
}

extension JournalEntry {
  /// An entry as it is stored: request and time are its own, whoever reads it.
  init(
    stored id: ID<JournalEntry>, postingDate: CalendarDay, document: ResourceRef,
    currency: Currency, postings: [Posting], reverses: ID<JournalEntry>?,
    requestID: ID<Request>, recordTime: Instant
  ) {
    self.init(
      id: id, postingDate: postingDate, document: document, currency: currency,
      postings: postings, reverses: reverses,
      in: Context(
        now: recordTime, today: postingDate, caller: Caller(principal: .zero),
        requestID: requestID, method: ""))
  }
}
