package import Domain
package import Postgres

package struct ListWarehouses: ReadQuery {
  package let request: ListRequest

  package init(_ request: ListRequest) { self.request = request }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Listing<Warehouse> {
    let query = try WarehouseTable.list.query(request, of: seller, for: scope)
    return try transaction.execute(query).listing(
      request, columns: WarehouseTable.columns.columnCount
    ) {
      try WarehouseTable.read($0)
    }
  }
}

extension WarehouseTable {
  static let list = ListStatement(
    ResourceTable(
      key: Field("name", .name(["warehouses"]), "warehouse_id"), customer: nil,
      fields: [
        Field("name", .name(["warehouses"]), "warehouse_id"),
        Field("code", .text, "code", sortable: true),
        Field("create_time", .time, "create_time", sortable: true),
      ], isForEverybody: true), columns: Fragment(columns: columns), source: "warehouses")
}
