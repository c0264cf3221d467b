package import Domain
package import Postgres

package struct GetCreditAccount: ReadQuery {
  package let customer: ID<Customer>

  package init(of customer: ID<Customer>) { self.customer = customer }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> CreditAccount? {
    let query = try CreditAccountTable.list.query(id: customer.uuid, of: seller, for: scope)
    return try transaction.execute(query).first.map { try CreditAccountTable.read($0) }
  }
}

extension CreditAccountTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["customers"]), "customer_id"), customer: "customer_id",
      fields: []), columns: Fragment(columns: columns), source: "credit_accounts")
}
