-- The floor: one order, placed by one call of one function in one transaction, as well as PostgreSQL
-- can do it without a server in front.
--
-- It decides as PlaceOrder does where that decides what is written (prices, tax, credit, stock,
-- number) and leaves the same rows in the same tables: `rows.sql` compares them. Statements work on
-- sets, ids are made from one random number, and what all orders share, the number series, is
-- touched last, so that its lock is held for as short as can be. Products come in ascending order:
-- levels are locked in that order, and there are no deadlocks.
--
-- Made by the owner, called by the application role under row-level security, as the server works.

CREATE OR REPLACE FUNCTION floor_place_order(customer integer, product integer[], quantity integer[])
  RETURNS text LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  seller CONSTANT uuid := current_setting('app.seller')::uuid;
  actor CONSTANT uuid := '01900000-0000-7a00-8000-000000000001';
  method CONSTANT text := 'o2c.v1.OrderService/PlaceOrder';
  at CONSTANT timestamptz := clock_timestamp();
  today CONSTANT date := (at AT TIME ZONE 'Europe/Berlin')::date;
  -- UUIDv7: milliseconds, version, a digit that tells apart what this order makes, chance.
  stamp CONSTANT text := lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0');
  head CONSTANT text := substr(stamp, 1, 8) || '-' || substr(stamp, 9) || '-700';
  tail CONSTANT text := substr(gen_random_uuid()::text, 19);
  buyer CONSTANT uuid := ('01900000-0000-7c00-8000-' || lpad(to_hex(customer), 12, '0'))::uuid;
  this_order CONSTANT uuid := (head || '0' || tail)::uuid;
  this_request CONSTANT uuid := (head || '1' || tail)::uuid;
  products CONSTANT uuid[] := ARRAY(
    SELECT ('01900000-0000-7d00-8000-' || lpad(to_hex(n), 12, '0'))::uuid FROM unnest(product) AS n);
  currency text;
  warehouse uuid;
  mode text;
  level text;
  terms text;
  state text;
  rate bigint;
  net bigint;
  tax bigint;
  gross bigint;
  placed_lines text;
  reserved_lines text;
  account credit_accounts;
  exposure bigint;
  limit_minor bigint;
  counter bigint;
  number text;
BEGIN
  SELECT s.currency_code, s.default_warehouse_id, s.rounding_mode, s.tax_level, c.payment_terms,
      c.state, t.rate_e6
    INTO STRICT currency, warehouse, mode, level, terms, state, rate
    FROM sellers s
      JOIN customers c ON c.seller_id = s.seller_id AND c.customer_id = buyer
      JOIN tax_rules t ON t.seller_id = s.seller_id AND t.tax_class = 'STANDARD'
        AND t.region_code = '' AND t.treatment = '' AND t.valid_from_date = '1970-01-01'
    WHERE s.seller_id = seller;
  IF state <> 'ACTIVE' THEN RAISE EXCEPTION 'the customer is blocked'; END IF;

  -- The lines, priced and taxed. Tax is rounded on the running sum, so that the shares add up.
  WITH written AS (
    INSERT INTO order_lines (seller_id, order_id, line_number, product_id, sku, description, unit_code,
      is_stocked, warehouse_id, ordered_e6, cancelled_e6, reserved_e6, shipped_e6, invoiced_e6,
      unit_price_e6, base_quantity_e6, price_source, price_row, price_date, gross_minor,
      discount_minor, net_minor, tax_category_code, tax_rate_e6, exemption_code, tax_minor,
      promised_date)
    SELECT seller, this_order, priced.line, priced.product_id, priced.sku,
      priced.display_name, priced.unit_code, priced.is_stocked, warehouse, priced.ordered, 0,
      priced.ordered, 0, 0, priced.unit_price_e6, priced.base_quantity_e6, 'LIST',
      'LIST from 0, 1970-01-01', today, priced.net, 0, priced.net, 'S', rate, '',
      (priced.running * rate + 50000000) / 100000000
        - ((priced.running - priced.net) * rate + 50000000) / 100000000, today
    FROM (
      SELECT v.line, p.product_id, p.sku, p.display_name, p.unit_code, p.is_stocked,
        v.ordered, r.unit_price_e6, r.base_quantity_e6, amount.net,
        sum(amount.net) OVER (ORDER BY v.line)::bigint AS running
      FROM (
          SELECT a.product_id, a.quantity * 1000000::bigint AS ordered, a.line::integer AS line
          FROM unnest(products, quantity) WITH ORDINALITY AS a (product_id, quantity, line)) AS v
        JOIN products p ON p.seller_id = seller AND p.product_id = v.product_id
        JOIN prices r ON r.seller_id = seller AND r.product_id = v.product_id
          AND r.currency_code = currency AND r.price_group = ''
          AND r.customer_id = '00000000-0000-0000-0000-000000000000' AND r.min_quantity_e6 = 0
          AND r.valid_from_date = '1970-01-01',
        LATERAL (SELECT (v.ordered / 1000000 * r.unit_price_e6 + 5000) / 10000 AS net) AS amount
    ) AS priced
    RETURNING order_lines.line_number, order_lines.sku, order_lines.ordered_e6,
      order_lines.unit_price_e6, order_lines.net_minor, order_lines.tax_minor)
  SELECT sum(w.net_minor), sum(w.tax_minor),
      string_agg(format('{"line":%s,"sku":"%s","quantity":"%s","unit_price":"%s","net_minor":%s}',
        w.line_number, w.sku, w.ordered_e6 / 1000000, trim_scale(w.unit_price_e6 / 1000000.0),
        w.net_minor), ',' ORDER BY w.line_number),
      string_agg(format('{"line":%s,"quantity":"%s"}', w.line_number, w.ordered_e6 / 1000000), ','
        ORDER BY w.line_number)
    INTO net, tax, placed_lines, reserved_lines
    FROM written w;
  gross := net + tax;

  UPDATE credit_accounts a
    SET version = a.version + 1, open_orders_minor = a.open_orders_minor + gross, update_time = at
    WHERE a.seller_id = seller AND a.customer_id = buyer
    RETURNING a.* INTO STRICT account;
  exposure := account.open_orders_minor + account.unbilled_shipments_minor
    + account.open_items_minor - account.unapplied_cash_minor;
  limit_minor := greatest(account.limit_minor,
    CASE WHEN account.temporary_until_date >= today THEN account.temporary_limit_minor END);
  IF exposure > limit_minor THEN RAISE EXCEPTION 'credit is exceeded'; END IF;

  -- A constraint refuses what is not there.
  UPDATE stock_levels l
    SET version = l.version + 1, reserved_e6 = l.reserved_e6 + v.quantity * 1000000::bigint
    FROM unnest(products, quantity) AS v (product_id, quantity)
    WHERE l.seller_id = seller AND l.product_id = v.product_id AND l.warehouse_id = warehouse;

  UPDATE number_series n SET version = n.version + 1, last = n.last + 1, last_date = today
    WHERE n.seller_id = seller AND n.kind = 'SO' AND n.year = extract(year FROM today)
    RETURNING n.last INTO STRICT counter;
  number := 'SO-' || extract(year FROM today) || '-' || lpad(counter::text, greatest(6,
    length(counter::text)), '0');

  INSERT INTO orders (seller_id, order_id, version, order_number, external_id, customer_id, state,
    currency_code, purchase_order_reference, payment_terms, order_date, requested_date,
    rounding_mode, tax_level, net_minor, tax_minor, gross_minor, reserve_until_time,
    price_valid_until_time, confirm_time, last_ship_date, credit_result, credit_failed,
    credit_exposure_minor, credit_limit_minor, credit_decide_time, credit_valid_until_time,
    create_time, update_time, taxes, holds, ship_to, annotations, revision, last_line,
    credit_policy, credit_revision, credit_passes_if_minor)
  VALUES (seller, this_order, 1, number, NULL, buyer, 'CONFIRMED', currency, '', terms, today, NULL,
    mode, level, net, tax, gross, NULL, NULL, at, NULL, 'APPROVED', '', exposure, limit_minor, at,
    NULL, at, at,
    format('[{"category":"S","rate_e6":%s,"base_minor":%s,"tax_minor":%s}]', rate, net, tax)::jsonb,
    NULL, NULL, NULL, 1, cardinality(products), 1, 1, 0);

  INSERT INTO events (seller_id, transaction_id, event_id, resource_id, customer_id, actor_id,
    request_id, resource_version, occur_time, type, resource_kind, method, data)
  SELECT seller, pg_current_xact_id()::text::bigint, (head || e.digit || tail)::uuid, this_order, buyer,
    actor, this_request, 1, at, e.type, 'orders', method, e.data::json
  FROM (VALUES
    ('2', 'order.placed', format('{"number":"%s","order_date":"%s","currency":"%s","net_minor":%s,'
      '"tax_minor":%s,"gross_minor":%s,"lines":[%s]}', number, today, currency, net, tax, gross,
      placed_lines)),
    ('3', 'credit.decided', format('{"checkpoint":"CONFIRM","policy":"1","result":"APPROVED",'
      '"failed":[],"currency":"%s","open_orders_minor":%s,"unbilled_shipments_minor":%s,'
      '"open_items_minor":%s,"unapplied_cash_minor":%s,"added_minor":%s,"gross_minor":%s,'
      '"exposure_minor":%s,"limit_minor":%s,"passes_if_minor":0,"revision":1,"terms_days":30,'
      '"agreed_days":30,"rules":{"BLOCKED":[0,0],"NO_ACCOUNT":[0,0],"LIMIT":[%s,%s],'
      '"OVERDUE_DAYS":[30,0],"OVERDUE_SHARE":[25000000,0],"TERMS":[30,30],"DUNNING":[3,0]}}',
      currency, account.open_orders_minor - gross, account.unbilled_shipments_minor,
      account.open_items_minor, account.unapplied_cash_minor, gross, gross, exposure, limit_minor,
      limit_minor, exposure)),
    ('4', 'order.confirmed', '{"state":"CONFIRMED"}'),
    ('5', 'stock.reserved', format('{"lines":[%s]}', reserved_lines))
  ) AS e (digit, type, data);

  -- The stored reply is as long as the server's, which `reply_length` was set from.
  INSERT INTO requests (seller_id, principal_id, request_id, create_time, method, request_hash,
    reply)
  VALUES (seller, actor, this_request, at, method, sha256(uuid_send(this_request)),
    convert_to(rpad(number || placed_lines || terms || this_order,
      current_setting('app.reply_length')::integer, tail), 'UTF8'));
  RETURN number;
END $$;

GRANT EXECUTE ON FUNCTION floor_place_order(integer, integer[], integer[]) TO o2c_app;
