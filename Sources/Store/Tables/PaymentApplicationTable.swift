internal import Domain
internal import Postgres

/// Rows of `payment_applications`: once written, only taken back.
enum PaymentApplicationTable {
  static let columns: StaticString = """
    application_id, payment_id, position, item_id, customer_id, amount_minor, state,
    effective_date, record_time, unapplied_date, unapplied_time, entry_id
    """

  private static let insertion = Statement(insertInto: "payment_applications", columns)

  static func insert(
    _ rows: [(payment: ID<Payment>, position: Int32, application: Payment.Application)],
    of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.application.id }
    columns.id { $0.payment }
    columns.int32 { $0.position }
    columns.id { $0.application.item }
    columns.id { $0.application.customer }
    columns.int64 { $0.application.amount }
    columns.code { $0.application.state }
    columns.day { $0.application.effectiveDate }
    columns.instant { $0.application.recordTime }
    columns.day(optional: { $0.application.unappliedDate })
    columns.instant(optional: { $0.application.unappliedTime })
    columns.id(optional: { $0.application.entry })
    return columns.query(insertion)
  }

  private static let change = Statement(
    """
    UPDATE payment_applications t SET
      state = v.state, unapplied_date = v.unapplied_date, unapplied_time = v.unapplied_time
    """,
    rows: """
      application_id, state, unapplied_date, unapplied_time
      """,
    then: """
      WHERE t.seller_id = $1 AND t.application_id = v.application_id
      """)

  static func update(
    _ rows: [(payment: ID<Payment>, position: Int32, application: Payment.Application)],
    of seller: ID<Seller>
  ) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.application.id }
    columns.code { $0.application.state }
    columns.day(optional: { $0.application.unappliedDate })
    columns.instant(optional: { $0.application.unappliedTime })
    return columns.query(change)
  }

  /// Rows in the order of their position.
  static func read(
    _ rows: ResultSet
  ) throws(DecodeError) -> [ID<Payment>: [Payment.Application]] {
    var applications: [ID<Payment>: [Payment.Application]] = [:]
    for row in rows {
      var r = RowReader(row)
      let id = try r.id(Payment.Application.self)
      let payment = try r.id(Payment.self)
      _ = try r.int32()
      applications[payment, default: []].append(
        .init(
          id: id, item: try r.id(), customer: try r.id(), amount: try r.int64(),
          state: try r.code(), effectiveDate: try r.day(), recordTime: try r.instant(),
          unappliedDate: try r.optionalDay(), unappliedTime: try r.optionalInstant(),
          entry: try r.optionalID()))
    }
    return applications
  }
}
