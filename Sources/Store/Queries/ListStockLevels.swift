package import Domain
package import Postgres

/// A stock level as people read it.
package struct StockLevelStanding: Sendable, Equatable {
  package var level: StockLevel
  package var sku: String

  package init(level: StockLevel, sku: String) {
    self.level = level
    self.sku = sku
  }
}

package struct ListStockLevels: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<StockLevelStanding> {
    let query = try StockLevelTable.list.query(request, of: seller, for: scope)
    let count = StockLevelTable.columns.columnCount
    return try transaction.execute(query).listing(request, columns: count + 1) { row in
      var r = RowReader(row, from: count)
      return StockLevelStanding(level: try StockLevelTable.read(row), sku: try r.text())
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
    columns: "\(Fragment(columns: columns)), \(sku)", source: "stock_levels")
}
