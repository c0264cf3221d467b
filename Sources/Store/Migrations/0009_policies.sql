-- Sweeps over credit accounts, the tax category of split payment, the order of the credit desk's work
-- list, and the log by request.

-- Neither of these changes when orders, items or payments do.
ALTER TABLE credit_accounts ADD COLUMN is_warned boolean NOT NULL DEFAULT false;
CREATE INDEX credit_accounts_temporary
  ON credit_accounts (seller_id, temporary_until_date, customer_id)
  WHERE temporary_until_date IS NOT NULL;

ALTER TABLE tax_rules
  DROP CONSTRAINT tax_rules_category_is_known,
  DROP CONSTRAINT tax_rules_rate_matches_category,
  ADD CONSTRAINT tax_rules_category_is_known
    CHECK (category_code IN ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B')),
  ADD CONSTRAINT tax_rules_rate_matches_category
    CHECK (rate_e6 = 0 OR category_code IN ('S', 'L', 'M', 'B'));

-- Held orders by the day on which they are wanted, those without one last.
CREATE INDEX orders_on_hold_by_date
  ON orders (seller_id, (coalesce(requested_date, DATE 'infinity')), order_id)
  WHERE state = 'ON_HOLD';

-- Request ids carry their time, so those of neighbouring pages lie close together, and a few ranges a
-- block hold the ones that do not. An insert pays next to nothing.
CREATE INDEX events_by_request ON events USING brin (request_id uuid_minmax_multi_ops)
  WITH (pages_per_range = 32, autosummarize = on);
