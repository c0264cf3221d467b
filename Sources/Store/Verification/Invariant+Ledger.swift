internal import Postgres

extension Invariant {
  static let ledger: [Invariant] = [
    Invariant(
      "I-48", "Every entry balances.",
      """
      SELECT 'journalEntries', e.entry_id, coalesce(sum(p.amount_minor), 0)::text
      FROM journal_entries e
        LEFT JOIN postings p ON p.seller_id = e.seller_id AND p.entry_id = e.entry_id
      WHERE e.seller_id = $1 GROUP BY e.entry_id
      HAVING coalesce(sum(p.amount_minor), 0) <> 0
      LIMIT 100
      """),
    Invariant(
      "I-49", "Every balance is the sum of its postings; all accounts of a currency add up to 0.",
      """
      WITH posted AS (
        SELECT p.account, e.currency_code, sum(p.amount_minor) AS balance FROM postings p
          JOIN journal_entries e ON e.seller_id = p.seller_id AND e.entry_id = p.entry_id
        WHERE p.seller_id = $1 GROUP BY 1, 2
      ), kept AS (
        SELECT b.account, b.currency_code, b.balance_minor FROM account_balances b
        WHERE b.seller_id = $1
      )
      SELECT 'accounts', NULL::uuid, account || ' ' || currency_code
      FROM posted p FULL JOIN kept k USING (account, currency_code)
      WHERE coalesce(p.balance, 0) <> coalesce(k.balance_minor, 0)
      UNION ALL
      SELECT 'accounts', NULL, 'all ' || currency_code FROM kept GROUP BY currency_code
      HAVING sum(balance_minor) <> 0
      LIMIT 100
      """),
    Invariant(
      "I-50",
      "1100 is the sum of the open items, 2000 that of what is unapplied, 2030 of deposits left.",
      """
      WITH kept AS (
        SELECT b.currency_code, sum(b.balance_minor) FILTER (WHERE b.account = 1100) AS receivables,
          sum(b.balance_minor) FILTER (WHERE b.account = 2000) AS unapplied,
          sum(b.balance_minor) FILTER (WHERE b.account = 2030) AS deposits
        FROM account_balances b WHERE b.seller_id = $1 GROUP BY 1
      ), items AS (
        SELECT i.currency_code, sum(i.open_minor) AS open FROM open_items i
        WHERE i.seller_id = $1 GROUP BY 1
      ), cash AS (
        SELECT p.currency_code, sum(p.unapplied_minor) AS unapplied FROM payments p
        WHERE p.seller_id = $1 GROUP BY 1
      ), asked AS (
        SELECT o.order_id, o.currency_code, d->>1 AS number, sum((g->>3)::numeric) AS net,
          sum((g->>4)::numeric) AS tax, sum((g->>5)::numeric) AS recalled_net,
          sum((g->>6)::numeric) AS recalled_tax
        FROM orders o, jsonb_array_elements(o.deposits) AS d, jsonb_array_elements(d->3) AS g
        WHERE o.seller_id = $1 GROUP BY 1, 2, 3
      ), left_over AS (
        SELECT currency_code, sum(net - recalled_net) AS net FROM asked GROUP BY 1
      )
      (SELECT 'accounts', NULL::uuid, currency_code
      FROM kept k FULL JOIN items i USING (currency_code) FULL JOIN cash c USING (currency_code)
        FULL JOIN left_over l USING (currency_code)
      WHERE coalesce(k.receivables, 0) <> coalesce(i.open, 0)
        OR coalesce(k.unapplied, 0) <> -coalesce(c.unapplied, 0)
        OR coalesce(k.deposits, 0) <> -coalesce(l.net, 0))
      UNION ALL
      -- What an order has of its deposits is what their invoices ask for and others recall.
      (SELECT 'orders', order_id, 'deposit ' || number FROM asked a
        FULL JOIN (SELECT v.order_id, v.invoice_number AS number, v.net_minor AS net,
            v.tax_minor AS tax
          FROM invoices v WHERE v.seller_id = $1 AND v.kind = 'DEPOSIT' AND v.state = 'ISSUED') v
          USING (order_id, number)
        LEFT JOIN (SELECT v.order_id, p->>1 AS number, sum((p->>3)::numeric) AS net,
            sum((p->>4)::numeric) AS tax
          FROM invoices v, jsonb_array_elements(v.prepayments) AS p
          WHERE v.seller_id = $1 AND v.state = 'ISSUED' GROUP BY 1, 2) r USING (order_id, number)
      WHERE (a.net, a.tax) IS DISTINCT FROM (v.net::numeric, v.tax::numeric)
        OR (a.recalled_net, a.recalled_tax)
          IS DISTINCT FROM (coalesce(r.net, 0), coalesce(r.tax, 0)))
      LIMIT 100
      """),
    Invariant(
      "I-51", "Each document has exactly its postings, and no posting is without an event.",
      """
      WITH posted AS (
        SELECT e.document_id, p.account, sum(p.amount_minor) AS amount FROM postings p
          JOIN journal_entries e ON e.seller_id = p.seller_id AND e.entry_id = p.entry_id
        WHERE p.seller_id = $1 GROUP BY 1, 2
      )
      (SELECT 'invoices', v.invoice_id, v.invoice_number FROM invoices v
        LEFT JOIN posted r ON r.document_id = v.invoice_id AND r.account = 1100
        LEFT JOIN (SELECT document_id, sum(amount) AS amount FROM posted
          WHERE account IN (4000, 4020) GROUP BY document_id) n ON n.document_id = v.invoice_id
        LEFT JOIN posted t ON t.document_id = v.invoice_id AND t.account = 2100
        LEFT JOIN posted d ON d.document_id = v.invoice_id AND d.account = 2030
        CROSS JOIN LATERAL (SELECT coalesce(sum((p->>3)::numeric), 0) AS net,
            coalesce(sum((p->>4)::numeric), 0) AS tax
          FROM jsonb_array_elements(v.prepayments) AS p) AS p
      WHERE v.seller_id = $1 AND (coalesce(r.amount, 0), coalesce(n.amount, 0),
        coalesce(t.amount, 0), coalesce(d.amount, 0)) IS DISTINCT FROM (CASE
        WHEN v.state <> 'ISSUED' THEN (0::numeric, 0::numeric, 0::numeric, 0::numeric)
        WHEN v.kind = 'DEPOSIT'
        THEN (v.gross_minor::numeric, 0::numeric, -v.tax_minor::numeric, -v.net_minor::numeric)
        ELSE (v.gross_minor::numeric - p.net - p.tax, -v.net_minor::numeric,
          p.tax - v.tax_minor::numeric, p.net) END))
      UNION ALL
      (SELECT 'payments', p.payment_id, p.payment_number FROM payments p
        LEFT JOIN posted b ON b.document_id = p.payment_id AND b.account = 1000
        LEFT JOIN posted r ON r.document_id = p.payment_id AND r.account = 1100
      WHERE p.seller_id = $1 AND (coalesce(b.amount, 0) <> p.amount_minor
        OR coalesce(r.amount, 0) <> -p.applied_minor))
      UNION ALL
      (SELECT 'journalEntries', e.entry_id, 'no event' FROM journal_entries e
      WHERE e.seller_id = $1 AND NOT EXISTS (SELECT 1 FROM events v
        WHERE v.seller_id = e.seller_id AND v.resource_id = e.document_id
          AND v.request_id = e.request_id))
      LIMIT 100
      """),
  ]
}
