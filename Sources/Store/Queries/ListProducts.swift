package import Domain
package import Postgres

package struct ListProducts: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Product> {
    let query = try ProductTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(
      request, columns: ProductTable.columns.columnCount
    ) {
      try ProductTable.read($0)
    }
  }
}

extension ProductTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["products"]), "product_id"), customer: nil,
      fields: [
        Field("name", .name(["products"]), "product_id"),
        Field("sku", .text, "sku", sortable: true),
        Field("gtin", .text, "NULLIF(gtin, '')"),
        Field("display_name", .text, "display_name", sortable: true),
        Field("kind", .code(Product.Kind.allCases.map(\.rawValue)), "kind"),
        Field("create_time", .time, "create_time", sortable: true),
      ], isForEverybody: true), columns: Fragment(columns: columns), source: "products")
}
