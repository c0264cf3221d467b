-- What one order left behind: per table its rows, and per column the bytes it takes, NULL where it
-- is NULL. `order_id` is a psql variable. One line a value: table, row, column, bytes.

WITH the_order AS (SELECT :'order_id'::uuid AS id),
written AS (
  SELECT 'orders' AS name, '' AS place, to_jsonb(o) AS row FROM orders o, the_order
    WHERE o.order_id = the_order.id
  UNION ALL
  SELECT 'order_lines', l.line_number::text, to_jsonb(l) FROM order_lines l, the_order
    WHERE l.order_id = the_order.id
  UNION ALL
  SELECT 'events', e.type, to_jsonb(e) FROM events e, the_order WHERE e.resource_id = the_order.id
  UNION ALL
  SELECT 'requests', '', to_jsonb(r) FROM requests r, the_order WHERE r.request_id IN (
    SELECT e.request_id FROM events e WHERE e.resource_id = the_order.id)
)
SELECT w.name || '|' || w.place || '|' || m.key || '|'
  || CASE jsonb_typeof(m.value) WHEN 'null' THEN 'null' ELSE length(m.value #>> '{}')::text END
FROM written w, jsonb_each(w.row) AS m
ORDER BY 1;
