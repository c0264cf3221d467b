-- Revisions, manual holds and amendments of orders.

SELECT 1;
