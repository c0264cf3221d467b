internal import Domain
internal import Postgres

/// Rows of `order_revisions` and `order_revision_lines`: the columns of orders and their lines, with
/// what ended the revision. Written once.
enum OrderRevisionTable {
  static let columns: StaticString = "replaced_by, replace_time, replace_reason"
  private static let insertion = Statement(
    insertInto: "order_revisions", OrderTable.columns, columns)
  private static let insertionOfLines = Statement(
    insertInto: "order_revision_lines", OrderLineTable.columns, "revision")

  static func insert(_ rows: [OrderRevision], of seller: ID<Seller>) -> Query {
    let heads = OrderTable.parameters(of: rows.map(\.order), seller)
    return Query(
      insertion,
      heads.parameters + [
        .column(rows.map { $0.replacedBy.uuid }), .column(rows.map { $0.replaceTime.timestamp }),
        .column(rows.map(\.reason)),
      ])
  }

  static func insertLines(_ rows: [OrderRevision], of seller: ID<Seller>) -> Query {
    var lines: [OrderLineTable.Placed] = []
    var revisions: [Int32] = []
    for row in rows {
      lines += row.order.lines.map { (row.order.id, $0) }
      revisions += row.order.lines.map { _ in row.order.revision }
    }
    return Query(
      insertionOfLines,
      OrderLineTable.parameters(of: lines, seller).parameters + [.column(revisions)])
  }

  /// - Parameter lines: those of this revision, by order.
  static func read(
    _ row: Row, _ lines: [ID<Order>: [OrderLine]]
  ) throws(DecodeError) -> OrderRevision {
    let order = try OrderTable.read(row, lines)
    var r = RowReader(row, from: OrderTable.columnCount)
    return OrderRevision(
      order: order, replacedBy: try r.id(), replaceTime: try r.instant(), reason: try r.text())
  }

  /// The lines by revision, then by order.
  static func readLines(
    _ rows: ResultSet
  ) throws(DecodeError) -> [Int32: [ID<Order>: [OrderLine]]] {
    var lines: [Int32: [ID<Order>: [OrderLine]]] = [:]
    for row in rows {
      var r = RowReader(row, from: OrderLineTable.columnCount)
      let revision = try r.int32()
      let (order, line) = try OrderLineTable.read(row)
      lines[revision, default: [:]][order, default: []].append(line)
    }
    return lines
  }
}
