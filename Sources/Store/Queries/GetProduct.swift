package import Domain
package import Postgres

package struct GetProduct: ReadQuery {
  package let product: ID<Product>

  package init(_ product: ID<Product>) { self.product = product }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Product? {
    let query = try ProductTable.list.query(id: product.uuid, of: seller, for: scope)
    return try transaction.execute(query).first.map { try ProductTable.read($0) }
  }
}
