internal import Postgres

extension Invariant {
  static let stock: [Invariant] = [
    Invariant(
      "I-20", "0 ≤ reserved ≤ on hand, and on hand is the sum of the movements.",
      """
      SELECT 'products', product_id, 'warehouse ' || warehouse_id
      FROM (SELECT s.product_id, s.warehouse_id, s.on_hand_e6, s.reserved_e6 FROM stock_levels s
          WHERE s.seller_id = $1) AS level
        FULL JOIN (SELECT m.product_id, m.warehouse_id, sum(m.quantity_e6) AS moved
          FROM stock_movements m WHERE m.seller_id = $1 GROUP BY 1, 2) AS movement
        USING (product_id, warehouse_id)
      WHERE coalesce(movement.moved, 0) <> coalesce(level.on_hand_e6, 0)
        OR level.reserved_e6 < 0 OR level.reserved_e6 > level.on_hand_e6
      LIMIT 100
      """),
    Invariant(
      "I-21", "What a level has reserved is what the order lines have reserved of it.",
      """
      SELECT 'products', product_id, 'warehouse ' || warehouse_id
      FROM (SELECT s.product_id, s.warehouse_id, s.reserved_e6 FROM stock_levels s
          WHERE s.seller_id = $1) AS level
        FULL JOIN (SELECT l.product_id, l.warehouse_id, sum(l.reserved_e6) AS reserved
          FROM order_lines l WHERE l.seller_id = $1 AND l.reserved_e6 > 0 GROUP BY 1, 2) AS line
        USING (product_id, warehouse_id)
      WHERE coalesce(line.reserved, 0) <> coalesce(level.reserved_e6, 0)
      LIMIT 100
      """),
  ]
}
