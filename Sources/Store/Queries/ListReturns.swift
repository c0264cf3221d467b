package import Domain
package import Postgres

package struct ListReturns: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Return> {
    let page = try transaction.execute(
      try ReturnTable.list.query(request, of: seller, for: scope))
    var lines: [ID<Return>: [Return.Line]] = [:]
    if request.isFull {
      let ids = try page.prefix(request.size).map { ID<Return>(try $0.uuid(0)) }
      lines = try ReturnLineTable.read(
        try transaction.execute(ReturnLineTable.select(ids, of: seller)))
    }
    return try page.listing(request, columns: ReturnTable.columns.columnCount) {
      try ReturnTable.read($0, lines)
    }
  }
}

extension ReturnTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["returns"]), "return_id"), customer: "customer_id",
      fields: [
        Field("name", .name(["returns"]), "return_id"),
        Field("rma_number", .text, "rma_number", sortable: true),
        Field("order", .name(["orders"]), "order_id"),
        Field("customer", .name(["customers"]), "customer_id"),
        Field("state", .code(Return.State.allCases.map(\.rawValue)), "state"),
        Field("create_time", .time, "create_time", sortable: true),
      ], defaultOrder: [OrderTerm("name", descending: true)]),
    columns: Fragment(columns: columns), source: "returns")
}
