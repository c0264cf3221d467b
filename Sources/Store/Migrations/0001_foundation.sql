-- The schema of the foundation: from an order to cash.
--
-- Conventions
--   seller_id   first in every key: the tenant, guarded by row-level security at the end of this file
--   *_minor     amounts in minor units of the row's currency
--   *_e6        exact decimals times 1,000,000: quantities, unit prices, percents
--   *_time      instants;  *_date  civil dates in the seller's time zone
--   version     counts the changes of a row; the etag follows from it
--   jsonb       snapshots that nobody searches; NULL when empty
--
-- Foreign keys. A check is one query a row, and it locks, that is writes, the parent row. On the hot
-- tables (orders, order_lines, events, requests) that would cost more than the insert itself, so they
-- have none: the door holds the lock on the parents in the same transaction, nobody may delete them,
-- and `verify` looks for rows without a parent (I-60). The other tables have theirs, by seller.

-- ---------------------------------------------------------------------------------------- sellers

CREATE TABLE sellers (
  seller_id uuid NOT NULL,
  version bigint NOT NULL,
  display_name text NOT NULL,
  party jsonb NOT NULL,
  currency_code text NOT NULL,
  time_zone text NOT NULL,
  rounding_mode text NOT NULL,
  tax_level text NOT NULL,
  payment_terms text NOT NULL,
  default_warehouse_id uuid,
  bank_accounts jsonb,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT sellers_pkey PRIMARY KEY (seller_id),
  CONSTRAINT sellers_version_is_positive CHECK (version > 0),
  CONSTRAINT sellers_currency_is_iso_4217 CHECK (currency_code ~ '^[A-Z]{3}$'),
  CONSTRAINT sellers_rounding_mode_is_known CHECK (rounding_mode IN ('HALF_AWAY', 'HALF_EVEN')),
  CONSTRAINT sellers_tax_level_is_known CHECK (tax_level IN ('DOCUMENT', 'LINE'))
);

CREATE TABLE warehouses (
  seller_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  version bigint NOT NULL,
  code text NOT NULL,
  display_name text NOT NULL,
  address jsonb,
  create_time timestamptz NOT NULL,
  CONSTRAINT warehouses_pkey PRIMARY KEY (seller_id, warehouse_id),
  CONSTRAINT warehouses_code_is_unique UNIQUE (seller_id, code),
  CONSTRAINT warehouses_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT warehouses_version_is_positive CHECK (version > 0)
);

ALTER TABLE sellers ADD CONSTRAINT sellers_default_warehouse_exists
  FOREIGN KEY (seller_id, default_warehouse_id) REFERENCES warehouses (seller_id, warehouse_id)
  DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE tax_rules (
  seller_id uuid NOT NULL,
  tax_class text NOT NULL,
  region_code text NOT NULL,
  treatment text NOT NULL,
  valid_from_date date NOT NULL,
  version bigint NOT NULL,
  category_code text NOT NULL,
  rate_e6 bigint NOT NULL,
  exemption_code text NOT NULL,
  CONSTRAINT tax_rules_pkey
    PRIMARY KEY (seller_id, tax_class, region_code, treatment, valid_from_date),
  CONSTRAINT tax_rules_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT tax_rules_version_is_positive CHECK (version > 0),
  CONSTRAINT tax_rules_category_is_known
    CHECK (category_code IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
  CONSTRAINT tax_rules_rate_is_a_percent CHECK (rate_e6 BETWEEN 0 AND 100000000),
  CONSTRAINT tax_rules_rate_matches_category CHECK (rate_e6 = 0 OR category_code IN ('S', 'L', 'M'))
);

-- -------------------------------------------------------------------------------------- customers

CREATE TABLE customers (
  seller_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  version bigint NOT NULL,
  display_name text NOT NULL,
  external_id text,
  party jsonb NOT NULL,
  ship_to jsonb,
  contacts jsonb,
  state text NOT NULL,
  currency_code text NOT NULL,
  language_code text NOT NULL,
  payment_terms text NOT NULL,
  price_group text,
  tax_treatment text NOT NULL,
  buyer_reference text NOT NULL,
  annotations jsonb,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT customers_pkey PRIMARY KEY (seller_id, customer_id),
  CONSTRAINT customers_external_id_is_unique UNIQUE (seller_id, external_id),
  CONSTRAINT customers_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT customers_version_is_positive CHECK (version > 0),
  CONSTRAINT customers_state_is_known CHECK (state IN ('ACTIVE', 'BLOCKED')),
  CONSTRAINT customers_currency_is_iso_4217 CHECK (currency_code ~ '^[A-Z]{3}$')
);
CREATE INDEX customers_by_name ON customers (seller_id, display_name, customer_id);

-- The row under whose lock a customer's credit is decided; rewritten with every batch, so it is
-- narrow, half of each page stays free, and no index has a column that changes: updates are HOT.
CREATE TABLE credit_accounts (
  seller_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  version bigint NOT NULL,
  currency_code text NOT NULL,
  limit_minor bigint NOT NULL,
  temporary_limit_minor bigint,
  temporary_until_date date,
  open_orders_minor bigint NOT NULL,
  unbilled_shipments_minor bigint NOT NULL,
  open_items_minor bigint NOT NULL,
  unapplied_cash_minor bigint NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT credit_accounts_pkey PRIMARY KEY (seller_id, customer_id),
  CONSTRAINT credit_accounts_customer_exists
    FOREIGN KEY (seller_id, customer_id) REFERENCES customers (seller_id, customer_id),
  CONSTRAINT credit_accounts_version_is_positive CHECK (version > 0),
  CONSTRAINT credit_accounts_limits_are_not_negative
    CHECK (limit_minor >= 0 AND temporary_limit_minor >= 0),
  CONSTRAINT credit_accounts_temporary_limit_is_whole
    CHECK ((temporary_limit_minor IS NULL) = (temporary_until_date IS NULL)),
  CONSTRAINT credit_accounts_parts_are_not_negative
    CHECK (open_orders_minor >= 0 AND unbilled_shipments_minor >= 0 AND open_items_minor >= 0
      AND unapplied_cash_minor >= 0)
) WITH (fillfactor = 50);

-- --------------------------------------------------------------------------------------- catalogue

CREATE TABLE products (
  seller_id uuid NOT NULL,
  product_id uuid NOT NULL,
  version bigint NOT NULL,
  sku text NOT NULL,
  gtin text NOT NULL,
  display_name text NOT NULL,
  description text NOT NULL,
  kind text NOT NULL,
  unit_code text NOT NULL,
  tax_class text NOT NULL,
  is_stocked boolean NOT NULL,
  commodity_code text NOT NULL,
  sellable_from_date date,
  sellable_until_date date,
  annotations jsonb,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT products_pkey PRIMARY KEY (seller_id, product_id),
  CONSTRAINT products_sku_is_unique UNIQUE (seller_id, sku),
  CONSTRAINT products_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT products_version_is_positive CHECK (version > 0),
  CONSTRAINT products_kind_is_known CHECK (kind IN ('GOODS', 'SERVICE')),
  CONSTRAINT products_services_are_not_stocked CHECK (kind = 'GOODS' OR NOT is_stocked)
);
CREATE INDEX products_by_name ON products (seller_id, display_name, product_id);

-- A price is for all, for a group, or for one customer: '' and the zero id stand for none, so that
-- both can be part of the key.
CREATE TABLE prices (
  seller_id uuid NOT NULL,
  product_id uuid NOT NULL,
  currency_code text NOT NULL,
  price_group text NOT NULL,
  customer_id uuid NOT NULL,
  min_quantity_e6 bigint NOT NULL,
  valid_from_date date NOT NULL,
  version bigint NOT NULL,
  valid_until_date date,
  unit_price_e6 bigint NOT NULL,
  base_quantity_e6 bigint NOT NULL,
  CONSTRAINT prices_pkey PRIMARY KEY (
    seller_id, product_id, currency_code, price_group, customer_id, min_quantity_e6,
    valid_from_date),
  CONSTRAINT prices_product_exists
    FOREIGN KEY (seller_id, product_id) REFERENCES products (seller_id, product_id),
  CONSTRAINT prices_version_is_positive CHECK (version > 0),
  CONSTRAINT prices_audience_is_one
    CHECK (price_group = '' OR customer_id = '00000000-0000-0000-0000-000000000000'),
  CONSTRAINT prices_figures_are_in_range
    CHECK (min_quantity_e6 >= 0 AND unit_price_e6 >= 0 AND base_quantity_e6 > 0),
  CONSTRAINT prices_dates_are_in_order CHECK (valid_until_date >= valid_from_date)
);

-- ------------------------------------------------------------------------------------------- stock

CREATE TABLE stock_levels (
  seller_id uuid NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  version bigint NOT NULL,
  on_hand_e6 bigint NOT NULL,
  reserved_e6 bigint NOT NULL,
  CONSTRAINT stock_levels_pkey PRIMARY KEY (seller_id, product_id, warehouse_id),
  CONSTRAINT stock_levels_product_exists
    FOREIGN KEY (seller_id, product_id) REFERENCES products (seller_id, product_id),
  CONSTRAINT stock_levels_warehouse_exists
    FOREIGN KEY (seller_id, warehouse_id) REFERENCES warehouses (seller_id, warehouse_id),
  CONSTRAINT stock_levels_version_is_positive CHECK (version > 0),
  CONSTRAINT stock_levels_are_never_oversold CHECK (0 <= reserved_e6 AND reserved_e6 <= on_hand_e6)
) WITH (fillfactor = 50);

CREATE TABLE stock_movements (
  seller_id uuid NOT NULL,
  movement_id uuid NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid NOT NULL,
  kind text NOT NULL,
  quantity_e6 bigint NOT NULL,
  document_kind text NOT NULL,
  document_id uuid NOT NULL,
  business_date date NOT NULL,
  request_id uuid NOT NULL,
  record_time timestamptz NOT NULL,
  CONSTRAINT stock_movements_pkey PRIMARY KEY (seller_id, movement_id),
  CONSTRAINT stock_movements_kind_is_known CHECK (kind IN ('RECEIPT', 'ISSUE')),
  CONSTRAINT stock_movements_sign_matches_kind
    CHECK (CASE kind WHEN 'RECEIPT' THEN quantity_e6 > 0 ELSE quantity_e6 < 0 END)
);

CREATE TABLE stock_receipts (
  seller_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  version bigint NOT NULL,
  warehouse_id uuid NOT NULL,
  reference text NOT NULL,
  receipt_date date NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT stock_receipts_pkey PRIMARY KEY (seller_id, receipt_id),
  CONSTRAINT stock_receipts_warehouse_exists
    FOREIGN KEY (seller_id, warehouse_id) REFERENCES warehouses (seller_id, warehouse_id),
  CONSTRAINT stock_receipts_version_is_positive CHECK (version > 0)
);

CREATE TABLE stock_receipt_lines (
  seller_id uuid NOT NULL,
  receipt_id uuid NOT NULL,
  position integer NOT NULL,
  product_id uuid NOT NULL,
  quantity_e6 bigint NOT NULL,
  CONSTRAINT stock_receipt_lines_pkey PRIMARY KEY (seller_id, receipt_id, position),
  CONSTRAINT stock_receipt_lines_receipt_exists
    FOREIGN KEY (seller_id, receipt_id) REFERENCES stock_receipts (seller_id, receipt_id),
  CONSTRAINT stock_receipt_lines_quantity_is_positive CHECK (quantity_e6 > 0)
);

-- ------------------------------------------------------------------------------------------ orders

CREATE TABLE orders (
  seller_id uuid NOT NULL,
  order_id uuid NOT NULL,
  version bigint NOT NULL,
  order_number text NOT NULL,
  external_id text,
  customer_id uuid NOT NULL,
  state text NOT NULL,
  currency_code text NOT NULL,
  purchase_order_reference text NOT NULL,
  payment_terms text NOT NULL,
  order_date date NOT NULL,
  requested_date date,
  rounding_mode text NOT NULL,
  tax_level text NOT NULL,
  net_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  gross_minor bigint NOT NULL,
  reserve_until_time timestamptz,
  price_valid_until_time timestamptz,
  confirm_time timestamptz,
  last_ship_date date,
  credit_result text,
  credit_failed text,
  credit_exposure_minor bigint,
  credit_limit_minor bigint,
  credit_decide_time timestamptz,
  credit_valid_until_time timestamptz,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  taxes jsonb,
  holds jsonb,
  ship_to jsonb,
  annotations jsonb,
  CONSTRAINT orders_pkey PRIMARY KEY (seller_id, order_id),
  CONSTRAINT orders_number_is_unique UNIQUE (seller_id, order_number),
  CONSTRAINT orders_version_is_positive CHECK (version > 0),
  CONSTRAINT orders_state_is_known
    CHECK (state IN ('DRAFT', 'CONFIRMED', 'ON_HOLD', 'CANCELLED', 'COMPLETED')),
  CONSTRAINT orders_hold_matches_state CHECK ((state = 'ON_HOLD') = (holds IS NOT NULL)),
  CONSTRAINT orders_confirm_time_matches_state
    CHECK (state NOT IN ('CONFIRMED', 'COMPLETED') OR confirm_time IS NOT NULL),
  CONSTRAINT orders_confirmed_after_credit_decision
    CHECK (state NOT IN ('CONFIRMED', 'COMPLETED') OR credit_result IN ('APPROVED', 'OVERRIDDEN')),
  CONSTRAINT orders_credit_result_is_known
    CHECK (credit_result IN ('APPROVED', 'DENIED', 'OVERRIDDEN')),
  CONSTRAINT orders_credit_decision_is_whole
    CHECK (num_nulls(credit_result, credit_failed, credit_exposure_minor, credit_limit_minor,
      credit_decide_time) IN (0, 5)),
  CONSTRAINT orders_totals_add_up CHECK (net_minor + tax_minor = gross_minor),
  CONSTRAINT orders_totals_are_not_negative CHECK (net_minor >= 0 AND tax_minor >= 0),
  CONSTRAINT orders_rounding_mode_is_known CHECK (rounding_mode IN ('HALF_AWAY', 'HALF_EVEN')),
  CONSTRAINT orders_tax_level_is_known CHECK (tax_level IN ('DOCUMENT', 'LINE'))
) WITH (fillfactor = 90);
CREATE UNIQUE INDEX orders_external_id_is_unique ON orders (seller_id, external_id)
  WHERE external_id IS NOT NULL;
CREATE INDEX orders_by_customer ON orders (seller_id, customer_id, order_id);
CREATE INDEX orders_by_reservation ON orders (seller_id, reserve_until_time, order_id)
  WHERE reserve_until_time IS NOT NULL;
CREATE INDEX orders_on_hold ON orders (seller_id, order_id) WHERE state = 'ON_HOLD';

CREATE TABLE order_lines (
  seller_id uuid NOT NULL,
  order_id uuid NOT NULL,
  line_number integer NOT NULL,
  product_id uuid NOT NULL,
  sku text NOT NULL,
  description text NOT NULL,
  unit_code text NOT NULL,
  is_stocked boolean NOT NULL,
  warehouse_id uuid,
  ordered_e6 bigint NOT NULL,
  cancelled_e6 bigint NOT NULL,
  reserved_e6 bigint NOT NULL,
  shipped_e6 bigint NOT NULL,
  invoiced_e6 bigint NOT NULL,
  unit_price_e6 bigint NOT NULL,
  base_quantity_e6 bigint NOT NULL,
  price_source text NOT NULL,
  discount_e6 bigint,
  gross_minor bigint NOT NULL,
  discount_minor bigint NOT NULL,
  net_minor bigint NOT NULL,
  tax_category_code text NOT NULL,
  tax_rate_e6 bigint NOT NULL,
  exemption_code text NOT NULL,
  tax_minor bigint NOT NULL,
  CONSTRAINT order_lines_pkey PRIMARY KEY (seller_id, order_id, line_number),
  CONSTRAINT order_lines_quantities_add_up
    CHECK (ordered_e6 > 0 AND cancelled_e6 >= 0 AND shipped_e6 >= 0
      AND cancelled_e6 + shipped_e6 <= ordered_e6),
  CONSTRAINT order_lines_reserve_what_is_open
    CHECK (0 <= reserved_e6 AND reserved_e6 <= ordered_e6 - cancelled_e6 - shipped_e6),
  CONSTRAINT order_lines_invoice_what_was_shipped
    CHECK (0 <= invoiced_e6 AND invoiced_e6 <= shipped_e6),
  CONSTRAINT order_lines_amounts_add_up CHECK (net_minor = gross_minor - discount_minor),
  CONSTRAINT order_lines_price_source_is_known
    CHECK (price_source IN ('MANUAL', 'CUSTOMER', 'GROUP', 'LIST')),
  CONSTRAINT order_lines_base_quantity_is_positive CHECK (base_quantity_e6 > 0)
) WITH (fillfactor = 90);
-- What waits for goods, whatever the state of its order.
CREATE INDEX order_lines_waiting ON order_lines (seller_id, product_id)
  WHERE is_stocked AND ordered_e6 - cancelled_e6 - shipped_e6 > reserved_e6;

CREATE TABLE shipments (
  seller_id uuid NOT NULL,
  shipment_id uuid NOT NULL,
  version bigint NOT NULL,
  shipment_number text NOT NULL,
  order_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  carrier text NOT NULL,
  tracking_number text NOT NULL,
  ship_date date NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT shipments_pkey PRIMARY KEY (seller_id, shipment_id),
  CONSTRAINT shipments_number_is_unique UNIQUE (seller_id, shipment_number),
  CONSTRAINT shipments_order_exists
    FOREIGN KEY (seller_id, order_id) REFERENCES orders (seller_id, order_id),
  CONSTRAINT shipments_version_is_positive CHECK (version > 0)
);
CREATE INDEX shipments_by_order ON shipments (seller_id, order_id, shipment_id);

CREATE TABLE shipment_lines (
  seller_id uuid NOT NULL,
  shipment_id uuid NOT NULL,
  position integer NOT NULL,
  order_line integer NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid,
  quantity_e6 bigint NOT NULL,
  CONSTRAINT shipment_lines_pkey PRIMARY KEY (seller_id, shipment_id, position),
  CONSTRAINT shipment_lines_shipment_exists
    FOREIGN KEY (seller_id, shipment_id) REFERENCES shipments (seller_id, shipment_id),
  CONSTRAINT shipment_lines_quantity_is_positive CHECK (quantity_e6 > 0)
);

-- ---------------------------------------------------------------------------------------- invoices

CREATE TABLE invoices (
  seller_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  version bigint NOT NULL,
  invoice_number text,
  state text NOT NULL,
  customer_id uuid NOT NULL,
  order_id uuid NOT NULL,
  issue_date date,
  due_date date,
  delivery_date date,
  currency_code text NOT NULL,
  payment_terms text NOT NULL,
  buyer_reference text NOT NULL,
  purchase_order_reference text NOT NULL,
  net_minor bigint NOT NULL,
  tax_minor bigint NOT NULL,
  gross_minor bigint NOT NULL,
  rounding_mode text NOT NULL,
  tax_level text NOT NULL,
  issue_time timestamptz,
  create_time timestamptz NOT NULL,
  taxes jsonb,
  seller_party jsonb NOT NULL,
  buyer_party jsonb NOT NULL,
  deliver_to jsonb,
  -- SHA-256 of the whole document with its lines, taken at issue.
  content_hash bytea,
  CONSTRAINT invoices_pkey PRIMARY KEY (seller_id, invoice_id),
  CONSTRAINT invoices_number_is_unique UNIQUE (seller_id, invoice_number),
  CONSTRAINT invoices_order_exists
    FOREIGN KEY (seller_id, order_id) REFERENCES orders (seller_id, order_id),
  CONSTRAINT invoices_version_is_positive CHECK (version > 0),
  CONSTRAINT invoices_state_is_known CHECK (state IN ('DRAFT', 'ISSUED')),
  CONSTRAINT invoices_issue_matches_state
    CHECK (num_nonnulls(invoice_number, issue_date, due_date, issue_time, content_hash)
      = CASE state WHEN 'ISSUED' THEN 5 ELSE 0 END),
  CONSTRAINT invoices_content_hash_is_sha_256 CHECK (octet_length(content_hash) = 32),
  CONSTRAINT invoices_totals_add_up CHECK (net_minor + tax_minor = gross_minor),
  CONSTRAINT invoices_rounding_mode_is_known CHECK (rounding_mode IN ('HALF_AWAY', 'HALF_EVEN')),
  CONSTRAINT invoices_tax_level_is_known CHECK (tax_level IN ('DOCUMENT', 'LINE'))
);
CREATE INDEX invoices_by_customer ON invoices (seller_id, customer_id, invoice_id);
CREATE INDEX invoices_by_order ON invoices (seller_id, order_id, invoice_id);

CREATE TABLE invoice_lines (
  seller_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  line_number integer NOT NULL,
  order_line integer NOT NULL,
  product_id uuid NOT NULL,
  sku text NOT NULL,
  description text NOT NULL,
  unit_code text NOT NULL,
  quantity_e6 bigint NOT NULL,
  unit_price_e6 bigint NOT NULL,
  base_quantity_e6 bigint NOT NULL,
  gross_minor bigint NOT NULL,
  discount_minor bigint NOT NULL,
  net_minor bigint NOT NULL,
  tax_category_code text NOT NULL,
  tax_rate_e6 bigint NOT NULL,
  exemption_code text NOT NULL,
  tax_minor bigint NOT NULL,
  CONSTRAINT invoice_lines_pkey PRIMARY KEY (seller_id, invoice_id, line_number),
  CONSTRAINT invoice_lines_invoice_exists
    FOREIGN KEY (seller_id, invoice_id) REFERENCES invoices (seller_id, invoice_id),
  CONSTRAINT invoice_lines_quantity_is_positive CHECK (quantity_e6 > 0),
  CONSTRAINT invoice_lines_amounts_add_up CHECK (net_minor = gross_minor - discount_minor)
);

-- What an issued invoice says, in one hash: the head here, the lines in the form of the next function.
-- Texts hold no control characters, so U+001F and U+001E keep fields and lines apart.
CREATE FUNCTION invoice_content_hash(number text, customer uuid, order_id uuid, issued date, due date,
    delivered date, currency text, terms text, buyer_reference text, order_reference text,
    net bigint, tax bigint, gross bigint, mode text, level text, taxes jsonb, seller jsonb,
    buyer jsonb, deliver_to jsonb, content_lines text) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN number IS NOT NULL THEN sha256(convert_to(concat_ws(E'\x1f', number, customer,
    order_id, issued - DATE '1970-01-01', due - DATE '1970-01-01',
    coalesce((delivered - DATE '1970-01-01')::text, '-'), currency, terms, buyer_reference,
    order_reference, net, tax, gross, mode, level, coalesce(taxes::text, '-'), seller::text,
    buyer::text, coalesce(deliver_to::text, '-'), content_lines), 'UTF8')) END
$$;

CREATE FUNCTION invoice_content_lines(seller uuid, invoice uuid) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(concat_ws(E'\x1f', l.line_number, l.order_line, l.product_id, l.sku,
    l.description, l.unit_code, l.quantity_e6, l.unit_price_e6, l.base_quantity_e6, l.gross_minor,
    l.discount_minor, l.net_minor, l.tax_category_code, l.tax_rate_e6, l.exemption_code,
    l.tax_minor), E'\x1e' ORDER BY l.line_number), '')
  FROM invoice_lines l WHERE l.seller_id = seller AND l.invoice_id = invoice
$$;

-- An issued invoice never changes; corrections are documents of their own.
CREATE FUNCTION refuse_change_of_issued_invoice() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'an issued invoice never changes'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_issued_are_immutable';
END $$;

CREATE TRIGGER invoices_issued_are_immutable BEFORE UPDATE OR DELETE ON invoices
  FOR EACH ROW WHEN (OLD.state = 'ISSUED') EXECUTE FUNCTION refuse_change_of_issued_invoice();

CREATE FUNCTION refuse_change_of_issued_lines() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM invoices i WHERE i.seller_id = OLD.seller_id
      AND i.invoice_id = OLD.invoice_id AND i.state = 'ISSUED') THEN
    RAISE EXCEPTION 'an issued invoice never changes'
      USING ERRCODE = 'integrity_constraint_violation',
        CONSTRAINT = 'invoice_lines_issued_are_immutable';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER invoice_lines_issued_are_immutable BEFORE UPDATE OR DELETE ON invoice_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_lines();

-- ---------------------------------------------------------------------------- receivables, payments

CREATE TABLE open_items (
  seller_id uuid NOT NULL,
  item_id uuid NOT NULL,
  version bigint NOT NULL,
  customer_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  order_id uuid NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  due_date date NOT NULL,
  currency_code text NOT NULL,
  original_minor bigint NOT NULL,
  open_minor bigint NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT open_items_pkey PRIMARY KEY (seller_id, item_id),
  CONSTRAINT open_items_invoice_exists
    FOREIGN KEY (seller_id, invoice_id) REFERENCES invoices (seller_id, invoice_id),
  CONSTRAINT open_items_version_is_positive CHECK (version > 0),
  CONSTRAINT open_items_keep_their_sign CHECK (0 <= open_minor AND open_minor <= original_minor)
);
CREATE INDEX open_items_by_invoice ON open_items (seller_id, invoice_id);
CREATE INDEX open_items_by_order ON open_items (seller_id, order_id);
CREATE INDEX open_items_by_customer ON open_items (seller_id, customer_id, due_date, item_id);
CREATE INDEX open_items_unsettled ON open_items (seller_id, due_date, item_id)
  WHERE open_minor <> 0;

CREATE TABLE payments (
  seller_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  version bigint NOT NULL,
  payment_number text NOT NULL,
  external_id text,
  customer_id uuid NOT NULL,
  means text NOT NULL,
  currency_code text NOT NULL,
  amount_minor bigint NOT NULL,
  applied_minor bigint NOT NULL,
  unapplied_minor bigint NOT NULL,
  value_date date NOT NULL,
  reference text NOT NULL,
  remittance_text text NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT payments_pkey PRIMARY KEY (seller_id, payment_id),
  CONSTRAINT payments_number_is_unique UNIQUE (seller_id, payment_number),
  CONSTRAINT payments_external_id_is_unique UNIQUE (seller_id, external_id),
  CONSTRAINT payments_customer_exists
    FOREIGN KEY (seller_id, customer_id) REFERENCES customers (seller_id, customer_id),
  CONSTRAINT payments_version_is_positive CHECK (version > 0),
  CONSTRAINT payments_means_are_known
    CHECK (means IN ('BANK_TRANSFER', 'DIRECT_DEBIT', 'CARD', 'CHEQUE', 'CASH')),
  CONSTRAINT payments_parts_add_up
    CHECK (amount_minor > 0 AND applied_minor >= 0 AND unapplied_minor >= 0
      AND applied_minor + unapplied_minor = amount_minor)
);
CREATE INDEX payments_by_customer ON payments (seller_id, customer_id, payment_id);

CREATE TABLE payment_applications (
  seller_id uuid NOT NULL,
  application_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  position integer NOT NULL,
  item_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  amount_minor bigint NOT NULL,
  state text NOT NULL,
  effective_date date NOT NULL,
  record_time timestamptz NOT NULL,
  unapplied_date date,
  unapplied_time timestamptz,
  CONSTRAINT payment_applications_pkey PRIMARY KEY (seller_id, application_id),
  CONSTRAINT payment_applications_position_is_unique UNIQUE (seller_id, payment_id, position),
  CONSTRAINT payment_applications_payment_exists
    FOREIGN KEY (seller_id, payment_id) REFERENCES payments (seller_id, payment_id),
  CONSTRAINT payment_applications_item_exists
    FOREIGN KEY (seller_id, item_id) REFERENCES open_items (seller_id, item_id),
  CONSTRAINT payment_applications_amount_is_positive CHECK (amount_minor > 0),
  CONSTRAINT payment_applications_state_is_known CHECK (state IN ('ACTIVE', 'UNAPPLIED')),
  CONSTRAINT payment_applications_unapply_matches_state
    CHECK (num_nonnulls(unapplied_date, unapplied_time)
      = CASE state WHEN 'UNAPPLIED' THEN 2 ELSE 0 END)
);
CREATE INDEX payment_applications_by_item ON payment_applications (seller_id, item_id);

-- ------------------------------------------------------------------------------------------ ledger

CREATE TABLE journal_entries (
  seller_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  posting_date date NOT NULL,
  document_kind text NOT NULL,
  document_id uuid NOT NULL,
  currency_code text NOT NULL,
  reverses_id uuid,
  request_id uuid NOT NULL,
  record_time timestamptz NOT NULL,
  CONSTRAINT journal_entries_pkey PRIMARY KEY (seller_id, entry_id),
  CONSTRAINT journal_entries_reversed_exists
    FOREIGN KEY (seller_id, reverses_id) REFERENCES journal_entries (seller_id, entry_id)
);
CREATE INDEX journal_entries_by_document ON journal_entries (seller_id, document_id);
CREATE INDEX journal_entries_by_date ON journal_entries (seller_id, posting_date, entry_id);

CREATE TABLE postings (
  seller_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  position integer NOT NULL,
  account integer NOT NULL,
  amount_minor bigint NOT NULL,
  customer_id uuid,
  CONSTRAINT postings_pkey PRIMARY KEY (seller_id, entry_id, position),
  CONSTRAINT postings_entry_exists
    FOREIGN KEY (seller_id, entry_id) REFERENCES journal_entries (seller_id, entry_id),
  CONSTRAINT postings_amount_is_not_zero CHECK (amount_minor <> 0)
);

-- All postings of an entry come in one statement: it must balance when that ends.
CREATE FUNCTION refuse_unbalanced_entry() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM fresh GROUP BY seller_id, entry_id HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'a journal entry balances'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_balance';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER postings_balance AFTER INSERT ON postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced_entry();

CREATE TABLE account_balances (
  seller_id uuid NOT NULL,
  account integer NOT NULL,
  currency_code text NOT NULL,
  version bigint NOT NULL,
  balance_minor bigint NOT NULL,
  CONSTRAINT account_balances_pkey PRIMARY KEY (seller_id, account, currency_code),
  CONSTRAINT account_balances_version_is_positive CHECK (version > 0)
) WITH (fillfactor = 20);

CREATE TABLE number_series (
  seller_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  version bigint NOT NULL,
  last bigint NOT NULL,
  last_date date,
  CONSTRAINT number_series_pkey PRIMARY KEY (seller_id, kind, year),
  CONSTRAINT number_series_version_is_positive CHECK (version > 0),
  CONSTRAINT number_series_count_up CHECK (last >= 0)
) WITH (fillfactor = 20);

-- ---------------------------------------------------------------------------------------- identity

CREATE TABLE principals (
  seller_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  display_name text NOT NULL,
  roles text[] NOT NULL,
  customers uuid[] NOT NULL,
  authority jsonb,
  state text NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT principals_pkey PRIMARY KEY (seller_id, principal_id),
  CONSTRAINT principals_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT principals_version_is_positive CHECK (version > 0),
  CONSTRAINT principals_kind_is_known CHECK (kind IN ('SERVICE', 'ADMIN', 'PARTNER')),
  CONSTRAINT principals_state_is_known CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  CONSTRAINT principals_customers_are_those_of_partners
    CHECK (kind = 'PARTNER' OR cardinality(customers) = 0)
);

CREATE TABLE api_keys (
  seller_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  version bigint NOT NULL,
  principal_id uuid NOT NULL,
  key_id text NOT NULL,
  -- HMAC-SHA-256 of the secret under a pepper that is not in the database.
  secret_mac bytea NOT NULL,
  last_four text NOT NULL,
  expire_time timestamptz,
  revoke_time timestamptz,
  state text NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT api_keys_pkey PRIMARY KEY (seller_id, api_key_id),
  CONSTRAINT api_keys_key_id_is_unique UNIQUE (seller_id, key_id),
  CONSTRAINT api_keys_principal_exists
    FOREIGN KEY (seller_id, principal_id) REFERENCES principals (seller_id, principal_id),
  CONSTRAINT api_keys_version_is_positive CHECK (version > 0),
  CONSTRAINT api_keys_state_is_known CHECK (state IN ('ACTIVE', 'REVOKED')),
  CONSTRAINT api_keys_secret_mac_is_sha_256 CHECK (octet_length(secret_mac) = 32)
);
-- A caller is found before its seller is known.
CREATE INDEX api_keys_by_key_id ON api_keys (key_id);
CREATE INDEX api_keys_by_principal ON api_keys (seller_id, principal_id);

CREATE TABLE certificates (
  seller_id uuid NOT NULL,
  certificate_id uuid NOT NULL,
  version bigint NOT NULL,
  -- NULL for a foreign certificate that only stands on the deny-list.
  principal_id uuid,
  uri text NOT NULL,
  fingerprint text NOT NULL,
  expire_time timestamptz,
  revoke_time timestamptz,
  state text NOT NULL,
  create_time timestamptz NOT NULL,
  CONSTRAINT certificates_pkey PRIMARY KEY (seller_id, certificate_id),
  CONSTRAINT certificates_fingerprint_is_unique UNIQUE (seller_id, fingerprint),
  CONSTRAINT certificates_principal_exists
    FOREIGN KEY (seller_id, principal_id) REFERENCES principals (seller_id, principal_id),
  CONSTRAINT certificates_version_is_positive CHECK (version > 0),
  CONSTRAINT certificates_state_is_known CHECK (state IN ('ACTIVE', 'REVOKED'))
);
CREATE INDEX certificates_by_fingerprint ON certificates (fingerprint);
CREATE INDEX certificates_by_principal ON certificates (seller_id, principal_id);

-- ------------------------------------------------------------------------------------ log, requests

CREATE TABLE events (
  seller_id uuid NOT NULL,
  event_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  customer_id uuid,
  actor_id uuid NOT NULL,
  request_id uuid NOT NULL,
  resource_version bigint NOT NULL,
  occur_time timestamptz NOT NULL,
  -- The transaction that wrote it: the sealer waits until all older ones have ended.
  transaction_id bigint NOT NULL,
  type text NOT NULL,
  resource_kind text NOT NULL,
  method text NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (seller_id, event_id)
);
CREATE INDEX events_by_resource ON events (seller_id, resource_id, event_id);
-- Rows lie in the order of their transactions: the sealer finds the tail through a few bytes a page
-- range, and an insert pays nothing.
CREATE INDEX events_by_transaction ON events USING brin (transaction_id)
  WITH (pages_per_range = 32, autosummarize = on);

-- The position of an event in its seller's log, and its link in the chain of hashes.
CREATE TABLE event_seals (
  seller_id uuid NOT NULL,
  position bigint NOT NULL,
  event_id uuid NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT event_seals_pkey PRIMARY KEY (seller_id, position),
  CONSTRAINT event_seals_event_is_unique UNIQUE (seller_id, event_id),
  CONSTRAINT event_seals_position_counts_from_1 CHECK (position > 0),
  CONSTRAINT event_seals_hash_is_sha_256 CHECK (octet_length(hash) = 32)
);

-- Where the sealer stands: all events of transactions before this one are sealed.
CREATE TABLE event_seal_marks (
  seller_id uuid NOT NULL,
  transaction_id bigint NOT NULL,
  CONSTRAINT event_seal_marks_pkey PRIMARY KEY (seller_id)
) WITH (fillfactor = 20);

-- What each request answered. Its key is the last arbiter between servers.
CREATE TABLE requests (
  seller_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  request_id uuid NOT NULL,
  create_time timestamptz NOT NULL,
  method text NOT NULL,
  request_hash bytea NOT NULL,
  reply bytea NOT NULL,
  CONSTRAINT requests_pkey PRIMARY KEY (seller_id, principal_id, request_id),
  CONSTRAINT requests_hash_is_sha_256 CHECK (octet_length(request_hash) = 32)
);
-- Replies are read once in a while and never searched: compressing them would cost more than it saves.
ALTER TABLE requests ALTER COLUMN reply SET STORAGE EXTERNAL;

-- ----------------------------------------------------------------------------------------- sealing

-- The link of an event: SHA-256 over the link before it, its position, and everything it says.
-- Texts hold no control characters, so U+001F keeps the fields apart.
CREATE FUNCTION event_link(previous bytea, place bigint, e events) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(previous || convert_to(concat_ws(E'\x1f', place, e.seller_id, e.event_id,
    e.resource_kind, e.resource_id, e.resource_version, coalesce(e.customer_id::text, '-'),
    e.actor_id, e.request_id, (extract(epoch FROM e.occur_time) * 1000000)::bigint, e.type,
    e.method, e.data::text), 'UTF8'))
$$;

-- Seals at most `most` events of the seller in `app.seller` and answers how many.
--
-- A transaction id below every one that still runs belongs to a transaction that has ended, so no
-- event can appear behind what is sealed here. Among those, events go by time and id. A restored
-- copy may hold ids from another life of the cluster, above its own: they have ended too.
CREATE FUNCTION seal_events(seller uuid, most integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  mark bigint;
  running bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  beyond bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  last_position bigint;
  last_hash bytea;
  e events;
  sealed integer := 0;
  positions bigint[] := '{}';
  ids uuid[] := '{}';
  hashes bytea[] := '{}';
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('seal ' || seller::text, 0)) THEN
    RETURN 0;
  END IF;
  SELECT m.transaction_id INTO mark FROM event_seal_marks m WHERE m.seller_id = seller;
  IF mark IS NULL OR mark > beyond THEN mark := 0; END IF;
  SELECT s.position, s.hash INTO last_position, last_hash FROM event_seals s
    WHERE s.seller_id = seller ORDER BY s.position DESC LIMIT 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, sha256(convert_to(seller::text, 'UTF8')));
  FOR e IN
    SELECT v.* FROM events v
    WHERE v.seller_id = seller AND v.transaction_id >= mark
      AND (v.transaction_id < running OR v.transaction_id > beyond)
      AND NOT EXISTS (SELECT 1 FROM event_seals s
        WHERE s.seller_id = seller AND s.event_id = v.event_id)
    ORDER BY v.occur_time, v.event_id LIMIT most
  LOOP
    last_position := last_position + 1;
    last_hash := event_link(last_hash, last_position, e);
    positions := positions || last_position;
    ids := ids || e.event_id;
    hashes := hashes || last_hash;
    sealed := sealed + 1;
  END LOOP;
  IF sealed > 0 THEN
    INSERT INTO event_seals (seller_id, position, event_id, hash)
      SELECT seller, n.position, n.event_id, n.hash
      FROM unnest(positions, ids, hashes) AS n (position, event_id, hash);
  END IF;
  -- All that could be sealed is: the next run begins where this one could not look.
  IF sealed < most AND (sealed > 0 OR running - mark > 10000) THEN
    INSERT INTO event_seal_marks (seller_id, transaction_id) VALUES (seller, running)
      ON CONFLICT (seller_id) DO UPDATE SET transaction_id = EXCLUDED.transaction_id;
  END IF;
  RETURN sealed;
END $$;

-- --------------------------------------------------------------------- who may do what, and see what

-- The tenant: only rows of the seller that the transaction was opened for. Unset, it raises.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'sellers', 'warehouses', 'tax_rules', 'customers', 'credit_accounts', 'products', 'prices',
    'stock_levels', 'stock_movements', 'stock_receipts', 'stock_receipt_lines', 'orders',
    'order_lines', 'shipments', 'shipment_lines', 'invoices', 'invoice_lines', 'open_items',
    'payments', 'payment_applications', 'journal_entries', 'postings', 'account_balances',
    'number_series', 'principals', 'api_keys', 'certificates', 'events', 'event_seals',
    'event_seal_marks', 'requests']
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

-- Everything else is append-only: stock movements, entries, postings, events, seals, receipts,
-- shipments and their lines.
GRANT UPDATE ON sellers, warehouses, tax_rules, customers, credit_accounts, products, prices,
  stock_levels, orders, order_lines, invoices, invoice_lines, open_items, payments,
  payment_applications, account_balances, number_series, principals, api_keys, certificates,
  event_seal_marks TO o2c_app;
-- Replies go when their request ids are too old to be accepted.
GRANT DELETE ON requests TO o2c_app;

-- Before a caller is known there is no seller. The owner may look these rows up, and the functions
-- below, which run as the owner, are the only way to them.
CREATE POLICY sellers_of_the_directory ON sellers FOR SELECT TO o2c_owner USING (true);
CREATE POLICY principals_of_the_directory ON principals FOR SELECT TO o2c_owner USING (true);
CREATE POLICY api_keys_of_the_directory ON api_keys FOR SELECT TO o2c_owner USING (true);
CREATE POLICY certificates_of_the_directory ON certificates FOR SELECT TO o2c_owner USING (true);

CREATE FUNCTION authenticate_api_key(wanted text)
  RETURNS TABLE (seller_id uuid, principal_id uuid, principal_kind text, principal_state text,
    display_name text, roles text[], customers uuid[], authority jsonb, credential_id uuid,
    credential_state text, expire_time timestamptz, secret_mac bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.seller_id, p.principal_id, p.kind, p.state, p.display_name, p.roles, p.customers,
    p.authority, k.api_key_id, k.state, k.expire_time, k.secret_mac
  FROM public.api_keys k
    JOIN public.principals p ON p.seller_id = k.seller_id AND p.principal_id = k.principal_id
  WHERE k.key_id = wanted
$$;

CREATE FUNCTION authenticate_certificate(wanted_uri text, wanted_fingerprint text)
  RETURNS TABLE (seller_id uuid, principal_id uuid, principal_kind text, principal_state text,
    display_name text, roles text[], customers uuid[], authority jsonb, credential_id uuid,
    credential_state text, expire_time timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.seller_id, p.principal_id, p.kind, p.state, p.display_name, p.roles, p.customers,
    p.authority, c.certificate_id, c.state, c.expire_time
  FROM public.certificates c
    JOIN public.principals p ON p.seller_id = c.seller_id AND p.principal_id = c.principal_id
  WHERE c.fingerprint = wanted_fingerprint AND c.uri = wanted_uri
$$;

-- For workers that visit every seller in turn.
CREATE FUNCTION seller_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.seller_id FROM public.sellers s ORDER BY s.seller_id
$$;

REVOKE ALL ON FUNCTION authenticate_api_key(text), authenticate_certificate(text, text),
  seller_ids(), seal_events(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION authenticate_api_key(text), authenticate_certificate(text, text),
  seller_ids(), seal_events(uuid, integer) TO o2c_app;

-- Every role may see which migrations ran; the functions that constraints and queries need are for
-- all who use the tables.
GRANT SELECT ON schema_migrations TO o2c_app, o2c_reader;
GRANT EXECUTE ON FUNCTION event_link(bytea, bigint, events),
  invoice_content_hash(text, uuid, uuid, date, date, date, text, text, text, text, bigint, bigint,
    bigint, text, text, jsonb, jsonb, jsonb, jsonb, text),
  invoice_content_lines(uuid, uuid) TO o2c_app, o2c_reader;
