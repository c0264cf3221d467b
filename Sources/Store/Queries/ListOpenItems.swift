package import Domain
package import Postgres

/// An open item as of a day, known at an instant.
package struct OpenItemStanding: Sendable, Equatable {
  /// As it is now.
  package var item: OpenItem
  /// Minor units that were open then.
  package var outstanding: Int64
}

/// Items that are open, or were: what was applied counts from its effective date, once recorded.
package struct ListOpenItems: ReadQuery {
  package let request: ListRequest
  package let asOf: CalendarDay
  /// Nil is now.
  package let knownAt: Instant?

  package init(_ request: ListRequest, asOf: CalendarDay, knownAt: Instant? = nil) {
    self.request = request
    self.asOf = asOf
    self.knownAt = knownAt
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<OpenItemStanding> {
    let list = OpenItemTable.list(asOf: asOf, knownAt: knownAt, seller)
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    return try page.listing(request, columns: OpenItemTable.columnCount + 1) { row in
      var r = RowReader(row, from: OpenItemTable.columnCount)
      return OpenItemStanding(item: try OpenItemTable.read(row), outstanding: try r.int64())
    }
  }
}

extension OpenItemTable {
  /// open(D, K) = original − Σ applications effective by D and recorded by K, un-applying likewise.
  static func history(asOf: CalendarDay, knownAt: Instant?, _ seller: ID<Seller>) -> Fragment {
    let day = Parameter.date(asOf.daysSince1970)
    let known = Parameter.timestamp((knownAt ?? .distantFuture).microseconds)
    return """
      (SELECT i.seller_id, \(Fragment(columns: columns)),
          i.original_minor - coalesce((
          SELECT sum(CASE WHEN a.effective_date <= \(bind: day) AND a.record_time <= \(bind: known)
            THEN a.amount_minor ELSE 0 END
            - CASE WHEN a.unapplied_date <= \(bind: day) AND a.unapplied_time <= \(bind: known)
            THEN a.amount_minor ELSE 0 END)
          FROM payment_applications a
          WHERE a.seller_id = i.seller_id AND a.item_id = i.item_id), 0)::bigint AS outstanding
        FROM open_items i
        WHERE i.seller_id = \(bind: seller.uuid) AND i.document_date <= \(bind: day)
          AND i.create_time <= \(bind: known)) AS items
      """
  }

  static func list(
    asOf: CalendarDay, knownAt: Instant?, _ seller: ID<Seller>
  ) -> ListStatement {
    var list = ListStatement(
      ResourceTable(
        key: Field("name", .name(["openItems"]), "item_id"), customer: "customer_id",
        fields: [
          Field("name", .name(["openItems"]), "item_id"),
          Field("customer", .name(["customers"]), "customer_id"),
          Field("document", .name(["invoices"]), "invoice_id"),
          Field(
            "kind", .code(["INVOICE", "DEPOSIT"]),
            "(CASE WHEN document_number LIKE 'DEP-%' THEN 'DEPOSIT' ELSE 'INVOICE' END)"),
          Field("due_date", .date, "due_date", sortable: true),
          Field("outstanding.minor_units", .number, "outstanding", sortable: true),
          Field("outstanding.currency_code", .text, "currency_code"),
        ], overdue: { _ in "(due_date < \(bind: Parameter.date(asOf.daysSince1970)))" },
        defaultOrder: [OrderTerm("due_date")]),
      columns: "\(Fragment(columns: columns)), outstanding",
      source: history(asOf: asOf, knownAt: knownAt, seller))
    list.conditions = ["outstanding <> 0"]
    return list
  }
}

extension Instant {
  /// Later than anything is recorded: the year 9999.
  static let distantFuture = Instant(microseconds: 253_402_300_799_000_000)
}
