/// A resource by kind and id: what an event or a posting is about.
package struct ResourceRef: Hashable, Sendable {
  package let kind: Kind
  package let id: ID<AnyResource>

  package enum Kind: String, CaseIterable, Sendable {
    case seller = "sellers"
    case customer = "customers"
    case product = "products"
    case warehouse = "warehouses"
    case stockReceipt = "stockReceipts"
    case order = "orders"
    case shipment = "shipments"
    case returned = "returns"
    case stockMove = "stockMoves"
    case invoice = "invoices"
    case payment = "payments"
    case principal = "principals"
    case apiKey = "apiKeys"
    case certificate = "certificates"
    case policy = "policies"
    case approval = "approvals"
    case importRun = "imports"
  }

  package init<Thing>(_ kind: Kind, _ id: ID<Thing>) {
    self.kind = kind
    self.id = id.retyped()
  }
}

extension ResourceRef: CustomStringConvertible {
  /// `orders/01m68kvah0e9nv59tdwh9edd1r`
  package var description: String { "\(kind.rawValue)/\(id)" }
}
