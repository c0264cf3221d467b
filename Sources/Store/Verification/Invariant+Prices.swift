internal import Postgres

extension Invariant {
  static let prices: [Invariant] = [
    Invariant(
      "I-65",
      "What people took off an order fits a version of the PRICING policy that it was priced by.",
      // Each event that prices names its version, but version 1, which goes unsaid; once another has
      // begun, an event without one priced nothing. A quantity that goods issue raised keeps its percent:
      // a unit a discount is rounding. What is off the whole moves with amendments, and is not held
      // against the rules again.
      """
      WITH given AS (
        SELECT l.order_id, 'line ' || l.line_number AS place, true AS is_line,
          l.gross_minor::numeric AS whole, l.discounts
        FROM order_lines l WHERE l.seller_id = $1 AND l.discounts @> '[["MANUAL"]]'
        UNION ALL
        SELECT o.order_id, 'the whole', false, (SELECT sum(l.net_minor) FROM order_lines l
          WHERE l.seller_id = o.seller_id AND l.order_id = o.order_id), o.discounts
        FROM orders o
        WHERE o.seller_id = $1 AND o.revision <= 1 AND o.discounts @> '[["MANUAL"]]'
      ), facts AS (
        SELECT g.order_id, g.place, g.is_line, g.whole, d.* FROM given g CROSS JOIN LATERAL (
          SELECT count(*) AS count, count(*) FILTER (WHERE d->>2 = 'MANUAL') AS by_hand,
            sum((d->>4)::numeric) FILTER (WHERE d->>2 = 'MANUAL') AS off,
            jsonb_agg(d->>3) FILTER (WHERE d->>2 = 'MANUAL') AS reasons
          FROM jsonb_array_elements(g.discounts) AS d) AS d
      ), rules AS (
        SELECT 1::bigint AS number, 'CHAINED' AS stacking, '[]'::jsonb AS reasons,
          10 AS line_count, 10 AS order_count, 1e8 AS line_free, 1e8 AS order_free,
          1e8 AS line_most, 1e8 AS order_most
        UNION ALL
        SELECT p.number, p.rules->>'stacking', p.rules->'reasons',
          (p.rules->>'line_discounts')::integer, (p.rules->>'order_discounts')::integer,
          (p.rules->>'free_line')::numeric, (p.rules->>'free_order')::numeric,
          (p.rules->>'max_line')::numeric, (p.rules->>'max_order')::numeric
        FROM policies p
        WHERE p.seller_id = $1 AND p.kind = 'PRICING' AND p.decision = 'GRANTED'
      ), start AS (
        SELECT coalesce(min(p.valid_from_date), DATE 'infinity') AS day FROM policies p
        WHERE p.seller_id = $1 AND p.kind = 'PRICING' AND p.decision = 'GRANTED'
      ), priced AS (
        SELECT DISTINCT v.resource_id AS order_id,
          coalesce((v.data->>'pricing_policy')::bigint, 1) AS number,
          coalesce((v.data->>'discount_permission')::boolean, true) AS is_permitted
        FROM events v JOIN sellers s ON s.seller_id = v.seller_id CROSS JOIN start
        WHERE v.seller_id = $1 AND v.resource_id = ANY (ARRAY(SELECT f.order_id FROM facts f))
          AND v.type IN ('order.drafted', 'order.updated', 'order.placed', 'order.amended')
          AND (v.data->'pricing_policy' IS NOT NULL
            OR (v.occur_time AT TIME ZONE s.time_zone)::date <= start.day)
      ), allowed AS (
        SELECT p.order_id, p.is_permitted, r.* FROM priced p JOIN rules r USING (number)
      )
      SELECT 'orders', f.order_id, f.place || ': ' || f.off || ' off ' || f.whole FROM facts f
      WHERE NOT EXISTS (
          SELECT FROM allowed a WHERE a.order_id = f.order_id
            AND f.by_hand <= CASE WHEN f.is_line THEN a.line_count ELSE a.order_count END
            AND (a.reasons = '[]' OR f.reasons <@ a.reasons)
            AND (a.stacking <> 'NOT_ON_LIST' OR f.by_hand = f.count)
            AND (f.off - f.count) * 1e8 <= f.whole
              * CASE WHEN f.is_line THEN a.line_most ELSE a.order_most END
            AND (a.is_permitted OR (f.off - f.count) * 1e8 <= f.whole
              * CASE WHEN f.is_line THEN a.line_free ELSE a.order_free END))
        OR NOT EXISTS (
          SELECT FROM allowed a WHERE a.order_id = f.order_id
            AND (a.stacking <> 'LARGEST_ONLY' OR f.count = 1))
      LIMIT 100
      """)
  ]
}
