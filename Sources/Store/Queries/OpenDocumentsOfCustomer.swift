package import Domain
package import Postgres

/// What is open of a customer: orders that are not final or have deposits, also those of others that it
/// owes or is to pay, items and payments with a rest, drafted invoices.
package struct OpenDocumentsOfCustomer: ReadQuery {
  package let customer: ID<Customer>

  package init(_ customer: ID<Customer>) { self.customer = customer }

  /// More than fit into one merge are not looked for.
  package static let limit = 5000

  private static let orders: Statement = """
    SELECT order_id FROM orders
    WHERE seller_id = $1 AND (customer_id = $2 OR bill_to_id = $2 OR payer_id = $2)
      AND (state IN ('DRAFT', 'CONFIRMED', 'ON_HOLD') OR deposits IS NOT NULL)
    ORDER BY order_id LIMIT 5001
    """
  private static let items: Statement = """
    SELECT item_id FROM open_items WHERE seller_id = $1 AND customer_id = $2 AND open_minor <> 0
    ORDER BY item_id LIMIT 5001
    """
  private static let payments: Statement = """
    SELECT payment_id FROM payments
    WHERE seller_id = $1 AND customer_id = $2 AND unapplied_minor > 0
    ORDER BY payment_id LIMIT 5001
    """
  private static let drafts: Statement = """
    SELECT invoice_id FROM invoices WHERE seller_id = $1 AND customer_id = $2 AND state = 'DRAFT'
    ORDER BY invoice_id LIMIT 5001
    """

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> MergeCustomers.OpenDocuments {
    guard case .all = scope else { return .init() }
    let parameters: [Parameter] = [.id(seller), .id(customer)]
    let results = try transaction.pipeline(
      [Self.orders, Self.items, Self.payments, Self.drafts].map { Query($0, parameters) })
    var open = MergeCustomers.OpenDocuments()
    for row in results[0] { open.orders.insert(ID(try row.uuid(0))) }
    for row in results[1] { open.items.insert(ID(try row.uuid(0))) }
    for row in results[2] { open.payments.insert(ID(try row.uuid(0))) }
    for row in results[3] { open.drafts.insert(ID(try row.uuid(0))) }
    return open
  }
}
