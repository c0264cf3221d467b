internal import Domain
internal import Postgres

/// Rows of `events`: appended, never touched again.
enum EventTable {
  static let columns: StaticString = """
    event_id, resource_id, customer_id, actor_id, request_id, resource_version, occur_time, type,
    resource_kind, method, data
    """

  /// The transaction's own id lets the sealer see when nothing older can follow.
  private static let insertion = Statement(
    "INSERT INTO events (seller_id, transaction_id, ", columns,
    ") SELECT $1, (SELECT pg_current_xact_id()::text::bigint), v.*", rows: columns, then: "")

  static func insert(_ rows: [Event], of seller: ID<Seller>) -> Query {
    var columns = ParameterColumns(rows, of: seller)
    columns.id { $0.id }
    columns.id { $0.resource.id }
    columns.id(optional: { $0.customer })
    columns.id { $0.actor }
    columns.id { $0.requestID }
    columns.int64 { $0.resourceVersion }
    columns.instant { $0.occurTime }
    columns.code { $0.type }
    columns.code { $0.resource.kind }
    columns.text { $0.method }
    columns.json(written: { $0.data })
    return columns.query(insertion)
  }
}
