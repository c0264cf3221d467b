internal import Postgres

extension Invariant {
  static let stock: [Invariant] = [
    Invariant(
      "I-20",
      "0 ≤ reserved ≤ on hand, which is the sum of the movements; the plan is what waits and comes.",
      """
      SELECT 'products', product_id, 'warehouse ' || warehouse_id
      FROM (SELECT s.product_id, s.warehouse_id, s.on_hand_e6, s.reserved_e6 FROM stock_levels s
          WHERE s.seller_id = $1) AS level
        FULL JOIN (SELECT m.product_id, m.warehouse_id, sum(m.quantity_e6) AS moved
          FROM stock_movements m WHERE m.seller_id = $1 GROUP BY 1, 2) AS movement
        USING (product_id, warehouse_id)
      WHERE coalesce(movement.moved, 0) <> coalesce(level.on_hand_e6, 0)
        OR level.reserved_e6 < 0 OR level.reserved_e6 > level.on_hand_e6
      UNION ALL
      SELECT 'products', product_id, 'warehouse ' || warehouse_id || ', day ' || day
      FROM (SELECT s.product_id, s.warehouse_id, (p->>0)::integer AS day,
            (p->>1)::numeric AS incoming, (p->>2)::numeric AS backordered
          FROM stock_levels s, jsonb_array_elements(s.plan) AS p WHERE s.seller_id = $1) AS plan
        FULL JOIN (SELECT l.product_id, l.warehouse_id,
            coalesce(l.promised_date - DATE '1970-01-01', 2900000) AS day,
            sum(l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 - l.reserved_e6) AS owed
          FROM order_lines l
            JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
          WHERE l.seller_id = $1 AND o.state = 'CONFIRMED' AND l.is_stocked
            AND l.warehouse_id IS NOT NULL
            AND l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 > l.reserved_e6
          GROUP BY 1, 2, 3) AS waiting USING (product_id, warehouse_id, day)
        FULL JOIN (SELECT l.product_id, r.warehouse_id,
            r.expected_date - DATE '1970-01-01' AS day, sum(l.quantity_e6) AS expected
          FROM stock_receipt_lines l
            JOIN stock_receipts r ON r.seller_id = l.seller_id AND r.receipt_id = l.receipt_id
          WHERE l.seller_id = $1 AND r.state = 'SCHEDULED'
          GROUP BY 1, 2, 3) AS coming USING (product_id, warehouse_id, day)
      WHERE coalesce(plan.backordered, 0) <> coalesce(waiting.owed, 0)
        OR coalesce(plan.incoming, 0) <> coalesce(coming.expected, 0)
      UNION ALL
      SELECT 'products', s.product_id, 'sums of the plan, warehouse ' || s.warehouse_id
      FROM stock_levels s LEFT JOIN LATERAL (SELECT sum((p->>1)::numeric) AS incoming,
          sum((p->>2)::numeric) AS backordered FROM jsonb_array_elements(s.plan) AS p) AS plan ON true
      WHERE s.seller_id = $1 AND (s.incoming_e6 <> coalesce(plan.incoming, 0)
        OR s.backordered_e6 <> coalesce(plan.backordered, 0))
      LIMIT 100
      """),
    Invariant(
      "I-21", "What a level has reserved is what the order lines have reserved of it.",
      """
      SELECT 'products', product_id, 'warehouse ' || warehouse_id
      FROM (SELECT s.product_id, s.warehouse_id, s.reserved_e6, s.lapsing_e6 FROM stock_levels s
          WHERE s.seller_id = $1) AS level
        FULL JOIN (SELECT l.product_id, l.warehouse_id, sum(l.reserved_e6) AS reserved,
            sum(l.reserved_e6) FILTER (WHERE o.reserve_until_time IS NOT NULL) AS lapsing
          FROM order_lines l
            JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
          WHERE l.seller_id = $1 AND l.reserved_e6 > 0 GROUP BY 1, 2) AS line
        USING (product_id, warehouse_id)
      WHERE coalesce(line.reserved, 0) <> coalesce(level.reserved_e6, 0)
        OR coalesce(line.lapsing, 0) <> coalesce(level.lapsing_e6, 0)
      LIMIT 100
      """),
    Invariant(
      "I-22", "What a line ever reserved is what it holds, consumed, gave back and let lapse.",
      """
      SELECT 'orders', l.order_id, 'line ' || l.line_number
      FROM order_lines l
        LEFT JOIN (SELECT v.resource_id AS order_id, (e->>'line')::integer AS line_number,
            sum(CASE v.type WHEN 'stock.reserved' THEN (e->>'quantity')::numeric
              WHEN 'stock.issued' THEN -(e->>'consumed')::numeric
              ELSE -(e->>'quantity')::numeric END) * 1000000 AS rest,
            -- Long ago the log did not say what came from a reservation.
            bool_or(v.type = 'stock.issued' AND e->'consumed' IS NULL) AS is_old
          FROM events v, json_array_elements(v.data->'lines') AS e
          WHERE v.seller_id = $1 AND v.resource_kind = 'orders' AND v.type IN ('stock.reserved',
            'stock.released', 'stock.reservation_expired', 'stock.issued')
          GROUP BY 1, 2) AS told
        ON told.order_id = l.order_id AND told.line_number = l.line_number
      WHERE l.seller_id = $1 AND l.is_stocked AND coalesce(told.rest, 0) <> l.reserved_e6
        AND told.is_old IS NOT TRUE
      LIMIT 100
      """),
    Invariant(
      "I-23", "Nobody who would take a part waits for goods that are there.",
      """
      SELECT DISTINCT 'products', l.product_id, 'warehouse ' || l.warehouse_id
      FROM order_lines l
        JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
        JOIN stock_levels s ON s.seller_id = l.seller_id AND s.product_id = l.product_id
          AND s.warehouse_id = l.warehouse_id
      WHERE l.seller_id = $1 AND o.state = 'CONFIRMED' AND l.is_stocked AND NOT o.ship_complete
        AND l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 > l.reserved_e6
        AND s.on_hand_e6 > s.reserved_e6
        -- A line that takes all or nothing may hold back those behind it.
        AND NOT EXISTS (SELECT FROM order_lines w
            JOIN orders p ON p.seller_id = w.seller_id AND p.order_id = w.order_id
          WHERE w.seller_id = $1 AND w.product_id = l.product_id
            AND w.warehouse_id = l.warehouse_id AND p.state = 'CONFIRMED' AND p.ship_complete
            AND w.is_stocked AND w.ordered_e6 - w.cancelled_e6 - w.shipped_e6 > w.reserved_e6)
      LIMIT 100
      """),
  ]
}
