-- Customers governed, price lists with discounts, discounts and charges of documents.

-- ------------------------------------------------------------------- one rounding contract, stored

-- Discounts as `["P" or "A", percent_e6 or minor, origin, reason, amount_minor]`; NULL when none.
ALTER TABLE order_lines
  ADD COLUMN discounts jsonb,
  -- The row of the price list and the day whose prices these are.
  ADD COLUMN price_row text NOT NULL DEFAULT '',
  ADD COLUMN price_date date,
  -- The line's share of the document's discount: what is taxed is net less this.
  ADD COLUMN document_discount_minor bigint NOT NULL DEFAULT 0,
  -- What issued invoices have drawn of the line.
  ADD COLUMN drawn_base_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN drawn_discount_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN drawn_document_discount_minor bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT order_lines_share_is_of_the_net
    CHECK (0 <= document_discount_minor AND document_discount_minor <= net_minor),
  ADD CONSTRAINT order_lines_drawn_is_not_negative
    CHECK (drawn_base_minor >= 0 AND drawn_discount_minor >= 0
      AND drawn_document_discount_minor >= 0);

-- The owner sees no seller's rows while row-level security is forced on it.
ALTER TABLE order_lines NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines NO FORCE ROW LEVEL SECURITY;

UPDATE order_lines
SET discounts = jsonb_build_array(jsonb_build_array('P', discount_e6, 'MANUAL', '', discount_minor))
WHERE discount_e6 IS NOT NULL;

UPDATE order_lines l
SET drawn_base_minor = s.net, drawn_discount_minor = s.discount
FROM (SELECT v.seller_id, v.order_id, i.order_line, sum(i.net_minor) AS net,
    sum(i.discount_minor) AS discount
  FROM invoices v
    JOIN invoice_lines i ON i.seller_id = v.seller_id AND i.invoice_id = v.invoice_id
  WHERE v.state = 'ISSUED' GROUP BY 1, 2, 3) AS s
WHERE l.seller_id = s.seller_id AND l.order_id = s.order_id AND l.line_number = s.order_line;

ALTER TABLE order_lines FORCE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;

ALTER TABLE order_lines DROP COLUMN discount_e6;

-- Discounts as above; charges as `[kind, description, tax class, amount_minor, category, rate_e6,
-- exemption, tax_minor, invoiced]`; NULL when none.
ALTER TABLE orders
  ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN charge_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN discounts jsonb,
  ADD COLUMN charges jsonb,
  ADD CONSTRAINT orders_discount_and_charges_are_not_negative
    CHECK (discount_minor >= 0 AND charge_minor >= 0 AND net_minor >= charge_minor);

ALTER TABLE invoices
  ADD COLUMN discount_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN charge_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN charges jsonb,
  ADD CONSTRAINT invoices_discount_and_charges_are_not_negative
    CHECK (discount_minor >= 0 AND charge_minor >= 0 AND net_minor >= charge_minor);

ALTER TABLE invoice_lines
  ADD COLUMN document_discount_minor bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT invoice_lines_share_is_of_the_net
    CHECK (0 <= document_discount_minor AND document_discount_minor <= net_minor);

-- The hash of an issued invoice has its charges and shares where there are any, so that those of
-- older ones stay what they are.
CREATE OR REPLACE FUNCTION invoice_content_lines(seller uuid, invoice uuid) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(concat_ws(E'\x1f', l.line_number, l.order_line, l.product_id, l.sku,
    l.description, l.unit_code, l.quantity_e6, l.unit_price_e6, l.base_quantity_e6, l.gross_minor,
    l.discount_minor, l.net_minor, l.tax_category_code, l.tax_rate_e6, l.exemption_code,
    l.tax_minor, nullif(l.document_discount_minor, 0)), E'\x1e' ORDER BY l.line_number), '')
  FROM invoice_lines l WHERE l.seller_id = seller AND l.invoice_id = invoice
$$;

CREATE FUNCTION invoice_content_hash(number text, customer uuid, order_id uuid, issued date, due date,
    delivered date, currency text, terms text, buyer_reference text, order_reference text,
    net bigint, tax bigint, gross bigint, mode text, level text, taxes jsonb, seller jsonb,
    buyer jsonb, deliver_to jsonb, content_lines text, charges jsonb) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN charges IS NULL
    THEN invoice_content_hash(number, customer, order_id, issued, due, delivered, currency, terms,
      buyer_reference, order_reference, net, tax, gross, mode, level, taxes, seller, buyer,
      deliver_to, content_lines)
    ELSE invoice_content_hash(number, customer, order_id, issued, due, delivered, currency, terms,
      buyer_reference, order_reference, net, tax, gross, mode, level, taxes, seller, buyer,
      deliver_to, concat_ws(E'\x1e', content_lines, charges::text)) END
$$;
REVOKE ALL ON FUNCTION invoice_content_hash(text, uuid, uuid, date, date, date, text, text, text,
  text, bigint, bigint, bigint, text, text, jsonb, jsonb, jsonb, jsonb, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invoice_content_hash(text, uuid, uuid, date, date, date, text, text, text,
  text, bigint, bigint, bigint, text, text, jsonb, jsonb, jsonb, jsonb, text, jsonb)
  TO o2c_app, o2c_reader;

-- ---------------------------------------------------------------------------------------- price list

-- A row gives a price, or a percent that is taken off what the next audience pays.
ALTER TABLE prices
  ADD COLUMN discount_e6 bigint,
  ADD CONSTRAINT prices_discount_is_a_percent
    CHECK (discount_e6 IS NULL OR (discount_e6 BETWEEN 0 AND 100000000 AND unit_price_e6 = 0));

-- ---------------------------------------------------------------------------------------- customers

ALTER TABLE products ADD COLUMN category text NOT NULL DEFAULT '';

ALTER TABLE customers
  ADD COLUMN bill_to_id uuid,
  ADD COLUMN payer_id uuid,
  ADD COLUMN parent_id uuid,
  ADD COLUMN merged_into_id uuid,
  ADD COLUMN vat_check jsonb,
  ADD COLUMN account_manager text NOT NULL DEFAULT '',
  ADD COLUMN payment_means_code text NOT NULL DEFAULT '',
  ADD COLUMN invoice_delivery jsonb,
  ADD COLUMN invoice_rules jsonb,
  ADD COLUMN block jsonb,
  -- What duplicates are looked up by: keys apart by '|', made with the row.
  ADD COLUMN match_keys text NOT NULL DEFAULT '',
  DROP CONSTRAINT customers_state_is_known,
  ADD CONSTRAINT customers_state_is_known CHECK (state IN ('ACTIVE', 'BLOCKED', 'ANONYMIZED')),
  ADD CONSTRAINT customers_block_matches_state CHECK (block IS NULL OR state = 'BLOCKED'),
  ADD CONSTRAINT customers_merged_are_blocked
    CHECK (merged_into_id IS NULL OR state IN ('BLOCKED', 'ANONYMIZED')),
  ADD CONSTRAINT customers_merge_goes_elsewhere CHECK (merged_into_id <> customer_id),
  ADD CONSTRAINT customers_erased_are_not_found CHECK (state <> 'ANONYMIZED' OR match_keys = '');

-- Customers from before: their ids, and the beginnings of the words of their names.
ALTER TABLE customers NO FORCE ROW LEVEL SECURITY;
UPDATE customers c SET match_keys = (
  SELECT coalesce(string_agg(DISTINCT k, '|'), '') FROM (
    SELECT 'n:' || left(w, 4) AS k
    FROM regexp_split_to_table(lower(c.display_name || ' ' || coalesce(c.party->>'legal_name', '')),
      '[^[:alnum:]]+') AS w WHERE w <> ''
    UNION SELECT 'v:' || lower(c.party->>'vat_id') WHERE c.party->>'vat_id' <> ''
    UNION SELECT 'g:' || (c.party->>'gln') WHERE c.party->>'gln' <> ''
    UNION SELECT 'e:' || lower(e->>'email') FROM jsonb_array_elements(c.contacts) AS e
      WHERE e->>'email' <> '') AS keys);
ALTER TABLE customers FORCE ROW LEVEL SECURITY;

CREATE INDEX customers_by_match ON customers USING gin (string_to_array(match_keys, '|'));

-- What a customer was, version by version: the values that its events name by their version. An
-- erasure takes them away; the log holds nothing that would have to go.
CREATE TABLE customer_versions (
  seller_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  version bigint NOT NULL,
  snapshot jsonb NOT NULL,
  CONSTRAINT customer_versions_pkey PRIMARY KEY (seller_id, customer_id, version),
  CONSTRAINT customer_versions_customer_exists
    FOREIGN KEY (seller_id, customer_id) REFERENCES customers (seller_id, customer_id)
);

CREATE FUNCTION keep_customer_version() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.state = 'ANONYMIZED' THEN
    DELETE FROM customer_versions v
      WHERE v.seller_id = NEW.seller_id AND v.customer_id = NEW.customer_id;
  ELSE
    INSERT INTO customer_versions (seller_id, customer_id, version, snapshot)
      VALUES (OLD.seller_id, OLD.customer_id, OLD.version, to_jsonb(OLD) - 'match_keys')
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER customers_keep_versions AFTER UPDATE ON customers
  FOR EACH ROW EXECUTE FUNCTION keep_customer_version();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['customer_versions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO o2c_app, o2c_reader
      USING (seller_id = (SELECT current_setting(''app.seller'')::uuid))',
      name || '_of_the_seller', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO o2c_app', name);
    EXECUTE format('GRANT SELECT ON %I TO o2c_reader', name);
  END LOOP;
END $$;

-- Only those of an erased customer go.
GRANT DELETE ON customer_versions TO o2c_app;
CREATE POLICY customer_versions_leave_with_the_person ON customer_versions AS RESTRICTIVE
  FOR DELETE TO o2c_app USING (EXISTS (SELECT 1 FROM customers c
    WHERE c.seller_id = customer_versions.seller_id
      AND c.customer_id = customer_versions.customer_id AND c.state = 'ANONYMIZED'));
