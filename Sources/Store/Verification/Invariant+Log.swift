internal import Postgres

extension Invariant {
  static let log: [Invariant] = [
    Invariant(
      "I-56", "The last event of every order, customer and payment is of its current version.",
      """
      WITH last AS (
        SELECT v.resource_kind, v.resource_id, max(v.resource_version) AS version FROM events v
        WHERE v.seller_id = $1 AND v.resource_kind IN ('orders', 'customers', 'payments')
          -- A customer's credit account counts its versions for itself.
          AND (v.resource_kind <> 'customers' OR v.type LIKE 'customer.%')
        GROUP BY 1, 2
      ), waiting AS (
        -- What an order waits for is told by the approval's own events; older ones name no version.
        SELECT a.subject_id AS id, max((v.data->>'subject_version')::bigint) AS version,
          bool_or(v.data->'subject_version' IS NULL) AS is_old
        FROM approvals a
          JOIN events v ON v.seller_id = a.seller_id AND v.resource_id = a.approval_id
        WHERE a.seller_id = $1 AND a.subject_kind = 'orders' GROUP BY 1
      ), rows AS (
        SELECT 'orders' AS kind, o.order_id AS id, o.version FROM orders o WHERE o.seller_id = $1
        UNION ALL SELECT 'customers', c.customer_id, c.version FROM customers c
          WHERE c.seller_id = $1
        UNION ALL SELECT 'payments', p.payment_id, p.version FROM payments p
          WHERE p.seller_id = $1
      )
      SELECT r.kind, r.id, 'version ' || r.version || ', event ' || coalesce(l.version::text, 'none')
      FROM rows r
        LEFT JOIN last l ON l.resource_kind = r.kind AND l.resource_id = r.id
        LEFT JOIN waiting w ON r.kind = 'orders' AND w.id = r.id
      WHERE greatest(l.version, w.version) IS DISTINCT FROM r.version
        AND NOT coalesce(w.is_old, false)
      LIMIT 100
      """),
    Invariant(
      "I-57", "A request acted once: its events are of one method and one moment.",
      """
      SELECT 'requests', v.request_id, NULL::text FROM events v
      WHERE v.seller_id = $1 GROUP BY v.actor_id, v.request_id
      HAVING count(DISTINCT v.method) > 1 OR count(DISTINCT v.occur_time) > 1
      LIMIT 100
      """),
    Invariant(
      "I-60", "No row refers to a row that the seller does not have.",
      """
      SELECT 'orders', o.order_id, 'customer' FROM orders o
      WHERE o.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM customers c
        WHERE c.seller_id = o.seller_id AND c.customer_id = o.customer_id)
      UNION ALL
      SELECT 'orders', o.order_id, 'bill-to or payer' FROM orders o
        CROSS JOIN LATERAL unnest(ARRAY[o.bill_to_id, o.payer_id]) AS p (customer_id)
      WHERE o.seller_id = $1 AND p.customer_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM customers c
        WHERE c.seller_id = o.seller_id AND c.customer_id = p.customer_id)
      UNION ALL
      SELECT 'customers', c.customer_id, 'bill-to, payer or parent' FROM customers c
        CROSS JOIN LATERAL unnest(ARRAY[c.bill_to_id, c.payer_id, c.parent_id]) AS p (customer_id)
      WHERE c.seller_id = $1 AND p.customer_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM customers o
        WHERE o.seller_id = c.seller_id AND o.customer_id = p.customer_id)
      UNION ALL
      SELECT 'orders', l.order_id, 'order of line ' || l.line_number FROM order_lines l
      WHERE l.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM orders o
        WHERE o.seller_id = l.seller_id AND o.order_id = l.order_id)
      UNION ALL
      SELECT 'orders', l.order_id, 'product of line ' || l.line_number FROM order_lines l
      WHERE l.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM products p
        WHERE p.seller_id = l.seller_id AND p.product_id = l.product_id)
      UNION ALL
      SELECT 'orders', l.order_id, 'warehouse of line ' || l.line_number FROM order_lines l
      WHERE l.seller_id = $1 AND l.warehouse_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM warehouses w
        WHERE w.seller_id = l.seller_id AND w.warehouse_id = l.warehouse_id)
      UNION ALL
      SELECT 'customers', c.customer_id, 'credit account' FROM customers c
      WHERE c.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM credit_accounts a
        WHERE a.seller_id = c.seller_id AND a.customer_id = c.customer_id)
      UNION ALL
      SELECT 'events', v.event_id, 'customer' FROM events v
      WHERE v.seller_id = $1 AND v.customer_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM customers c
        WHERE c.seller_id = v.seller_id AND c.customer_id = v.customer_id)
      UNION ALL
      SELECT 'events', s.event_id, 'event of position ' || s.position FROM event_seals s
      WHERE s.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM events v
        WHERE v.seller_id = s.seller_id AND v.event_id = s.event_id)
      LIMIT 100
      """),
  ]
}
