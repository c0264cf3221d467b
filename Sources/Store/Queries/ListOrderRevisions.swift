package import Domain
package import Postgres

/// A revision of an order with who made it, when and why; the first came with the placing.
package struct ListedRevision: Sendable, Equatable {
  package var order: Order
  /// Nil where the log does not tell who placed it.
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

  /// What ended a revision is what made the next one; the log tells who placed the order.
  static let list = ListStatement(
    ResourceTable(
      key: Field("revision", .number, "revision", sortable: true), customer: "customer_id",
      fields: [Field("revision", .number, "revision", sortable: true)],
      defaultOrder: [OrderTerm("revision", descending: true)]),
    columns: """
      \(Fragment(columns: OrderTable.columns)), maker.actor_id, maker.time, maker.reason
      """,
    source: """
      (SELECT seller_id, \(Fragment(columns: OrderTable.columns)) FROM order_revisions
        UNION ALL
        SELECT seller_id, \(Fragment(columns: OrderTable.columns)) FROM orders
        WHERE revision > 0) AS history
      LEFT JOIN LATERAL (SELECT p.replaced_by AS actor_id, p.replace_time AS time,
            p.replace_reason AS reason
          FROM order_revisions p
          WHERE p.seller_id = history.seller_id AND p.order_id = history.order_id
            AND p.revision = history.revision - 1
        UNION ALL
        (SELECT v.actor_id, v.occur_time, ''::text FROM events v
          WHERE v.seller_id = history.seller_id AND v.resource_id = history.order_id
            AND v.type = 'order.placed' AND history.revision = 1
          ORDER BY v.event_id LIMIT 1)) AS maker ON true
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
