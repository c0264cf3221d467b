-- Who owes an order and who is expected to pay it, where that is not who ordered; existing orders are
-- owed and paid by their customers.

ALTER TABLE orders
  ADD COLUMN bill_to_id uuid,
  ADD COLUMN payer_id uuid,
  -- There is one way to say it: NULL where it is so anyway.
  ADD CONSTRAINT orders_bill_to_is_another CHECK (bill_to_id <> customer_id),
  ADD CONSTRAINT orders_payer_is_another CHECK (payer_id <> coalesce(bill_to_id, customer_id));
ALTER TABLE order_revisions
  ADD COLUMN bill_to_id uuid,
  ADD COLUMN payer_id uuid;

-- What a merge and an erasure look for.
CREATE INDEX orders_by_bill_to ON orders (seller_id, bill_to_id, order_id)
  WHERE bill_to_id IS NOT NULL;
CREATE INDEX orders_by_payer ON orders (seller_id, payer_id, order_id) WHERE payer_id IS NOT NULL;
CREATE INDEX customers_by_bill_to ON customers (seller_id, bill_to_id)
  WHERE bill_to_id IS NOT NULL;
CREATE INDEX customers_by_payer ON customers (seller_id, payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX customers_by_parent ON customers (seller_id, parent_id) WHERE parent_id IS NOT NULL;

-- Every load asks whom its customers' orders are invoiced to: where that is nobody else, it asks an
-- index that does not hold them.
CREATE INDEX customers_invoiced_elsewhere ON customers (seller_id, customer_id)
  INCLUDE (bill_to_id) WHERE bill_to_id IS NOT NULL;
