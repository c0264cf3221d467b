-- Scheduled receipts, promises, moves, deliveries and returns.

SELECT 1;
