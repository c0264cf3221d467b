package import Domain
package import Postgres

package struct GetInvoice: ReadQuery {
  package let invoice: ID<Invoice>

  package init(_ invoice: ID<Invoice>) { self.invoice = invoice }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> InvoiceStanding? {
    let head = try InvoiceTable.list.query(id: invoice.uuid, of: seller, for: scope)
    let results = try transaction.pipeline([head, InvoiceLineTable.select([invoice], of: seller)])
    let lines = try InvoiceLineTable.read(results[1])
    return try results[0].first.map { try InvoiceTable.readStanding($0, lines) }
  }
}
