internal import Domain
internal import Postgres

/// Rows of `payments`; their applications are `PaymentApplicationTable`.
enum PaymentTable {
  static let columns: StaticString = """
    payment_id, version, payment_number, external_id, customer_id, means, currency_code,
    amount_minor, applied_minor, unapplied_minor, value_date, reference, remittance_text,
    create_time
    """

  private static let insertion = Statement(insertInto: "payments", columns)

  static func insert(_ rows: [Payment], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.number }
    columns.text(optional: { $0.externalID })
    columns.id { $0.customer }
    columns.code { $0.means }
    columns.text { $0.currency.code }
    columns.int64 { $0.amount }
    columns.int64 { $0.applied }
    columns.int64 { $0.unapplied }
    columns.day { $0.valueDate }
    columns.text { $0.reference }
    columns.text { $0.remittanceText }
    columns.instant { $0.createTime }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE payments t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END,
      customer_id = v.customer_id, applied_minor = v.applied_minor,
      unapplied_minor = v.unapplied_minor
    """,
    rows: """
      payment_id, stored_version, version, customer_id, applied_minor, unapplied_minor
      """,
    then: """
      WHERE t.seller_id = $1 AND t.payment_id = v.payment_id
      """)

  static func update(_ changes: [Change<Payment>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.id { $0.row.customer }
    columns.int64 { $0.row.applied }
    columns.int64 { $0.row.unapplied }
    return columns.query(change)
  }

  /// - Parameter applications: the rows of `PaymentApplicationTable`, by payment.
  static func read(
    _ row: Row, _ applications: [ID<Payment>: [Payment.Application]]
  ) throws(DecodeError) -> Payment {
    var r = RowReader(row)
    let id = try r.id(Payment.self)
    let version = try r.int64()
    let number = try r.text()
    let externalID = try r.optionalText()
    let customer = try r.id(Customer.self)
    let means = try r.code(Payment.Means.self)
    let currency = try r.currency()
    let amount = try r.int64()
    _ = try r.int64()
    _ = try r.int64()
    var payment = Payment(
      id: id, number: number, externalID: externalID, customer: customer, means: means,
      currency: currency, amount: amount, valueDate: try r.day(), reference: try r.text(),
      remittanceText: try r.text(), at: try r.instant())
    payment.version = version
    payment.applications = applications[id] ?? []
    return payment
  }
}
