package import Domain
package import Postgres

/// Payments with their applications: what is unapplied follows from these.
package struct ListPayments: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Payment> {
    let page = try transaction.execute(
      try PaymentTable.list.query(request, of: seller, for: scope))
    let ids = try page.prefix(request.size).map { ID<Payment>(try $0.uuid(0)) }
    let applications = try PaymentApplicationTable.read(
      try transaction.execute(PaymentApplicationTable.select(ids, of: seller)))
    return try page.listing(request, columns: 14) { try PaymentTable.read($0, applications) }
  }
}

extension PaymentApplicationTable {
  private static let selection = Statement(
    "SELECT ", columns,
    """
     FROM payment_applications WHERE seller_id = $1 AND payment_id = ANY($2)
    ORDER BY payment_id, position
    """)

  static func select(_ payments: [ID<Payment>], of seller: ID<Seller>) -> Query {
    Query(selection, .id(seller), .ids(payments))
  }
}

extension PaymentTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["payments"]), "payment_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["payments"]), "payment_id"),
        Field("payment_number", .text, "payment_number", sortable: true),
        Field("external_id", .text, "external_id"),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("means", .code(Payment.Means.allCases.map(\.rawValue)), "means"),
        Field("value_date", .date, "value_date", sortable: true),
        Field("amount.minor_units", .number, "amount_minor", sortable: true),
        Field("unapplied.minor_units", .number, "unapplied_minor"),
        Field("create_time", .time, "create_time", sortable: true),
      ], defaultOrder: [OrderTerm("name", descending: true)]),
    columns: Fragment(columns: columns), source: "payments")
}
