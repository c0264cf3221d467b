package import Domain
package import Postgres

package struct GetReturn: ReadQuery {
  package let id: ID<Return>

  package init(_ id: ID<Return>) { self.id = id }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Return? {
    let head = try ReturnTable.list.query(id: id.uuid, of: seller, for: scope)
    let results = try transaction.pipeline([head, ReturnLineTable.select([id], of: seller)])
    let lines = try ReturnLineTable.read(results[1])
    return try results[0].first.map { try ReturnTable.read($0, lines) }
  }
}
