internal import Domain
internal import Postgres

/// Rows of `returns`; their lines are `ReturnLineTable`.
enum ReturnTable {
  static let columns: StaticString = """
    return_id, version, rma_number, order_id, customer_id, state, note, reason, expire_time,
    is_counted, receive_time, create_time, update_time, currency_code
    """

  private static let insertion = Statement(insertInto: "returns", columns)

  static func insert(_ rows: [Return], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.int64 { $0.version }
    columns.text { $0.number }
    columns.id { $0.order }
    columns.id { $0.customer }
    columns.code { $0.state }
    columns.text { $0.note }
    columns.text { $0.reason }
    columns.instant(optional: { $0.expireTime })
    columns.bool { $0.isCounted }
    columns.instant(optional: { $0.receiveTime })
    columns.instant { $0.createTime }
    columns.instant { $0.updateTime }
    columns.text { $0.currency.code }
    return columns.query(insertion)
  }

  /// A row that changed meanwhile gets a NULL version, which its constraint refuses.
  private static let change = Statement(
    """
    UPDATE returns t SET
      version = CASE WHEN t.version = v.stored_version THEN v.version END, state = v.state,
      reason = v.reason, expire_time = v.expire_time, is_counted = v.is_counted,
      receive_time = v.receive_time, update_time = v.update_time, customer_id = v.customer_id
    """,
    rows: """
      return_id, stored_version, version, state, reason, expire_time, is_counted,
      receive_time, update_time, customer_id
      """,
    then: """
      WHERE t.seller_id = $1 AND t.return_id = v.return_id
      """)

  static func update(_ changes: [Change<Return>], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(changes, of: seller)
    columns.id { $0.row.id }
    columns.int64 { $0.stored.version }
    columns.int64 { $0.row.version }
    columns.code { $0.row.state }
    columns.text { $0.row.reason }
    columns.instant(optional: { $0.row.expireTime })
    columns.bool { $0.row.isCounted }
    columns.instant(optional: { $0.row.receiveTime })
    columns.instant { $0.row.updateTime }
    columns.id { $0.row.customer }
    return columns.query(change)
  }

  /// - Parameter lines: the rows of `ReturnLineTable`, by return.
  static func read(
    _ row: Row, _ lines: [ID<Return>: [Return.Line]]
  ) throws(DecodeError) -> Return {
    var r = RowReader(row)
    let id = try r.id(Return.self)
    let version = try r.int64()
    var back = Return(
      id: id, number: try r.text(), order: try r.id(), customer: try r.id(), state: try r.code(),
      currency: .eur, lines: lines[id] ?? [], note: try r.text(), at: Instant(microseconds: 0))
    back.version = version
    back.reason = try r.text()
    back.expireTime = try r.optionalInstant()
    back.isCounted = try r.bool()
    back.receiveTime = try r.optionalInstant()
    back.createTime = try r.instant()
    back.updateTime = try r.instant()
    back.currency = try r.currency()
    return back
  }
}
