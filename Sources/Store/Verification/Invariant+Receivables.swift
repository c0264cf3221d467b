internal import Postgres

extension Invariant {
  static let receivables: [Invariant] = [
    Invariant(
      "I-24", "The parts of exposure are those of orders, open items and payments.",
      """
      WITH lines AS (
        SELECT coalesce(o.bill_to_id, o.customer_id) AS customer_id,
          coalesce(o.holds @> '[{"kind": "CREDIT"}]', false) AS is_held,
          o.rounding_mode,
          (l.net_minor - l.document_discount_minor + l.tax_minor)::numeric AS gross,
          l.ordered_e6::numeric AS ordered,
          greatest(0, l.ordered_e6 - l.cancelled_e6 - l.returned_e6 - l.invoiced_e6
            + l.credited_e6)::numeric AS uninvoiced,
          greatest(0, least(
            l.ordered_e6 - l.cancelled_e6 - l.returned_e6 - l.invoiced_e6 + l.credited_e6,
            l.shipped_e6 - l.returned_e6 - l.invoiced_e6 + l.credited_e6))::numeric AS unbilled
        FROM order_lines l
          JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
        WHERE l.seller_id = $1 AND o.state IN ('CONFIRMED', 'ON_HOLD')
      ), exact AS (
        SELECT customer_id, is_held, rounding_mode, gross * uninvoiced / ordered AS whole,
          gross * unbilled / ordered AS part
        FROM lines
      ), valued AS (
        SELECT customer_id, is_held,
          CASE WHEN rounding_mode = 'HALF_EVEN' AND abs(whole - trunc(whole)) = 0.5
            THEN 2 * round(whole / 2) ELSE round(whole) END AS whole,
          CASE WHEN rounding_mode = 'HALF_EVEN' AND abs(part - trunc(part)) = 0.5
            THEN 2 * round(part / 2) ELSE round(part) END AS part
        FROM exact
        UNION ALL
        SELECT coalesce(o.bill_to_id, o.customer_id),
          coalesce(o.holds @> '[{"kind": "CREDIT"}]', false),
          (c->>3)::numeric + (c->>7)::numeric, 0
        FROM orders o, jsonb_array_elements(o.charges) AS c
        WHERE o.seller_id = $1 AND o.state IN ('CONFIRMED', 'ON_HOLD') AND NOT (c->>8)::boolean
        UNION ALL
        -- Deposits that were invoiced and not recalled, also of what is over.
        SELECT coalesce(o.bill_to_id, o.customer_id), coalesce(o.holds @> '[{"kind": "CREDIT"}]', false),
          (g->>5)::numeric + (g->>6)::numeric - (g->>3)::numeric - (g->>4)::numeric, 0
        FROM orders o, jsonb_array_elements(o.deposits) AS d, jsonb_array_elements(d->3) AS g
        WHERE o.seller_id = $1 AND o.state <> 'DRAFT'
      ), orders_of AS (
        SELECT customer_id, sum(part) AS unbilled,
          sum(CASE WHEN is_held THEN 0 ELSE whole - part END) AS open
        FROM valued GROUP BY customer_id
      ), items_of AS (
        SELECT i.customer_id, sum(i.open_minor) AS open FROM open_items i
        WHERE i.seller_id = $1 GROUP BY i.customer_id
      ), payments_of AS (
        SELECT p.customer_id, sum(p.unapplied_minor) AS unapplied FROM payments p
        WHERE p.seller_id = $1 GROUP BY p.customer_id
      )
      SELECT 'customers', a.customer_id, concat_ws(' ', 'orders', a.open_orders_minor,
        coalesce(o.open, 0), 'unbilled', a.unbilled_shipments_minor, coalesce(o.unbilled, 0),
        'items', a.open_items_minor, coalesce(i.open, 0), 'unapplied', a.unapplied_cash_minor,
        coalesce(p.unapplied, 0))
      FROM credit_accounts a LEFT JOIN orders_of o USING (customer_id)
        LEFT JOIN items_of i USING (customer_id) LEFT JOIN payments_of p USING (customer_id)
      WHERE a.seller_id = $1 AND (a.open_orders_minor <> coalesce(o.open, 0)
        OR a.unbilled_shipments_minor <> coalesce(o.unbilled, 0)
        OR a.open_items_minor <> coalesce(i.open, 0)
        OR a.unapplied_cash_minor <> coalesce(p.unapplied, 0))
      LIMIT 100
      """),
    Invariant(
      "I-30", "A payment is what was applied of it and what was not.",
      """
      SELECT 'payments', p.payment_id, p.payment_number FROM payments p
        LEFT JOIN (SELECT a.payment_id, sum(a.amount_minor) AS applied
          FROM payment_applications a WHERE a.seller_id = $1 AND a.state = 'ACTIVE'
          GROUP BY a.payment_id) s USING (payment_id)
      WHERE p.seller_id = $1 AND (p.applied_minor <> coalesce(s.applied, 0)
        OR p.applied_minor + p.unapplied_minor <> p.amount_minor
        OR p.applied_minor < 0 OR p.unapplied_minor < 0)
      LIMIT 100
      """),
    Invariant(
      "I-39", "What is open of an item is what it was less what was applied to it.",
      """
      SELECT 'openItems', i.item_id, i.document_number FROM open_items i
        LEFT JOIN (SELECT a.item_id, sum(a.amount_minor) AS applied
          FROM payment_applications a WHERE a.seller_id = $1 AND a.state = 'ACTIVE'
          GROUP BY a.item_id) s USING (item_id)
      WHERE i.seller_id = $1 AND (i.open_minor <> i.original_minor - coalesce(s.applied, 0)
        OR i.open_minor < 0)
      LIMIT 100
      """),
    Invariant(
      "I-40",
      "An application lowers an item of the customer that it names, or became.",
      """
      SELECT 'payments', a.payment_id, NULL::text FROM payment_applications a
        LEFT JOIN open_items i ON i.seller_id = a.seller_id AND i.item_id = a.item_id
      WHERE a.seller_id = $1 AND i.customer_id IS DISTINCT FROM a.customer_id
        AND NOT EXISTS (SELECT 1 FROM customers c
          WHERE c.seller_id = a.seller_id AND c.customer_id = a.customer_id
            AND c.merged_into_id IS NOT NULL)
      LIMIT 100
      """),
    Invariant(
      "I-41",
      "An application is taken back once, on a day and at a time, by an entry of equal parts.",
      """
      SELECT 'payments', a.payment_id, NULL::text FROM payment_applications a
      WHERE a.seller_id = $1 AND (a.state = 'UNAPPLIED')
        <> (a.unapplied_date IS NOT NULL AND a.unapplied_time IS NOT NULL)
      UNION ALL
      SELECT 'payments', a.payment_id, 'entry ' || a.entry_id FROM payment_applications a
        LEFT JOIN LATERAL (SELECT count(*) AS entries FROM journal_entries e
          WHERE e.seller_id = a.seller_id AND e.document_id = a.payment_id
            AND e.reverses_id = a.entry_id
            AND (SELECT sum(p.amount_minor) FROM postings p
              WHERE p.seller_id = e.seller_id AND p.entry_id = e.entry_id
                AND p.account = 1100) = a.amount_minor) AS back ON true
      WHERE a.seller_id = $1 AND a.entry_id IS NOT NULL
        AND back.entries <> CASE a.state WHEN 'UNAPPLIED' THEN 1 ELSE 0 END
      LIMIT 100
      """),
  ]
}
