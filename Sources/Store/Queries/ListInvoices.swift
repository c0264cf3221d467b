package import Domain
package import Postgres

/// An invoice with what was paid of it.
package struct InvoiceStanding: Sendable, Equatable {
  package var invoice: Invoice
  /// Minor units still open; nil while a draft.
  package var outstanding: Int64?
  /// SHA-256 of the issued document; nil while a draft.
  package var contentHash: [UInt8]?

  package var paid: Int64? { outstanding.map { invoice.payable - $0 } }

  /// Nil while a draft.
  package var settlementState: OpenItem.SettlementState? {
    outstanding.map {
      $0 == 0 ? .settled : $0 == invoice.payable ? .open : .partlySettled
    }
  }
}

package struct ListInvoices: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<InvoiceStanding> {
    let query = try InvoiceTable.list.query(request, of: seller, for: scope)
    let page = try transaction.execute(query)
    var lines: [ID<Invoice>: [Invoice.Line]] = [:]
    if request.isFull {
      let ids = try page.prefix(request.size).map { ID<Invoice>(try $0.uuid(0)) }
      lines = try InvoiceLineTable.read(
        try transaction.execute(InvoiceLineTable.select(ids, of: seller)))
    }
    return try page.listing(request, columns: InvoiceTable.columnCount + 2) {
      try InvoiceTable.readStanding($0, lines)
    }
  }
}

extension InvoiceLineTable {
  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM invoice_lines WHERE seller_id = $1 AND invoice_id = ANY($2)
    ORDER BY invoice_id, line_number
    """)

  static func select(_ invoices: [ID<Invoice>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(invoices))
  }
}

extension InvoiceTable {
  /// What is open; 0 when nothing ever was, NULL while a draft.
  private static let outstanding: Fragment = """
    (CASE state WHEN 'ISSUED' THEN coalesce((SELECT sum(i.open_minor) FROM open_items i
      WHERE i.seller_id = invoices.seller_id AND i.invoice_id = invoices.invoice_id), 0)::bigint
      END)
    """

  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["invoices"]), "invoice_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["invoices"]), "invoice_id"),
        Field("invoice_number", .text, "coalesce(invoice_number, '')", sortable: true),
        Field("state", .code(Invoice.State.allCases.map(\.rawValue)), "state"),
        Field(
          "settlement_state", .code(OpenItem.SettlementState.allCases.map(\.rawValue)),
          """
          (CASE \(outstanding) WHEN NULL THEN NULL WHEN 0 THEN 'SETTLED'
            WHEN gross_minor - prepaid_minor THEN 'OPEN' ELSE CASE state WHEN 'ISSUED' THEN 'PARTLY_SETTLED' END
            END)
          """),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("orders", .name(["orders"]), "order_id"),
        Field("issue_date", .date, "coalesce(issue_date, DATE 'infinity')", sortable: true),
        Field("due_date", .date, "coalesce(due_date, DATE 'infinity')", sortable: true),
        Field(
          "totals.payable.minor_units", .number, "(gross_minor - prepaid_minor)", sortable: true),
        Field("create_time", .time, "create_time", sortable: true),
      ],
      overdue: { today in
        """
        EXISTS (SELECT 1 FROM open_items i WHERE i.seller_id = invoices.seller_id
          AND i.invoice_id = invoices.invoice_id AND i.open_minor > 0
          AND i.due_date < \(bind: Parameter.date(today.daysSince1970)))
        """
      }, defaultOrder: [OrderTerm("name", descending: true)]),
    columns: "\(Fragment(columns: columns)), content_hash, \(outstanding)", source: "invoices")

  static func readStanding(
    _ row: Row, _ lines: [ID<Invoice>: [Invoice.Line]]
  ) throws(DecodeError) -> InvoiceStanding {
    var r = RowReader(row, from: columnCount)
    let hash = try r.optionalBytes()
    let outstanding = try r.optionalInt64()
    return InvoiceStanding(
      invoice: try read(row, lines), outstanding: outstanding, contentHash: hash)
  }
}
