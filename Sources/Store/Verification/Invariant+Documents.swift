internal import Postgres

extension Invariant {
  static let documents: [Invariant] = [
    Invariant(
      "I-01", "Every amount of a document has the document's currency.",
      """
      SELECT 'openItems', i.item_id, NULL::text FROM open_items i
        JOIN invoices v ON v.seller_id = i.seller_id AND v.invoice_id = i.invoice_id
      WHERE i.seller_id = $1 AND i.currency_code <> v.currency_code
      UNION ALL
      SELECT 'payments', p.payment_id, NULL FROM payment_applications a
        JOIN payments p ON p.seller_id = a.seller_id AND p.payment_id = a.payment_id
        JOIN open_items i ON i.seller_id = a.seller_id AND i.item_id = a.item_id
      WHERE a.seller_id = $1 AND p.currency_code <> i.currency_code
      UNION ALL
      SELECT 'invoices', v.invoice_id, NULL FROM invoices v
        JOIN orders o ON o.seller_id = v.seller_id AND o.order_id = v.order_id
      WHERE v.seller_id = $1 AND v.currency_code <> o.currency_code
      LIMIT 100
      """),
    Invariant(
      "I-02", "Lines less discount with charges are the net, net and tax the gross.",
      """
      WITH documents AS (
        SELECT 'orders' AS kind, o.order_id AS id, o.net_minor AS net, o.tax_minor AS tax,
          o.gross_minor AS gross, o.discount_minor AS discount, o.charge_minor AS charge, o.charges
        FROM orders o WHERE o.seller_id = $1
        UNION ALL
        SELECT 'invoices', v.invoice_id, v.net_minor, v.tax_minor, v.gross_minor,
          v.discount_minor, v.charge_minor, v.charges
        FROM invoices v WHERE v.seller_id = $1
      ), lines AS (
        SELECT 'orders' AS kind, l.order_id AS id, sum(l.net_minor) AS net,
          sum(l.document_discount_minor) AS discount, sum(l.tax_minor) AS tax
        FROM order_lines l WHERE l.seller_id = $1 GROUP BY l.order_id
        UNION ALL
        SELECT 'invoices', l.invoice_id, sum(l.net_minor), sum(l.document_discount_minor),
          sum(l.tax_minor)
        FROM invoice_lines l WHERE l.seller_id = $1 GROUP BY l.invoice_id
      ), charged AS (
        SELECT d.kind, d.id, sum((c->>3)::numeric) AS amount, sum((c->>7)::numeric) AS tax
        FROM documents d, jsonb_array_elements(d.charges) AS c GROUP BY d.kind, d.id
      )
      (SELECT kind, id, NULL::text FROM documents d LEFT JOIN lines l USING (kind, id)
        LEFT JOIN charged c USING (kind, id)
      WHERE (l.net - l.discount + coalesce(c.amount, 0), l.tax + coalesce(c.tax, 0), l.discount,
          coalesce(c.amount, 0), d.net::numeric + d.tax)
        IS DISTINCT FROM (d.net::numeric, d.tax::numeric, d.discount::numeric, d.charge::numeric,
          d.gross::numeric))
      UNION ALL
      (SELECT 'invoices', v.invoice_id, 'prepaid' FROM invoices v
        LEFT JOIN LATERAL (SELECT sum((p->>3)::numeric + (p->>4)::numeric) AS amount
          FROM jsonb_array_elements(v.prepayments) AS p) p ON true
      WHERE v.seller_id = $1 AND (coalesce(p.amount, 0) <> v.prepaid_minor
        OR v.prepaid_minor < 0 OR v.prepaid_minor > v.gross_minor))
      LIMIT 100
      """),
    Invariant(
      "I-03",
      "A tax group's tax is round(base × rate), or the sum of its lines' where these round.",
      """
      WITH documents AS (
        SELECT 'orders' AS kind, o.order_id AS id, o.rounding_mode, o.taxes FROM orders o
          WHERE o.seller_id = $1 AND o.tax_level = 'DOCUMENT'
        UNION ALL
        SELECT 'invoices', v.invoice_id, v.rounding_mode, v.taxes FROM invoices v
          WHERE v.seller_id = $1 AND v.tax_level = 'DOCUMENT'
      ), groups AS (
        SELECT d.kind, d.id, d.rounding_mode, (g->>3)::numeric AS tax,
          (g->>2)::numeric * (g->>1)::numeric / 100000000 AS exact
        FROM documents d, jsonb_array_elements(d.taxes) AS g
      )
      SELECT kind, id, tax || ' for ' || exact FROM groups
      WHERE tax <> CASE
        WHEN rounding_mode = 'HALF_EVEN' AND abs(exact - trunc(exact)) = 0.5
          THEN 2 * round(exact / 2) ELSE round(exact) END
      LIMIT 100
      """),
    Invariant(
      "I-04", "The lines of a tax group add up to its base and tax; due items to what is payable.",
      """
      WITH groups AS (
        SELECT 'orders' AS kind, o.order_id AS id, g->>0 AS category, (g->>1)::bigint AS rate,
          g->>4 AS exemption, (g->>2)::numeric AS base, (g->>3)::numeric AS tax
        FROM orders o, jsonb_array_elements(o.taxes) AS g WHERE o.seller_id = $1
        UNION ALL
        SELECT 'invoices', v.invoice_id, g->>0, (g->>1)::bigint, g->>4, (g->>2)::numeric,
          (g->>3)::numeric
        FROM invoices v, jsonb_array_elements(v.taxes) AS g WHERE v.seller_id = $1
      ), lines AS (
        SELECT 'orders' AS kind, l.order_id AS id, l.tax_category_code AS category,
          l.tax_rate_e6 AS rate, l.exemption_code AS exemption,
          l.net_minor - l.document_discount_minor AS base, l.tax_minor AS tax
        FROM order_lines l WHERE l.seller_id = $1
        UNION ALL
        SELECT 'invoices', l.invoice_id, l.tax_category_code, l.tax_rate_e6, l.exemption_code,
          l.net_minor - l.document_discount_minor, l.tax_minor
        FROM invoice_lines l WHERE l.seller_id = $1
        UNION ALL
        SELECT 'orders', o.order_id, c->>4, (c->>5)::bigint, c->>6, (c->>3)::bigint,
          (c->>7)::bigint
        FROM orders o, jsonb_array_elements(o.charges) AS c WHERE o.seller_id = $1
        UNION ALL
        SELECT 'invoices', v.invoice_id, c->>4, (c->>5)::bigint, c->>6, (c->>3)::bigint,
          (c->>7)::bigint
        FROM invoices v, jsonb_array_elements(v.charges) AS c WHERE v.seller_id = $1
      ), members AS (
        SELECT kind, id, category, rate, exemption, sum(base) AS base, sum(tax) AS tax FROM lines
        GROUP BY kind, id, category, rate, exemption
      )
      (SELECT kind, id, 'tax group ' || category FROM groups g
        FULL JOIN members l USING (kind, id, category, rate, exemption)
      WHERE (g.base, g.tax) IS DISTINCT FROM (l.base, l.tax))
      UNION ALL
      SELECT 'invoices', v.invoice_id, 'open items' FROM invoices v
        LEFT JOIN (SELECT i.invoice_id, sum(i.original_minor) AS original FROM open_items i
          WHERE i.seller_id = $1 GROUP BY i.invoice_id) s USING (invoice_id)
      WHERE v.seller_id = $1
        AND coalesce(s.original, 0)
          <> CASE v.state WHEN 'ISSUED' THEN v.gross_minor - v.prepaid_minor ELSE 0 END
      LIMIT 100
      """),
    Invariant(
      "I-09", "The content hash of every issued document recomputes.",
      """
      SELECT 'invoices', v.invoice_id, NULL::text FROM invoices v
      WHERE v.seller_id = $1 AND v.state = 'ISSUED'
        AND v.content_hash IS DISTINCT FROM invoice_content_hash(v.invoice_number, v.customer_id,
          v.order_id, v.issue_date, v.due_date, v.delivery_date, v.currency_code, v.payment_terms,
          v.buyer_reference, v.purchase_order_reference, v.net_minor, v.tax_minor, v.gross_minor,
          v.rounding_mode, v.tax_level, v.taxes, v.seller_party, v.buyer_party, v.deliver_to,
          invoice_content_lines(v.seller_id, v.invoice_id), v.charges, v.kind, v.prepayments)
      LIMIT 100
      """),
    Invariant(
      "I-10", "A series of invoice numbers has no gap and no duplicate.",
      """
      WITH used AS (
        SELECT CASE v.kind WHEN 'DEPOSIT' THEN 'DEP' ELSE 'INV' END AS kind,
          split_part(v.invoice_number, '-', 2)::integer AS year,
          split_part(v.invoice_number, '-', 3)::bigint AS number
        FROM invoices v WHERE v.seller_id = $1 AND v.state = 'ISSUED'
      ), counted AS (
        SELECT kind, year, count(*) AS documents, count(DISTINCT number) AS numbers,
          min(number) AS first, max(number) AS last
        FROM used GROUP BY kind, year
      )
      SELECT 'numberSeries', NULL::uuid, kind || '-' || year || ': ' || coalesce(c.documents, 0)
        || ' documents, last number ' || coalesce(s.last, 0)
      FROM counted c
        FULL JOIN (SELECT n.kind, n.year, n.last FROM number_series n
          WHERE n.seller_id = $1 AND n.kind IN ('INV', 'DEP')) s USING (kind, year)
      WHERE coalesce(c.documents, 0) <> coalesce(s.last, 0) OR c.numbers <> c.documents
        OR c.first <> 1 OR c.last <> s.last
      LIMIT 100
      """),
    Invariant(
      "I-11", "Within a series, issue dates do not fall as numbers rise.",
      """
      SELECT 'invoices', invoice_id, invoice_number FROM (
        SELECT v.invoice_id, v.invoice_number, v.issue_date, lag(v.issue_date) OVER (
          PARTITION BY v.kind, split_part(v.invoice_number, '-', 2)
          ORDER BY split_part(v.invoice_number, '-', 3)::bigint) AS before
        FROM invoices v WHERE v.seller_id = $1 AND v.state = 'ISSUED') AS dated
      WHERE issue_date < before LIMIT 100
      """),
    Invariant(
      "I-12", "Ordered = cancelled + shipped + open, open ≥ 0.",
      """
      SELECT 'orders', l.order_id, 'line ' || l.line_number FROM order_lines l
      WHERE l.seller_id = $1 AND (l.cancelled_e6 < 0 OR l.shipped_e6 < 0
        OR l.cancelled_e6 + l.shipped_e6 > l.ordered_e6)
      LIMIT 100
      """),
    Invariant(
      "I-13", "0 ≤ reserved ≤ open; nothing is reserved for a cancelled or completed order.",
      """
      SELECT 'orders', l.order_id, 'line ' || l.line_number FROM order_lines l
        JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
      WHERE l.seller_id = $1 AND (l.reserved_e6 < 0
        OR l.reserved_e6 > l.ordered_e6 - l.cancelled_e6 - l.shipped_e6
        OR (l.reserved_e6 > 0 AND (NOT l.is_stocked OR o.state IN ('CANCELLED', 'COMPLETED'))))
      LIMIT 100
      """),
    Invariant(
      "I-14", "Returned and on its way ≤ shipped; delivered ≤ shipped; credited ≤ invoiced.",
      """
      SELECT 'orders', l.order_id, 'line ' || l.line_number FROM order_lines l
      WHERE l.seller_id = $1 AND (l.returned_e6 < 0 OR l.returning_e6 < 0 OR l.delivered_e6 < 0
        OR l.credited_e6 < 0 OR l.returned_e6 + l.returning_e6 > l.shipped_e6
        OR l.delivered_e6 > l.shipped_e6 OR l.credited_e6 > l.invoiced_e6)
      LIMIT 100
      """),
    Invariant(
      "I-15",
      "Billed less credited is what was ordered at most, and not more than a credit can mend.",
      """
      SELECT 'orders', l.order_id, 'line ' || l.line_number FROM order_lines l
        JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
      WHERE l.seller_id = $1 AND (l.invoiced_e6 - l.credited_e6 > l.ordered_e6
        -- Nothing is to bill on what is over.
        OR (o.state IN ('CANCELLED', 'COMPLETED')
          AND l.shipped_e6 - l.returned_e6 > l.invoiced_e6 - l.credited_e6))
      LIMIT 100
      """),
    Invariant(
      "I-16", "Line quantities are the sums of their shipment, return and invoice lines.",
      """
      WITH shipped AS (
        SELECT h.order_id, s.order_line AS line_number, sum(s.quantity_e6) AS quantity,
          sum(s.quantity_e6) FILTER (WHERE h.state = 'DELIVERED') AS delivered
        FROM shipment_lines s
          JOIN shipments h ON h.seller_id = s.seller_id AND h.shipment_id = s.shipment_id
        WHERE s.seller_id = $1 AND h.state <> 'LOST' GROUP BY 1, 2
      ), returned AS (
        SELECT r.order_id, s.order_line AS line_number, sum(s.received_e6) AS quantity,
          sum(s.quantity_e6) FILTER (WHERE r.is_counted) AS returning
        FROM return_lines s
          JOIN returns r ON r.seller_id = s.seller_id AND r.return_id = s.return_id
        WHERE s.seller_id = $1 GROUP BY 1, 2
      ), invoiced AS (
        SELECT v.order_id, s.order_line AS line_number, sum(s.quantity_e6) AS quantity
        FROM invoice_lines s
          JOIN invoices v ON v.seller_id = s.seller_id AND v.invoice_id = s.invoice_id
        WHERE s.seller_id = $1 AND v.state = 'ISSUED' AND s.order_line IS NOT NULL GROUP BY 1, 2
      ), lines AS (
        SELECT l.order_id, l.line_number, l.shipped_e6, l.invoiced_e6, l.delivered_e6,
          l.returned_e6, l.returning_e6 FROM order_lines l
        WHERE l.seller_id = $1
      )
      SELECT 'orders', order_id, 'line ' || line_number
      FROM lines l FULL JOIN shipped s USING (order_id, line_number)
        FULL JOIN invoiced i USING (order_id, line_number)
        FULL JOIN returned r USING (order_id, line_number)
      WHERE coalesce(s.quantity, 0) <> coalesce(l.shipped_e6, 0)
        OR coalesce(s.delivered, 0) <> coalesce(l.delivered_e6, 0)
        OR coalesce(r.quantity, 0) <> coalesce(l.returned_e6, 0)
        OR coalesce(r.returning, 0) <> coalesce(l.returning_e6, 0)
        OR coalesce(i.quantity, 0) <> coalesce(l.invoiced_e6, 0)
      LIMIT 100
      """),
    Invariant(
      "I-14", "Order lines replace what comes back and no more.",
      """
      WITH replaced AS (
        SELECT l.replacement_for_id AS return_id, l.product_id,
          sum(l.ordered_e6 - l.cancelled_e6) AS quantity
        FROM order_lines l
        WHERE l.seller_id = $1 AND l.replacement_for_id IS NOT NULL GROUP BY 1, 2
      ), kept AS (
        SELECT b.return_id, b.product_id, sum(b.replaced_e6) AS quantity
        FROM return_lines b WHERE b.seller_id = $1 GROUP BY 1, 2
      )
      SELECT 'returns', return_id, 'products/' || product_id
      FROM replaced l FULL JOIN kept b USING (return_id, product_id)
      WHERE coalesce(l.quantity, 0) <> coalesce(b.quantity, 0)
      UNION ALL
      SELECT 'returns', b.return_id, 'line ' || b.line_number FROM return_lines b
      WHERE b.seller_id = $1 AND NOT b.replaced_e6 BETWEEN 0 AND b.quantity_e6
      LIMIT 100
      """),
    Invariant(
      "I-16", "Where a line of a shipment names its lots, they come to what left.",
      """
      SELECT 'orders', s.order_id, s.shipment_number || ' line ' || l.order_line
      FROM (SELECT t.shipment_id, t.line_position AS position, sum(t.quantity_e6) AS quantity
          FROM shipment_lots t WHERE t.seller_id = $1 GROUP BY 1, 2) t
        JOIN shipment_lines l USING (shipment_id, position)
        JOIN shipments s ON s.seller_id = l.seller_id AND s.shipment_id = l.shipment_id
      WHERE l.seller_id = $1 AND t.quantity <> l.quantity_e6 LIMIT 100
      """),
  ]
}
