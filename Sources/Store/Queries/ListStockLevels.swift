package import Domain
package import Postgres

/// A stock level as people read it.
package struct StockLevelStanding: Sendable, Equatable {
  package var level: StockLevel
  package var sku: String
  /// What confirmed orders wait for here.
  package var backordered: Quantity
}

package struct ListStockLevels: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<StockLevelStanding> {
    let query = try StockLevelTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(request, columns: 7) { row in
      var r = RowReader(row, from: 5)
      let level = try StockLevelTable.read(row)
      return StockLevelStanding(level: level, sku: try r.text(), backordered: try r.decimal())
    }
  }
}

extension StockLevelTable {
  private static let sku: Fragment = """
    (SELECT p.sku FROM products p WHERE p.seller_id = stock_levels.seller_id
      AND p.product_id = stock_levels.product_id)
    """

  /// Sorted by product and warehouse, which are its key.
  static let list = ListStatement(
    ResourceTable(
      key: Field("warehouse", .name(["warehouses"]), "warehouse_id"), customer: nil,
      fields: [
        Field("product", .name(["products"]), "product_id", sortable: true),
        Field("warehouse", .name(["warehouses"]), "warehouse_id", sortable: true),
        Field("sku", .text, sku, sortable: true),
      ], defaultOrder: [OrderTerm("product"), OrderTerm("warehouse")], isForEverybody: true),
    columns: """
      \(Fragment(columns: columns)), \(sku), coalesce((
        SELECT sum(l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 - l.reserved_e6)
        FROM order_lines l JOIN orders o ON o.seller_id = l.seller_id AND o.order_id = l.order_id
        WHERE l.seller_id = stock_levels.seller_id AND l.product_id = stock_levels.product_id
          AND l.warehouse_id = stock_levels.warehouse_id AND l.is_stocked
          AND l.ordered_e6 - l.cancelled_e6 - l.shipped_e6 > l.reserved_e6
          AND o.state = 'CONFIRMED'), 0)::bigint
      """, source: "stock_levels")
}
