-- Revisions and manual holds of orders, drafts that change.

ALTER TABLE orders
  ADD COLUMN revision integer NOT NULL DEFAULT 0,
  ADD COLUMN last_line integer NOT NULL DEFAULT 0,
  ADD COLUMN copied_from uuid;

-- Orders from before: placed ones are at their first revision. The owner is under row-level security
-- like everybody; it steps out of it for what concerns all sellers.
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
ALTER TABLE order_lines NO FORCE ROW LEVEL SECURITY;
UPDATE orders SET revision = 1 WHERE credit_result IS NOT NULL;
UPDATE orders o SET last_line = l.last
  FROM (SELECT seller_id, order_id, max(line_number) AS last FROM order_lines
    GROUP BY seller_id, order_id) l
  WHERE l.seller_id = o.seller_id AND l.order_id = o.order_id;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
ALTER TABLE order_lines FORCE ROW LEVEL SECURITY;

ALTER TABLE orders
  ADD CONSTRAINT orders_revision_matches_state
    CHECK (revision >= 1 OR revision = 0 AND state IN ('DRAFT', 'CANCELLED')),
  ADD CONSTRAINT orders_last_line_is_counted CHECK (last_line >= 0);

-- What is wanted by a day, and the quotes that end.
CREATE INDEX orders_by_requested_date ON orders (seller_id, requested_date, order_id)
  WHERE requested_date IS NOT NULL;
CREATE INDEX orders_by_price_validity ON orders (seller_id, price_valid_until_time, order_id)
  WHERE price_valid_until_time IS NOT NULL;

-- A draft may lose lines; those of a placed order stay for good.
GRANT DELETE ON order_lines TO o2c_app;
CREATE POLICY order_lines_leave_drafts_only ON order_lines AS RESTRICTIVE FOR DELETE TO o2c_app
  USING (shipped_e6 = 0 AND invoiced_e6 = 0 AND EXISTS (
    SELECT 1 FROM orders o WHERE o.seller_id = order_lines.seller_id
      AND o.order_id = order_lines.order_id AND o.revision = 0));
