-- How much more or less than ordered a customer takes, before what its products and seller say.

ALTER TABLE customers
  ADD COLUMN over_shipment_e6 bigint,
  ADD COLUMN under_shipment_e6 bigint,
  ADD CONSTRAINT customers_tolerances_are_percents
    CHECK (over_shipment_e6 BETWEEN 0 AND 100000000 AND under_shipment_e6 BETWEEN 0 AND 100000000);
