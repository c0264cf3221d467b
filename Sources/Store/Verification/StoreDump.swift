package import Domain
package import Postgres

/// Everything that a seller has in the store, to be compared with books in memory.
package struct StoreDump: Sendable {
  package var books: Books
  /// By id, as all that follow.
  package var events: [EventRecord]
  package var journal: [JournalEntry]
  package var movements: [StockMovement]
  /// By order and revision.
  package var revisions: [OrderRevision]
}

/// Reads all rows of a seller. For tests and exports of small books: it holds them in memory.
package struct DumpStore: ReadQuery {
  package init() {}

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> StoreDump {
    var answers: [LoadStep: ResultSet] = [:]
    for (step, statement) in Self.statements {
      answers[step] = try transaction.execute(Query(statement, .id(seller)))
    }
    var books = Books(seller: seller, seed: 0)
    var reader = LoadReader(answers: answers)
    _ = try reader.read(into: &books, of: seller)
    let postings = try PostingTable.read(
      try transaction.execute(Query(Self.postings, .id(seller))))
    return StoreDump(
      books: books,
      events: try transaction.execute(Query(Self.events, .id(seller))).map {
        try EventTable.read($0)
      },
      journal: try transaction.execute(Query(Self.journal, .id(seller))).map {
        try JournalEntryTable.read($0, postings)
      },
      movements: try transaction.execute(Query(Self.movements, .id(seller))).map {
        try StockMovementTable.read($0)
      },
      revisions: try revisions(in: &transaction, of: seller))
  }

  private func revisions(
    in transaction: inout Transaction, of seller: ID<Seller>
  ) throws -> [OrderRevision] {
    let lines = try OrderRevisionTable.readLines(
      transaction.execute(Query(Self.revisionLines, .id(seller))))
    return try transaction.execute(Query(Self.revisions, .id(seller))).map { row in
      let revision = try OrderRevisionTable.read(row, [:])
      var filled = revision
      filled.order.lines = lines[revision.order.revision]?[revision.order.id] ?? []
      return filled
    }
  }

  private static let statements: [(LoadStep, Statement)] = [
    (.seller, LoadStatements.seller),
    (.warehouses, LoadStatements.warehouses),
    (.taxRules, LoadStatements.taxRules),
    (.creditAccounts, all(CreditAccountTable.columns, "credit_accounts")),
    (.stockLevels, all(StockLevelTable.columns, "stock_levels")),
    (.orders, all(OrderTable.columns, "orders")),
    (.invoices, all(InvoiceTable.columns, "invoices")),
    (.openItems, all(OpenItemTable.columns, "open_items")),
    (.payments, all(PaymentTable.columns, "payments")),
    (.policies, LoadStatements.policies),
    (.approvals, all(ApprovalTable.columns, "approvals")),
    (.principals, all(PrincipalTable.columns, "principals")),
    (.apiKeys, all(APIKeyTable.columns, "api_keys")),
    (.certificates, all(CertificateTable.columns, "certificates")),
    (.balances, all(AccountBalanceTable.columns, "account_balances")),
    (.series, all(NumberSeriesTable.columns, "number_series")),
    (.customers, all(CustomerTable.columns, "customers")),
    (.products, all(ProductTable.columns, "products")),
    (.prices, all(PriceTable.columns, "prices")),
    (
      .orderLines, all(OrderLineTable.columns, "order_lines", by: " ORDER BY order_id, line_number")
    ),
    (
      .invoiceLines,
      all(InvoiceLineTable.columns, "invoice_lines", by: " ORDER BY invoice_id, line_number")
    ),
    (
      .applications,
      all(
        PaymentApplicationTable.columns, "payment_applications",
        by: " ORDER BY payment_id, position")
    ),
    (.receipts, all(StockReceiptTable.columns, "stock_receipts")),
    (
      .receiptLines,
      all(
        StockReceiptLineTable.columns, "stock_receipt_lines", by: " ORDER BY receipt_id, position")
    ),
    (.shipments, all(ShipmentTable.columns, "shipments")),
    (.returns, all(ReturnTable.columns, "returns")),
    (
      .returnLines,
      all(ReturnLineTable.columns, "return_lines", by: " ORDER BY return_id, line_number")
    ),
    (
      .shipmentLines,
      all(ShipmentLineTable.columns, "shipment_lines", by: " ORDER BY shipment_id, position")
    ),
    (
      .shipmentLots,
      all(
        ShipmentLotTable.columns, "shipment_lots",
        by: " ORDER BY shipment_id, line_position, position")
    ),
  ]

  private static let revisions = Statement(
    "SELECT ", OrderTable.columns, ", ", OrderRevisionTable.columns,
    " FROM order_revisions WHERE seller_id = $1 ORDER BY order_id, revision")
  private static let revisionLines = Statement(
    "SELECT ", OrderLineTable.columns,
    ", revision FROM order_revision_lines WHERE seller_id = $1 ORDER BY order_id, line_number")
  private static let events = Statement(
    "SELECT ", EventTable.columns,
    ", NULL::uuid, NULL::bigint, NULL::bytea FROM events WHERE seller_id = $1 ORDER BY event_id")
  private static let journal = all(
    JournalEntryTable.columns, "journal_entries", by: " ORDER BY entry_id")
  private static let postings = all(
    PostingTable.columns, "postings", by: " ORDER BY entry_id, position")
  private static let movements = all(
    StockMovementTable.columns, "stock_movements", by: " ORDER BY movement_id")

  private static func all(
    _ columns: StaticString, _ table: StaticString, by order: StaticString = ""
  ) -> Statement {
    Statement("SELECT ", columns, " FROM ", table, " WHERE seller_id = $1", order)
  }
}

extension StockMovementTable {
  static func read(_ row: Row) throws(DecodeError) -> StockMovement {
    var r = RowReader(row)
    let id = try r.id(StockMovement.self)
    let product = try r.id(Product.self)
    let key = StockKey(warehouse: try r.id(), product: product)
    let kind = try r.code(StockMovement.Kind.self)
    let quantity = try r.decimal() as Quantity
    let document = ResourceRef(try r.code(), try r.id(AnyResource.self))
    let date = try r.day()
    let request = try r.id(Request.self)
    return StockMovement(
      id: id, key: key, kind: kind, quantity: quantity, document: document, businessDate: date,
      in: Context(
        now: try r.instant(), today: date, caller: Caller(principal: .zero), requestID: request,
        method: ""))
  }
}
