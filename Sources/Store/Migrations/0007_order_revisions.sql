-- What orders were before they were amended: the columns of orders and their lines, kept for good.
-- A column that orders get later, these get too.

CREATE TABLE order_revisions (
  LIKE orders,
  replaced_by uuid NOT NULL,
  replace_time timestamptz NOT NULL,
  replace_reason text NOT NULL,
  CONSTRAINT order_revisions_pkey PRIMARY KEY (seller_id, order_id, revision),
  CONSTRAINT order_revisions_order_exists
    FOREIGN KEY (seller_id, order_id) REFERENCES orders (seller_id, order_id),
  CONSTRAINT order_revisions_are_counted CHECK (revision >= 1)
);

CREATE TABLE order_revision_lines (
  LIKE order_lines,
  revision integer NOT NULL,
  CONSTRAINT order_revision_lines_pkey PRIMARY KEY (seller_id, order_id, revision, line_number),
  CONSTRAINT order_revision_lines_revision_exists
    FOREIGN KEY (seller_id, order_id, revision)
    REFERENCES order_revisions (seller_id, order_id, revision)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['order_revisions', 'order_revision_lines']
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
