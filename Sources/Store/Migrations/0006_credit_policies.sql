-- Credit profiles and groups, rule sets with versions, approvals by a second person.

-- The owner must see the rows that it fills in here.
ALTER TABLE credit_accounts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE open_items NO FORCE ROW LEVEL SECURITY;

ALTER TABLE open_items
  ADD COLUMN disputed_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN dunning_level integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT open_items_dispute_is_not_negative CHECK (disputed_minor >= 0),
  ADD CONSTRAINT open_items_level_is_not_negative CHECK (dunning_level >= 0);
-- What a credit decision reads of a customer: one entry an item that is still open.
CREATE INDEX open_items_owed ON open_items (seller_id, customer_id, due_date)
  INCLUDE (open_minor, disputed_minor, dunning_level) WHERE open_minor > 0;

ALTER TABLE credit_accounts
  ADD COLUMN group_id uuid,
  ADD COLUMN members integer NOT NULL DEFAULT 0,
  ADD COLUMN members_owed_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN members_unapplied_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN was_granted boolean NOT NULL DEFAULT false,
  ADD COLUMN is_blocked boolean NOT NULL DEFAULT false,
  ADD COLUMN block_reason text NOT NULL DEFAULT '',
  ADD COLUMN insured_minor bigint NOT NULL DEFAULT 0,
  ADD COLUMN external_rating bigint,
  ADD COLUMN next_review_date date,
  ADD COLUMN first_invoice_date date,
  ADD COLUMN score bigint,
  ADD COLUMN risk_class text,
  ADD COLUMN proposed_limit_minor bigint,
  ADD COLUMN approval_id uuid,
  ADD COLUMN agreed_terms text,
  ADD CONSTRAINT credit_accounts_group_exists
    FOREIGN KEY (seller_id, group_id) REFERENCES credit_accounts (seller_id, customer_id),
  -- One level: who has members is in no group.
  ADD CONSTRAINT credit_accounts_groups_have_one_level CHECK (group_id IS NULL OR members = 0),
  ADD CONSTRAINT credit_accounts_members_add_up
    CHECK (members >= 0 AND (members > 0 OR (members_owed_minor = 0
      AND members_unapplied_minor = 0))),
  ADD CONSTRAINT credit_accounts_insured_is_not_negative CHECK (insured_minor >= 0),
  ADD CONSTRAINT credit_accounts_rating_is_in_range CHECK (external_rating BETWEEN 0 AND 100),
  ADD CONSTRAINT credit_accounts_score_is_in_range CHECK (score BETWEEN 0 AND 100),
  ADD CONSTRAINT credit_accounts_class_is_known CHECK (risk_class IN ('A', 'B', 'C', 'D', 'E'));
-- None of these columns changes when orders, items or payments do.
CREATE INDEX credit_accounts_by_group ON credit_accounts (seller_id, group_id, customer_id)
  WHERE group_id IS NOT NULL;
CREATE INDEX credit_accounts_by_review ON credit_accounts (seller_id, next_review_date, customer_id);
CREATE INDEX credit_accounts_by_class ON credit_accounts (seller_id, risk_class, customer_id);
CREATE INDEX credit_accounts_blocked ON credit_accounts (seller_id, customer_id) WHERE is_blocked;

UPDATE credit_accounts a SET was_granted = a.limit_minor > 0 OR a.temporary_limit_minor > 0,
  first_invoice_date = (SELECT min(i.document_date) FROM open_items i
    WHERE i.seller_id = a.seller_id AND i.customer_id = a.customer_id);

ALTER TABLE credit_accounts FORCE ROW LEVEL SECURITY;
ALTER TABLE open_items FORCE ROW LEVEL SECURITY;

-- Earlier decisions name their failed rules without figures, and rest on version 1.
ALTER TABLE orders
  ADD COLUMN credit_passes_if_minor bigint,
  ADD COLUMN credit_policy bigint,
  ADD COLUMN credit_revision bigint,
  ADD COLUMN credit_amount_minor bigint,
  ADD COLUMN approval_id uuid;

ALTER TABLE sellers ADD COLUMN approval_id uuid;

CREATE TABLE policies (
  seller_id uuid NOT NULL,
  policy_id uuid NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  number bigint NOT NULL,
  valid_from_date date NOT NULL,
  note text NOT NULL,
  author_id uuid NOT NULL,
  approver_id uuid,
  decision text NOT NULL,
  approval_id uuid,
  rules jsonb NOT NULL,
  test_cases jsonb,
  create_time timestamptz NOT NULL,
  update_time timestamptz NOT NULL,
  CONSTRAINT policies_pkey PRIMARY KEY (seller_id, policy_id),
  CONSTRAINT policies_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT policies_number_is_unique UNIQUE (seller_id, kind, number),
  CONSTRAINT policies_version_is_positive CHECK (version > 0),
  -- Version 1 is built in.
  CONSTRAINT policies_number_counts_from_2 CHECK (number > 1),
  CONSTRAINT policies_kind_is_known CHECK (kind IN ('CREDIT', 'PRICING')),
  CONSTRAINT policies_decision_is_known CHECK (decision IN ('PROPOSED', 'GRANTED', 'REJECTED')),
  CONSTRAINT policies_approver_is_another CHECK (approver_id <> author_id),
  CONSTRAINT policies_granted_by_someone CHECK ((decision = 'GRANTED') = (approver_id IS NOT NULL))
);

CREATE TABLE approvals (
  seller_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  version bigint NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  customer_id uuid,
  method text NOT NULL,
  permission text NOT NULL,
  amount_minor bigint,
  currency_code text,
  request bytea NOT NULL,
  note text NOT NULL,
  requested_by uuid NOT NULL,
  decided_by uuid,
  decision_note text NOT NULL,
  state text NOT NULL,
  expire_time timestamptz NOT NULL,
  create_time timestamptz NOT NULL,
  decide_time timestamptz,
  CONSTRAINT approvals_pkey PRIMARY KEY (seller_id, approval_id),
  CONSTRAINT approvals_seller_exists FOREIGN KEY (seller_id) REFERENCES sellers (seller_id),
  CONSTRAINT approvals_version_is_positive CHECK (version > 0),
  CONSTRAINT approvals_state_is_known CHECK (state IN ('OPEN', 'GRANTED', 'DENIED', 'EXPIRED')),
  CONSTRAINT approvals_amount_has_a_currency
    CHECK ((amount_minor IS NULL) = (currency_code IS NULL)),
  CONSTRAINT approvals_are_decided_by_another CHECK (decided_by <> requested_by),
  CONSTRAINT approvals_decision_matches_state
    CHECK ((decided_by IS NOT NULL) = (state IN ('GRANTED', 'DENIED'))
      AND (decide_time IS NULL) = (state = 'OPEN'))
);
CREATE INDEX approvals_by_subject ON approvals (seller_id, subject_id, approval_id);
CREATE INDEX approvals_open ON approvals (seller_id, expire_time, approval_id)
  WHERE state = 'OPEN';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['policies', 'approvals']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO o2c_app, o2c_reader
      USING (seller_id = (SELECT current_setting(''app.seller'')::uuid))',
      name || '_of_the_seller', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO o2c_app', name);
    EXECUTE format('GRANT SELECT ON %I TO o2c_reader', name);
  END LOOP;
END $$;
