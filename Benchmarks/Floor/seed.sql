-- The goods and customers of the measurements: 5,000 customers with credit to spare and 1,000
-- products with a price and stock to spare, of the one seller that the fresh database has.
--
-- Ids count up from a base, so that both sides of a comparison can name them by number. Run as the
-- application role, with `app.seller` set: what is seeded passes row-level security like all else.

BEGIN;

INSERT INTO warehouses (seller_id, warehouse_id, version, code, display_name, address, create_time)
SELECT s.seller_id, '01900000-0000-7e00-8000-000000000001', 1, 'BENCH', 'Bench warehouse', NULL, now()
FROM sellers s;

UPDATE sellers SET version = version + 1,
  default_warehouse_id = '01900000-0000-7e00-8000-000000000001';

INSERT INTO tax_rules (seller_id, tax_class, region_code, treatment, valid_from_date, version,
  category_code, rate_e6, exemption_code)
SELECT s.seller_id, 'STANDARD', '', '', '1970-01-01', 1, 'S', 19000000, '' FROM sellers s
ON CONFLICT DO NOTHING;

INSERT INTO customers (seller_id, customer_id, version, display_name, external_id, party, ship_to,
  contacts, state, currency_code, language_code, payment_terms, price_group, tax_treatment,
  buyer_reference, annotations, create_time, update_time)
SELECT s.seller_id, ('01900000-0000-7c00-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
  'Customer ' || n, 'B-' || lpad(n::text, 6, '0'),
  jsonb_build_object('legal_name', 'Customer ' || n || ' GmbH', 'address', jsonb_build_object(
    'lines', jsonb_build_array('Hauptstraße ' || n % 200 + 1), 'city', 'Leipzig',
    'postal_code', '04109', 'country_code', 'DE')),
  NULL, NULL, 'ACTIVE', s.currency_code, '', 'net 30', NULL, '', '', NULL, now(), now()
FROM sellers s, generate_series(1, 5000) AS n;

INSERT INTO credit_accounts (seller_id, customer_id, version, currency_code, limit_minor,
  temporary_limit_minor, temporary_until_date, open_orders_minor, unbilled_shipments_minor,
  open_items_minor, unapplied_cash_minor, update_time)
SELECT c.seller_id, c.customer_id, 1, c.currency_code, 900000000000000, NULL, NULL, 0, 0, 0, 0, now()
FROM customers c WHERE c.external_id LIKE 'B-%';

INSERT INTO products (seller_id, product_id, version, sku, gtin, display_name, description, kind,
  unit_code, tax_class, is_stocked, commodity_code, sellable_from_date, sellable_until_date,
  annotations, create_time, update_time)
SELECT s.seller_id, ('01900000-0000-7d00-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1,
  'BENCH-' || lpad(n::text, 4, '0'), '', 'Article number ' || n, '', 'GOODS', 'C62', 'STANDARD',
  true, '', NULL, NULL, NULL, now(), now()
FROM sellers s, generate_series(1, 1000) AS n;

INSERT INTO prices (seller_id, product_id, currency_code, price_group, customer_id,
  min_quantity_e6, valid_from_date, version, valid_until_date, unit_price_e6, base_quantity_e6)
SELECT s.seller_id, ('01900000-0000-7d00-8000-' || lpad(to_hex(n), 12, '0'))::uuid, s.currency_code, '',
  '00000000-0000-0000-0000-000000000000', 0, '1970-01-01', 1, NULL,
  (1 + n % 97) * 1000000 + n % 100 * 10000, 1000000
FROM sellers s, generate_series(1, 1000) AS n;

INSERT INTO stock_levels (seller_id, product_id, warehouse_id, version, on_hand_e6, reserved_e6)
SELECT s.seller_id, ('01900000-0000-7d00-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  '01900000-0000-7e00-8000-000000000001', 1, 900000000000000000, 0
FROM sellers s, generate_series(1, 1000) AS n;

INSERT INTO stock_movements (seller_id, movement_id, product_id, warehouse_id, kind, quantity_e6,
  document_kind, document_id, business_date, request_id, record_time)
SELECT l.seller_id, gen_random_uuid(), l.product_id, l.warehouse_id, 'RECEIPT', l.on_hand_e6,
  'stockReceipts', gen_random_uuid(), current_date, gen_random_uuid(), now()
FROM stock_levels l WHERE l.warehouse_id = '01900000-0000-7e00-8000-000000000001';

COMMIT;
