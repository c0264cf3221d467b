import Postgres
import Store

/// Queries that return no rows when the books are right, over all sellers at once.
///
/// Written from the rules and not from the code; what the service itself verifies is asked as well,
/// as a second witness.
enum Invariants {
  static func check(_ connection: Connection) async throws -> [Checker.Finding] {
    var found: [Checker.Finding] = []
    for (rule, text) in queries {
      for row in try await connection.texts(text).prefix(5) {
        found.append(Checker.Finding(rule: rule, detail: row))
      }
    }
    return try await found + verify(connection)
  }

  /// The statements behind `o2c verify`, for every seller.
  private static func verify(_ connection: Connection) async throws -> [Checker.Finding] {
    let sellers = try await connection.read([Query("SELECT seller_id FROM sellers")]) { results in
      try results[0].map { try $0.uuid(0) }
    }
    var found: [Checker.Finding] = []
    for invariant in Invariant.all {
      for seller in sellers {
        let rows = try await connection.read([
          Query(Invariant.wholeTables, .text("off")), Query(invariant.statement, .uuid(seller)),
        ]) {
          try $0[1].prefix(5).map { row in
            let id = try row.optionalUUID(1).map { "\($0)" } ?? ""
            return "\(try row.text(0)) \(id) \(try row.optionalText(2) ?? "")"
          }
        }
        found += rows.map { Checker.Finding(rule: invariant.name, detail: $0) }
      }
    }
    return found
  }

  private static let queries: [(String, Statement)] = [
    (
      "entries balance",
      """
      SELECT p.entry_id || ': ' || sum(p.amount_minor) FROM postings p
      GROUP BY p.entry_id HAVING sum(p.amount_minor) <> 0
      """
    ),
    (
      "balances are their postings",
      """
      SELECT coalesce(b.account, s.account) || ': ' || coalesce(b.balance_minor, 0) || ' is not '
        || coalesce(s.total, 0)
      FROM account_balances b FULL JOIN (
        SELECT p.seller_id, p.account, e.currency_code, sum(p.amount_minor)::bigint AS total
        FROM postings p JOIN journal_entries e USING (seller_id, entry_id) GROUP BY 1, 2, 3
      ) s USING (seller_id, account, currency_code)
      WHERE coalesce(b.balance_minor, 0) <> coalesce(s.total, 0)
      """
    ),
    (
      "receivables are the open items",
      """
      SELECT 'account ' || coalesce(b.balance, 0) || ', items ' || coalesce(i.open, 0)
      FROM (SELECT seller_id, sum(balance_minor)::bigint AS balance FROM account_balances
            WHERE account = 1100 GROUP BY 1) b
      FULL JOIN (SELECT seller_id, sum(open_minor)::bigint AS open FROM open_items GROUP BY 1) i
        USING (seller_id)
      WHERE coalesce(b.balance, 0) <> coalesce(i.open, 0)
      """
    ),
    (
      "unapplied cash is that of the payments",
      """
      SELECT 'account ' || coalesce(b.balance, 0) || ', payments ' || coalesce(p.rest, 0)
      FROM (SELECT seller_id, sum(balance_minor)::bigint AS balance FROM account_balances
            WHERE account = 2000 GROUP BY 1) b
      FULL JOIN (SELECT seller_id, sum(unapplied_minor)::bigint AS rest FROM payments GROUP BY 1) p
        USING (seller_id)
      WHERE coalesce(b.balance, 0) <> -coalesce(p.rest, 0)
      """
    ),
    (
      "payments are applied or not",
      """
      SELECT p.payment_number || ': ' || p.amount_minor FROM payments p
      WHERE p.amount_minor <> p.applied_minor + p.unapplied_minor
        OR p.applied_minor <> coalesce((
          SELECT sum(a.amount_minor) FROM payment_applications a
          WHERE a.seller_id = p.seller_id AND a.payment_id = p.payment_id
            AND a.state = 'ACTIVE'), 0)
      """
    ),
    (
      "items are open for what was not applied",
      """
      SELECT i.document_number || ': ' || i.open_minor FROM open_items i
      WHERE i.open_minor < 0 OR i.open_minor <> i.original_minor - coalesce((
        SELECT sum(a.amount_minor) FROM payment_applications a
        WHERE a.seller_id = i.seller_id AND a.item_id = i.item_id AND a.state = 'ACTIVE'), 0)
      """
    ),
    (
      "invoice numbers have no gap",
      """
      SELECT left(invoice_number, 8) || ': ' || count(*) || ' numbers up to '
        || max(right(invoice_number, 6)::int)
      FROM invoices WHERE invoice_number IS NOT NULL
      GROUP BY seller_id, left(invoice_number, 8)
      HAVING count(*) <> max(right(invoice_number, 6)::int)
        OR count(*) <> count(DISTINCT invoice_number)
      """
    ),
    (
      "stock is what was moved",
      """
      SELECT l.product_id || ': ' || l.on_hand_e6 FROM stock_levels l
      WHERE l.on_hand_e6 <> coalesce((
        SELECT sum(m.quantity_e6) FROM stock_movements m
        WHERE (m.seller_id, m.product_id, m.warehouse_id)
          = (l.seller_id, l.product_id, l.warehouse_id)), 0)
      """
    ),
    (
      "stock is not oversold",
      """
      SELECT product_id || ': ' || reserved_e6 || ' of ' || on_hand_e6 FROM stock_levels
      WHERE reserved_e6 < 0 OR reserved_e6 > on_hand_e6
      """
    ),
    (
      "reservations are those of the lines",
      """
      SELECT l.product_id || ': ' || l.reserved_e6 FROM stock_levels l
      WHERE l.reserved_e6 <> coalesce((
        SELECT sum(o.reserved_e6) FROM order_lines o
        WHERE (o.seller_id, o.product_id, o.warehouse_id)
          = (l.seller_id, l.product_id, l.warehouse_id)), 0)
      """
    ),
    (
      "shipped is what was issued",
      """
      SELECT o.order_number || '/' || l.line_number FROM order_lines l
      JOIN orders o USING (seller_id, order_id)
      WHERE l.shipped_e6 <> coalesce((
        SELECT sum(s.quantity_e6) FROM shipment_lines s JOIN shipments h
          USING (seller_id, shipment_id)
        WHERE h.seller_id = l.seller_id AND h.order_id = l.order_id
          AND s.order_line = l.line_number), 0)
      """
    ),
    (
      "exposure counts the items and the cash",
      """
      SELECT c.customer_id || ': items ' || c.open_items_minor || ', cash '
        || c.unapplied_cash_minor
      FROM credit_accounts c
      WHERE c.open_items_minor <> coalesce((
          SELECT sum(i.open_minor) FROM open_items i
          WHERE (i.seller_id, i.customer_id) = (c.seller_id, c.customer_id)), 0)
        OR c.unapplied_cash_minor <> coalesce((
          SELECT sum(p.unapplied_minor) FROM payments p
          WHERE (p.seller_id, p.customer_id) = (c.seller_id, c.customer_id)), 0)
      """
    ),
    (
      "exposure counts orders that nobody shipped",
      """
      SELECT c.customer_id || ': orders ' || c.open_orders_minor || ', found ' || o.gross
      FROM credit_accounts c JOIN LATERAL (
        SELECT coalesce(sum(o.gross_minor), 0)::bigint AS gross, count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM order_lines l WHERE (l.seller_id, l.order_id) = (o.seller_id, o.order_id)
            AND (l.shipped_e6 > 0 OR l.cancelled_e6 > 0))) AS partly
        FROM orders o WHERE (o.seller_id, o.customer_id) = (c.seller_id, c.customer_id)
          AND o.state = 'CONFIRMED' AND NOT EXISTS (
            SELECT 1 FROM order_lines l WHERE (l.seller_id, l.order_id) = (o.seller_id, o.order_id)
              AND l.shipped_e6 = l.ordered_e6)
      ) o ON true
      WHERE o.partly = 0 AND c.open_orders_minor <> o.gross
      """
    ),
    (
      "documents add up",
      """
      SELECT o.order_number FROM orders o
      WHERE o.net_minor <> (SELECT sum(l.net_minor) FROM order_lines l
          WHERE (l.seller_id, l.order_id) = (o.seller_id, o.order_id))
        OR o.net_minor + o.tax_minor <> o.gross_minor
      """
    ),
    (
      "events name their requests once",
      """
      SELECT resource_id || ' v' || resource_version || ' ' || type FROM events
      GROUP BY seller_id, resource_id, resource_version, type, request_id HAVING count(*) > 1
        AND type IN ('order.placed', 'invoice.issued', 'payment.recorded', 'shipment.shipped')
      """
    ),
  ]
}
