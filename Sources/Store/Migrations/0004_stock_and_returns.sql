-- Scheduled receipts, promises, moves, deliveries and returns.

-- ------------------------------------------------------------------------------------------ stock

-- The plan is what is to come and what is owed by day, `[[day, incoming, backordered], ...]`, NULL for
-- nothing: so one row says what can be promised. Its sums stand beside it for those who search.
ALTER TABLE stock_levels
  ADD COLUMN lapsing_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN incoming_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN backordered_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN plan jsonb,
  ADD CONSTRAINT stock_levels_lapse_what_is_reserved
    CHECK (0 <= lapsing_e6 AND lapsing_e6 <= reserved_e6),
  ADD CONSTRAINT stock_levels_plan_adds_up
    CHECK (incoming_e6 >= 0 AND backordered_e6 >= 0
      AND (plan IS NULL) = (incoming_e6 = 0 AND backordered_e6 = 0));

ALTER TABLE stock_movements
  DROP CONSTRAINT stock_movements_kind_is_known,
  DROP CONSTRAINT stock_movements_sign_matches_kind,
  ADD CONSTRAINT stock_movements_kind_is_known
    CHECK (kind IN ('RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT', 'RETURN')),
  ADD CONSTRAINT stock_movements_sign_matches_kind
    CHECK (CASE kind WHEN 'RECEIPT' THEN quantity_e6 > 0 WHEN 'RETURN' THEN quantity_e6 > 0
      WHEN 'ISSUE' THEN quantity_e6 < 0 ELSE quantity_e6 <> 0 END);

ALTER TABLE stock_receipts
  ALTER COLUMN receipt_date DROP NOT NULL,
  ADD COLUMN state text NOT NULL DEFAULT 'RECEIVED',
  ADD COLUMN expected_date date,
  ADD CONSTRAINT stock_receipts_state_is_known CHECK (state IN ('SCHEDULED', 'RECEIVED')),
  ADD CONSTRAINT stock_receipts_dates_match_state
    CHECK (CASE state WHEN 'SCHEDULED' THEN expected_date IS NOT NULL AND receipt_date IS NULL
      ELSE receipt_date IS NOT NULL END);
ALTER TABLE stock_receipt_lines
  DROP CONSTRAINT stock_receipt_lines_quantity_is_positive,
  ADD COLUMN expected_e6 bigint,
  ADD CONSTRAINT stock_receipt_lines_quantity_is_positive
    CHECK (quantity_e6 > 0 OR quantity_e6 = 0 AND expected_e6 IS NOT NULL),
  ADD CONSTRAINT stock_receipt_lines_expect_something CHECK (expected_e6 > 0);
GRANT UPDATE ON stock_receipts, stock_receipt_lines TO o2c_app;

ALTER TABLE warehouses
  ADD COLUMN handling_days integer NOT NULL DEFAULT 0,
  ADD COLUMN working_days integer NOT NULL DEFAULT 31,
  ADD CONSTRAINT warehouses_days_are_few
    CHECK (handling_days BETWEEN 0 AND 90),
  ADD CONSTRAINT warehouses_work_some_day CHECK (working_days BETWEEN 1 AND 127);

-- Settings without a column of their own: NULL is all defaults.
ALTER TABLE sellers ADD COLUMN stock_settings jsonb;

ALTER TABLE products
  ADD COLUMN lead_days bigint,
  ADD COLUMN over_shipment_e6 bigint,
  ADD COLUMN under_shipment_e6 bigint,
  ADD CONSTRAINT products_lead_days_are_few CHECK (lead_days BETWEEN 0 AND 3650),
  ADD CONSTRAINT products_tolerances_are_percents
    CHECK (over_shipment_e6 BETWEEN 0 AND 100000000 AND under_shipment_e6 BETWEEN 0 AND 100000000);

-- ------------------------------------------------------------------------------------------ orders

ALTER TABLE orders
  ADD COLUMN priority integer NOT NULL DEFAULT 0,
  ADD COLUMN ship_complete boolean NOT NULL DEFAULT false;

-- Shipped goods may be lost and billed ones come back: what was invoiced is bounded by what was
-- ordered, beyond what was credited.
ALTER TABLE order_lines
  ADD COLUMN delivered_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN returned_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN returning_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN credited_e6 bigint NOT NULL DEFAULT 0,
  ADD COLUMN promised_date date,
  DROP CONSTRAINT order_lines_invoice_what_was_shipped,
  ADD CONSTRAINT order_lines_invoice_what_was_ordered
    CHECK (0 <= credited_e6 AND credited_e6 <= invoiced_e6
      AND invoiced_e6 - credited_e6 <= ordered_e6),
  ADD CONSTRAINT order_lines_deliver_what_was_shipped
    CHECK (0 <= delivered_e6 AND delivered_e6 <= shipped_e6),
  ADD CONSTRAINT order_lines_return_what_was_shipped
    CHECK (returned_e6 >= 0 AND returning_e6 >= 0 AND returned_e6 + returning_e6 <= shipped_e6);

-- What is reserved for a time only, and what waits: the sums of the rows that are there. The owner is
-- under row-level security like everybody; it steps out of it for what concerns all sellers.
ALTER TABLE stock_levels NO FORCE ROW LEVEL SECURITY;
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
ALTER TABLE order_lines NO FORCE ROW LEVEL SECURITY;
UPDATE stock_levels s SET lapsing_e6 = l.lapsing
  FROM (SELECT l.seller_id, l.product_id, l.warehouse_id, sum(l.reserved_e6) AS lapsing
    FROM order_lines l JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
    WHERE o.reserve_until_time IS NOT NULL AND l.reserved_e6 > 0 GROUP BY 1, 2, 3) l
  WHERE l.seller_id = s.seller_id AND l.product_id = s.product_id
    AND l.warehouse_id = s.warehouse_id;
-- Nobody has promised the waiting lines a day: they stand on the day of `StockPlan.never`.
INSERT INTO stock_levels (seller_id, product_id, warehouse_id, version, on_hand_e6, reserved_e6,
    backordered_e6, plan)
  SELECT l.seller_id, l.product_id, l.warehouse_id, 1, 0, 0, l.waiting,
    jsonb_build_array(jsonb_build_array(2900000, 0, l.waiting))
  FROM (SELECT l.seller_id, l.product_id, l.warehouse_id,
      sum(l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 - l.reserved_e6)::bigint AS waiting
    FROM order_lines l JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
    WHERE o.state = 'CONFIRMED' AND l.is_stocked AND l.warehouse_id IS NOT NULL
      AND l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 > l.reserved_e6 GROUP BY 1, 2, 3) l
  ON CONFLICT (seller_id, product_id, warehouse_id) DO UPDATE
    SET backordered_e6 = excluded.backordered_e6, plan = excluded.plan;
ALTER TABLE stock_levels FORCE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
ALTER TABLE order_lines FORCE ROW LEVEL SECURITY;

-- ---------------------------------------------------------------------------------------- shipments

ALTER TABLE shipments
  ADD COLUMN state text NOT NULL DEFAULT 'SHIPPED',
  ADD COLUMN delivered_time timestamptz,
  ADD COLUMN delivered_date date,
  ADD COLUMN recipient text NOT NULL DEFAULT '',
  ADD COLUMN update_time timestamptz,
  ADD CONSTRAINT shipments_state_is_known CHECK (state IN ('SHIPPED', 'DELIVERED', 'LOST')),
  ADD CONSTRAINT shipments_delivery_matches_state
    CHECK ((state = 'DELIVERED') = (delivered_time IS NOT NULL)
      AND (delivered_time IS NULL) = (delivered_date IS NULL));
ALTER TABLE shipments NO FORCE ROW LEVEL SECURITY;
UPDATE shipments SET update_time = create_time;
ALTER TABLE shipments FORCE ROW LEVEL SECURITY;
ALTER TABLE shipments ALTER COLUMN update_time SET NOT NULL;
GRANT UPDATE ON shipments TO o2c_app;

-- ------------------------------------------------------------------------------------------ returns

CREATE TABLE returns (
  seller_id uuid NOT NULL,
  return_id uuid NOT NULL,
  version bigint NOT NULL,
  rma_number text NOT NULL,
  order_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  state text NOT NULL,
  note text NOT NULL,
  reason text NOT NULL,
  expire_time timestamptz,
  is_counted boolean NOT NULL,
  receive_time timestamptz,
  currency_code text NOT NULL,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT returns_pkey PRIMARY KEY (seller_id, return_id),
  CONSTRAINT returns_number_is_unique UNIQUE (seller_id, rma_number),
  CONSTRAINT returns_order_exists
    FOREIGN KEY (seller_id, order_id) REFERENCES orders (seller_id, order_id),
  CONSTRAINT returns_version_is_positive CHECK (version > 0),
  CONSTRAINT returns_state_is_known
    CHECK (state IN ('REQUESTED', 'AUTHORIZED', 'REJECTED', 'RECEIVED')),
  CONSTRAINT returns_count_while_authorized CHECK (NOT is_counted OR state = 'AUTHORIZED'),
  CONSTRAINT returns_times_match_state
    CHECK ((state = 'RECEIVED') = (receive_time IS NOT NULL)
      AND (state NOT IN ('AUTHORIZED', 'RECEIVED') OR expire_time IS NOT NULL))
);
CREATE INDEX returns_by_order ON returns (seller_id, order_id, return_id);
CREATE INDEX returns_by_customer ON returns (seller_id, customer_id, return_id);

CREATE TABLE return_lines (
  seller_id uuid NOT NULL,
  return_id uuid NOT NULL,
  line_number integer NOT NULL,
  shipment_id uuid NOT NULL,
  order_line integer NOT NULL,
  product_id uuid NOT NULL,
  warehouse_id uuid,
  quantity_e6 bigint NOT NULL,
  received_e6 bigint NOT NULL,
  reason_code text NOT NULL,
  disposition text NOT NULL,
  net_minor bigint NOT NULL,
  CONSTRAINT return_lines_pkey PRIMARY KEY (seller_id, return_id, line_number),
  CONSTRAINT return_lines_return_exists
    FOREIGN KEY (seller_id, return_id) REFERENCES returns (seller_id, return_id),
  CONSTRAINT return_lines_shipment_exists
    FOREIGN KEY (seller_id, shipment_id) REFERENCES shipments (seller_id, shipment_id),
  CONSTRAINT return_lines_receive_what_was_asked
    CHECK (quantity_e6 > 0 AND 0 <= received_e6 AND received_e6 <= quantity_e6),
  CONSTRAINT return_lines_disposition_is_known
    CHECK (disposition IN ('RESTOCK', 'SCRAP', 'REPAIR'))
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['returns', 'return_lines']
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
GRANT UPDATE ON returns, return_lines TO o2c_app;
