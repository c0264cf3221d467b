-- What is billed when, and money ahead of the goods: deposit invoices, what invoices recall of them.

ALTER TABLE orders
  ADD COLUMN invoice_trigger text NOT NULL DEFAULT 'ON_SHIPMENT',
  -- Invoice, number, issue date and tax groups of each deposit; NULL where there is none.
  ADD COLUMN deposits jsonb,
  ADD CONSTRAINT orders_invoice_trigger_is_known
    CHECK (invoice_trigger IN ('ON_ORDER', 'ON_SHIPMENT', 'ON_DELIVERY', 'MANUAL'));
ALTER TABLE order_revisions
  ADD COLUMN invoice_trigger text NOT NULL DEFAULT 'ON_SHIPMENT',
  ADD COLUMN deposits jsonb;

ALTER TABLE invoices
  ADD COLUMN kind text NOT NULL DEFAULT 'INVOICE',
  ADD COLUMN scope text NOT NULL DEFAULT 'DUE',
  ADD COLUMN prepaid_minor bigint NOT NULL DEFAULT 0,
  -- Deposit, number, issue date, net and tax of each deposit that it recalls.
  ADD COLUMN prepayments jsonb,
  ADD CONSTRAINT invoices_kind_is_known CHECK (kind IN ('INVOICE', 'DEPOSIT')),
  ADD CONSTRAINT invoices_scope_is_known CHECK (scope IN ('DUE', 'SHIPPED', 'ALL', 'DEPOSIT')),
  ADD CONSTRAINT invoices_kind_matches_scope CHECK ((kind = 'DEPOSIT') = (scope = 'DEPOSIT')),
  ADD CONSTRAINT invoices_recall_what_they_ask
    CHECK (0 <= prepaid_minor AND prepaid_minor <= gross_minor
      AND (prepaid_minor > 0) = (prepayments IS NOT NULL)
      AND (kind = 'INVOICE' OR prepaid_minor = 0));

-- The line of a deposit is of no line of the order.
ALTER TABLE invoice_lines
  ALTER COLUMN order_line DROP NOT NULL,
  ALTER COLUMN product_id DROP NOT NULL,
  ADD CONSTRAINT invoice_lines_bill_a_line_of_the_order
    CHECK ((order_line IS NULL) = (product_id IS NULL));

-- A deposit that is invoiced for more than what is open counts against what was shipped.
ALTER TABLE credit_accounts
  DROP CONSTRAINT credit_accounts_parts_are_not_negative,
  ADD CONSTRAINT credit_accounts_parts_are_not_negative
    CHECK (unbilled_shipments_minor >= 0 AND open_items_minor >= 0
      AND unapplied_cash_minor >= 0);

-- The hash of an issued invoice has its kind and what it recalls where there is something to say, so
-- that those of older ones stay what they are.
CREATE FUNCTION invoice_content_hash(number text, customer uuid, order_id uuid, issued date, due date,
    delivered date, currency text, terms text, buyer_reference text, order_reference text,
    net bigint, tax bigint, gross bigint, mode text, level text, taxes jsonb, seller jsonb,
    buyer jsonb, deliver_to jsonb, content_lines text, charges jsonb, kind text, prepayments jsonb)
  RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT invoice_content_hash(number, customer, order_id, issued, due, delivered, currency, terms,
    buyer_reference, order_reference, net, tax, gross, mode, level, taxes, seller, buyer,
    deliver_to, CASE WHEN kind = 'INVOICE' AND prepayments IS NULL THEN content_lines
      ELSE concat_ws(E'\x1e', content_lines, kind, coalesce(prepayments::text, '-')) END, charges)
$$;
REVOKE ALL ON FUNCTION invoice_content_hash(text, uuid, uuid, date, date, date, text, text, text,
  text, bigint, bigint, bigint, text, text, jsonb, jsonb, jsonb, jsonb, text, jsonb, text, jsonb)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invoice_content_hash(text, uuid, uuid, date, date, date, text, text, text,
  text, bigint, bigint, bigint, text, text, jsonb, jsonb, jsonb, jsonb, text, jsonb, text, jsonb)
  TO o2c_app, o2c_reader;
