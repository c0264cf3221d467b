internal import Postgres

extension Invariant {
  static let orders: [Invariant] = [
    Invariant(
      "I-17", "An order is ON_HOLD exactly while a hold is open; a held one is not at its end.",
      """
      SELECT 'orders', o.order_id, o.state FROM orders o
      WHERE o.seller_id = $1
        AND ((o.state = 'ON_HOLD') <> (coalesce(jsonb_array_length(o.holds), 0) > 0)
          OR o.state = 'DRAFT' AND o.revision > 0)
      UNION ALL
      SELECT 'orders', o.order_id, o.state || ' with open lines' FROM orders o
        JOIN order_lines l ON l.seller_id = o.seller_id AND l.order_id = o.order_id
      WHERE o.seller_id = $1 AND o.state IN ('CANCELLED', 'COMPLETED')
        AND l.cancelled_e6 + l.shipped_e6 < l.ordered_e6
      LIMIT 100
      """),
    Invariant(
      "I-18", "Goods left only after a decision APPROVED or OVERRIDDEN on their order.",
      """
      SELECT 'orders', s.order_id, s.shipment_number FROM shipments s
      WHERE s.seller_id = $1 AND NOT EXISTS (
        SELECT 1 FROM events e
        WHERE e.seller_id = $1 AND e.resource_id = s.order_id AND e.type = 'credit.decided'
          AND e.data->>'result' IN ('APPROVED', 'OVERRIDDEN') AND e.occur_time <= s.create_time)
      LIMIT 100
      """),
    Invariant(
      "I-19", "Revisions of an order count up by one, and each has its lines.",
      """
      SELECT 'orders', o.order_id, 'revision ' || o.revision FROM orders o
        LEFT JOIN (SELECT r.order_id, count(*) AS kept, min(r.revision) AS first,
            max(r.revision) AS last
          FROM order_revisions r WHERE r.seller_id = $1 GROUP BY r.order_id) r USING (order_id)
      WHERE o.seller_id = $1
        AND (coalesce(r.kept, 0) <> greatest(o.revision - 1, 0)
          OR coalesce(r.first, 1) <> 1 OR coalesce(r.last, o.revision - 1) <> o.revision - 1)
      UNION ALL
      SELECT 'orders', r.order_id, 'lines of revision ' || r.revision FROM order_revisions r
        LEFT JOIN (SELECT l.order_id, l.revision, sum(l.net_minor - l.document_discount_minor) AS net
          FROM order_revision_lines l WHERE l.seller_id = $1 GROUP BY 1, 2) l
          USING (order_id, revision)
      WHERE r.seller_id = $1 AND l.net IS DISTINCT FROM (r.net_minor - r.charge_minor)::numeric
      LIMIT 100
      """),
    Invariant(
      "I-27",
      "Every order that was confirmed has a decision APPROVED or OVERRIDDEN of the last revision "
        + "that raised its value.",
      """
      WITH raised AS (
        SELECT v.resource_id AS order_id, max((v.data->>'revision')::integer) AS revision
        FROM events v
        WHERE v.seller_id = $1 AND v.type = 'order.amended' AND (v.data->>'exposure_minor')::bigint
          > (v.data->>'exposure_before_minor')::bigint
        GROUP BY 1
      ), passed AS (
        SELECT v.resource_id AS order_id, max(coalesce((v.data->>'revision')::integer, 1))
          AS revision
        FROM events v
        WHERE v.seller_id = $1 AND v.type = 'credit.decided'
          AND v.data->>'result' IN ('APPROVED', 'OVERRIDDEN')
        GROUP BY 1
      )
      SELECT 'orders', o.order_id, concat_ws(' ', o.credit_result, 'decided', p.revision,
        'raised', coalesce(r.revision, 1))
      FROM orders o LEFT JOIN raised r USING (order_id) LEFT JOIN passed p USING (order_id)
      WHERE o.seller_id = $1 AND (o.state IN ('CONFIRMED', 'COMPLETED')
          OR o.state = 'ON_HOLD' AND NOT coalesce(o.holds @> '[{"kind": "CREDIT"}]', false))
        AND (coalesce(o.credit_result, '') NOT IN ('APPROVED', 'OVERRIDDEN')
          OR coalesce(p.revision, 0) < coalesce(r.revision, 1))
      LIMIT 100
      """),
    Invariant(
      "I-28", "At most one CREDIT hold is open on an order, and it names its decision.",
      """
      SELECT 'orders', o.order_id, NULL::text FROM orders o,
        LATERAL (SELECT count(*) AS holds, count(h->>'decision') AS decisions
          FROM jsonb_array_elements(o.holds) AS h WHERE h->>'kind' = 'CREDIT') AS credit
      WHERE o.seller_id = $1 AND o.holds IS NOT NULL
        AND (credit.holds > 1 OR credit.decisions < credit.holds)
      LIMIT 100
      """),
  ]
}
