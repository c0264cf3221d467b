-- Which batches and serial numbers left with a line of a shipment, and order lines that take the place
-- of goods sent back.

-- A table of its own: most lines name no lots and leave nothing here, and a recall finds its shipments
-- by an index that row-level security lets be used, which it does not for what lies inside a document.
CREATE TABLE shipment_lots (
  seller_id uuid NOT NULL,
  shipment_id uuid NOT NULL,
  line_position integer NOT NULL,
  position integer NOT NULL,
  lot_number text NOT NULL,
  quantity_e6 bigint NOT NULL,
  CONSTRAINT shipment_lots_pkey PRIMARY KEY (seller_id, shipment_id, line_position, position),
  CONSTRAINT shipment_lots_are_named_once
    UNIQUE (seller_id, lot_number, shipment_id, line_position),
  CONSTRAINT shipment_lots_line_exists FOREIGN KEY (seller_id, shipment_id, line_position)
    REFERENCES shipment_lines (seller_id, shipment_id, position),
  CONSTRAINT shipment_lots_have_a_number CHECK (lot_number <> ''),
  CONSTRAINT shipment_lots_quantity_is_positive CHECK (quantity_e6 > 0)
);
ALTER TABLE shipment_lots ENABLE ROW LEVEL SECURITY;
ALTER TABLE shipment_lots FORCE ROW LEVEL SECURITY;
CREATE POLICY shipment_lots_of_the_seller ON shipment_lots TO o2c_app, o2c_reader
  USING (seller_id = (SELECT current_setting('app.seller')::uuid));
GRANT SELECT, INSERT ON shipment_lots TO o2c_app;
GRANT SELECT ON shipment_lots TO o2c_reader;

-- The return is not checked by a key: every order line would pay for it. `o2c verify` looks.
ALTER TABLE order_lines
  ADD COLUMN replacement_for_id uuid,
  DROP CONSTRAINT order_lines_price_source_is_known,
  ADD CONSTRAINT order_lines_price_source_is_known
    CHECK (price_source IN ('MANUAL', 'CUSTOMER', 'GROUP', 'LIST', 'REPLACEMENT'));
ALTER TABLE order_revision_lines ADD COLUMN replacement_for_id uuid;

-- What of it order lines replace, as far as they are not cancelled.
ALTER TABLE return_lines
  ADD COLUMN replaced_e6 bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT return_lines_replace_what_was_asked
    CHECK (0 <= replaced_e6 AND replaced_e6 <= quantity_e6);
