package import Domain
package import Postgres

/// What promises of products rest on: their levels, the warehouses and the seller's settings, in one
/// snapshot.
package struct CheckAvailability: ReadQuery {
  package struct Facts: Sendable {
    package var seller: Seller
    package var warehouses: [ID<Warehouse>: Warehouse]
    package var products: [Product]
    package var levels: [StockKey: StockLevel]

    package func find(_ reference: ProductReference) -> Product? {
      products.first { product in
        switch reference {
        case .id(let id): product.id == id
        case .sku(let sku): product.sku == sku
        }
      }
    }
  }

  package let products: [ProductReference]

  package init(_ products: [ProductReference]) { self.products = products }

  private static let byReference: StaticString = """
    product_id = ANY($2 || ARRAY(
      SELECT p.product_id FROM products p WHERE p.seller_id = $1 AND p.sku = ANY($3)))
    """
  private static let productRows = Statement(
    "SELECT ", ProductTable.columns, " FROM products WHERE seller_id = $1 AND ", byReference)
  private static let levelRows = Statement(
    "SELECT ", StockLevelTable.columns, " FROM stock_levels WHERE seller_id = $1 AND ",
    byReference)

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Facts? {
    var ids: Set<ID<Product>> = []
    var skus: Set<String> = []
    for reference in products {
      switch reference {
      case .id(let id): ids.insert(id)
      case .sku(let sku): skus.insert(sku)
      }
    }
    let named: [Parameter] = [.id(seller), .ids(ids), .array(skus)]
    let results = try transaction.pipeline([
      Query(LoadStatements.seller, .id(seller)), Query(LoadStatements.warehouses, .id(seller)),
      Query(Self.productRows, named), Query(Self.levelRows, named),
    ])
    guard let row = results[0].first else { return nil }
    var answer = Facts(
      seller: try SellerTable.read(row, seller), warehouses: [:],
      products: try results[2].map { try ProductTable.read($0) }, levels: [:])
    for row in results[1] {
      let warehouse = try WarehouseTable.read(row)
      answer.warehouses[warehouse.id] = warehouse
    }
    for row in results[3] {
      let level = try StockLevelTable.read(row)
      answer.levels[level.key] = level
    }
    return answer
  }
}
