package import Domain
package import Postgres

/// A customer by its id; nil when it is not there, or not the caller's.
package struct GetCustomer: ReadQuery {
  package let customer: ID<Customer>

  package init(_ customer: ID<Customer>) { self.customer = customer }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Customer? {
    let query = try CustomerTable.list.query(id: customer.uuid, of: seller, for: scope)
    return try transaction.execute(query).first.map { try CustomerTable.read($0) }
  }
}
