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
      "I-50", "1100 is the sum of the open items, 2000 that of what is unapplied.",
      """
      WITH kept AS (
        SELECT b.currency_code, sum(b.balance_minor) FILTER (WHERE b.account = 1100) AS receivables,
          sum(b.balance_minor) FILTER (WHERE b.account = 2000) AS unapplied
        FROM account_balances b WHERE b.seller_id = $1 GROUP BY 1
      ), items AS (
        SELECT i.currency_code, sum(i.open_minor) AS open FROM open_items i
        WHERE i.seller_id = $1 GROUP BY 1
      ), cash AS (
        SELECT p.currency_code, sum(p.unapplied_minor) AS unapplied FROM payments p
        WHERE p.seller_id = $1 GROUP BY 1
      )
      SELECT 'accounts', NULL::uuid, currency_code
      FROM kept k FULL JOIN items i USING (currency_code) FULL JOIN cash c USING (currency_code)
      WHERE coalesce(k.receivables, 0) <> coalesce(i.open, 0)
        OR coalesce(k.unapplied, 0) <> -coalesce(c.unapplied, 0)
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
      WHERE v.seller_id = $1 AND (coalesce(r.amount, 0), coalesce(n.amount, 0),
        coalesce(t.amount, 0)) IS DISTINCT FROM (CASE v.state WHEN 'ISSUED'
        THEN (v.gross_minor::numeric, -v.net_minor::numeric, -v.tax_minor::numeric)
        ELSE (0::numeric, 0::numeric, 0::numeric) END))
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
