package import Domain
package import Postgres

/// A revision of an order with who made it and why; the first is as it was placed.
package struct ListedRevision: Sendable, Equatable {
  package var order: Order
  /// Nil for the first.
  package var actor: ID<Principal>?
  package var createTime: Instant
  package var reason: String
}

/// The revisions of an order: those that were replaced, and the one in force.
package struct ListOrderRevisions: ReadQuery {
  package let order: ID<Order>
  package let request: ListRequest

  package init(of order: ID<Order>, _ request: ListRequest) {
    self.order = order
    self.request = request
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<ListedRevision> {
    var list = OrderRevisionTable.list
    list.conditions = ["order_id = \(bind: order.uuid)"]
    let page = try transaction.execute(try list.query(request, of: seller, for: scope))
    // The derived states follow from the lines, so these are always read.
    let kept = try OrderRevisionTable.readLines(
      transaction.execute(OrderRevisionTable.selectLines(order, of: seller)))
    let present = try OrderLineTable.read(
      transaction.execute(OrderLineTable.select([order], of: seller)))
    return try page.listing(request, columns: OrderTable.columnCount + 3) {
      try OrderRevisionTable.readListed($0, kept, present)
    }
  }
}

extension OrderRevisionTable {
  private static let linesOfOrder = Statement(
    "SELECT ", OrderLineTable.columns,
    """
    , revision FROM order_revision_lines WHERE seller_id = $1 AND order_id = $2
    ORDER BY revision, line_number
    """)

  static func selectLines(_ order: ID<Order>, of seller: ID<Seller>) -> Query {
    Query(linesOfOrder, .id(seller), .id(order))
  }

  /// What ended a revision is what made the next one.
  static let list = ListStatement(
    ResourceTable(
      key: Field("revision", .number, "revision", sortable: true), customer: "customer_id",
      fields: [Field("revision", .number, "revision", sortable: true)],
      defaultOrder: [OrderTerm("revision", descending: true)]),
    columns: """
      \(Fragment(columns: OrderTable.columns)),
      (SELECT p.replaced_by FROM order_revisions p WHERE p.seller_id = history.seller_id
        AND p.order_id = history.order_id AND p.revision = history.revision - 1),
      (SELECT p.replace_time FROM order_revisions p WHERE p.seller_id = history.seller_id
        AND p.order_id = history.order_id AND p.revision = history.revision - 1),
      (SELECT p.replace_reason FROM order_revisions p WHERE p.seller_id = history.seller_id
        AND p.order_id = history.order_id AND p.revision = history.revision - 1)
      """,
    source: """
      (SELECT seller_id, \(Fragment(columns: OrderTable.columns)) FROM order_revisions
        UNION ALL
        SELECT seller_id, \(Fragment(columns: OrderTable.columns)) FROM orders
        WHERE revision > 0) AS history
      """)

  static func readListed(
    _ row: Row, _ kept: [Int32: [ID<Order>: [OrderLine]]], _ present: [ID<Order>: [OrderLine]]
  ) throws(DecodeError) -> ListedRevision {
    var order = try OrderTable.read(row, [:])
    order.lines = (kept[order.revision] ?? present)[order.id] ?? []
    var r = RowReader(row, from: OrderTable.columnCount)
    let actor = try r.optionalID(Principal.self)
    let time = try r.optionalInstant()
    let reason = try r.optionalText()
    return ListedRevision(
      order: order, actor: actor, createTime: time ?? order.createTime, reason: reason ?? "")
  }
}
