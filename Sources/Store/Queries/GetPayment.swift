package import Domain
package import Postgres

package struct GetPayment: ReadQuery {
  package let payment: ID<Payment>

  package init(_ payment: ID<Payment>) { self.payment = payment }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> Payment? {
    let head = try PaymentTable.list.query(id: payment.uuid, of: seller, for: scope)
    let results = try transaction.pipeline(
      [head, PaymentApplicationTable.select([payment], of: seller)])
    let applications = try PaymentApplicationTable.read(results[1])
    return try results[0].first.map { try PaymentTable.read($0, applications) }
  }
}
