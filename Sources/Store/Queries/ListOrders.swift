package import Domain
package import Postgres

/// Orders a page at a time; with their lines when all of it is asked for.
package struct ListOrders: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<OrderStanding> {
    let query = try OrderTable.list.query(request, of: seller, for: scope)
    let page = try transaction.execute(query)
    // The derived states follow from the lines, so these are always read.
    let ids = try page.prefix(request.size).map { ID<Order>(try $0.uuid(0)) }
    let lines = try OrderLineTable.read(
      try transaction.execute(OrderLineTable.select(ids, of: seller)))
    var dates: ShipByDates?
    if request.isFull {
      let orders = try page.prefix(request.size).map { try OrderTable.read($0, lines) }
      dates = try ShipByDates(of: orders, in: &transaction, of: seller)
    }
    return try page.listing(request, columns: OrderTable.standingColumns) {
      var standing = try OrderTable.readStanding($0, lines)
      standing.shipBy = dates?.dates(of: standing.order) ?? [:]
      return standing
    }
  }
}

extension OrderLineTable {
  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM order_lines WHERE seller_id = $1 AND order_id = ANY($2) ORDER BY order_id, line_number
    """)

  static func select(_ orders: [ID<Order>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(orders))
  }
}

extension OrderTable {
  static let standingColumns = columnCount + 2

  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["orders"]), "order_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["orders"]), "order_id"),
        Field("order_number", .text, "order_number", sortable: true),
        Field("external_id", .text, "external_id"),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("bill_to", .name(["customers"]), "bill_to_id"),
        Field("payer", .name(["customers"]), "payer_id"),
        Field("state", .code(Order.State.allCases.map(\.rawValue)), "state"),
        Field("holds.kind", .special(holdKind), "holds"),
        Field("order_date", .date, "order_date", sortable: true),
        Field(
          "requested_date", .date, "requested_date", sortable: true,
          order: "coalesce(requested_date, DATE 'infinity')"),
        Field("price_valid_until_time", .time, "price_valid_until_time"),
        Field("create_time", .time, "create_time", sortable: true),
      ], defaultOrder: [OrderTerm("name", descending: true)]),
    columns: """
      \(Fragment(columns: columns)),
      (SELECT sum(i.original_minor)::bigint FROM open_items i
        WHERE i.seller_id = orders.seller_id AND i.order_id = orders.order_id),
      (SELECT sum(i.open_minor)::bigint FROM open_items i
        WHERE i.seller_id = orders.seller_id AND i.order_id = orders.order_id)
      """, source: "orders")

  /// A hold of the kind is among the order's; holds are there exactly while it is ON_HOLD.
  @Sendable private static func holdKind(
    _ comparison: FilterOperator?, _ value: FilterValue
  ) throws(Rejection) -> Fragment {
    let kinds = Order.Hold.Kind.allCases.map(\.rawValue)
    switch (comparison, value.form) {
    case (nil, .word(let kind)) where kinds.contains(kind),
      (nil, .text(let kind)) where kinds.contains(kind):
      return
        "(state = 'ON_HOLD' AND holds @> jsonb_build_array(jsonb_build_object('kind', \(bind: kind)::text)))"
    default:
      throw .filter(
        "write holds.kind : \(kinds.joined(separator: " or "))", field: "holds.kind",
        column: value.column)
    }
  }

  static func readStanding(
    _ row: Row, _ lines: [ID<Order>: [OrderLine]]
  ) throws(DecodeError) -> OrderStanding {
    var r = RowReader(row, from: columnCount)
    let original = try r.optionalInt64()
    let open = try r.optionalInt64()
    return OrderStanding(
      order: try read(row, lines), paymentState: .init(original: original, open: open))
  }
}

extension Order.PaymentState {
  /// From the sums over the order's open items; nil where it has none.
  init(original: Int64?, open: Int64?) {
    guard let original, let open, open != original else {
      self = .unpaid
      return
    }
    self = open == 0 ? .paid : .partlyPaid
  }
}
