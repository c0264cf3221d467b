package import Domain
package import Postgres

package struct ListCustomers: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Customer> {
    let query = try CustomerTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(request, columns: CustomerTable.columnCount) {
      try CustomerTable.read($0)
    }
  }
}

extension CustomerTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["customers"]), "customer_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["customers"]), "customer_id"),
        Field("external_id", .text, "external_id"),
        Field("display_name", .text, "display_name", sortable: true),
        Field("state", .code(Customer.State.allCases.map(\.rawValue)), "state"),
        Field("price_group", .text, "price_group"),
        Field("create_time", .time, "create_time", sortable: true),
      ]), columns: Fragment(columns: columns), source: "customers")
}
