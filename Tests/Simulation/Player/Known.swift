import Domain

/// What the player remembers of the things it made, to play on with them.
struct Known: Sendable {
  var customers: [ID<Customer>] = []
  var products: [ID<Product>] = []
  var warehouses: [ID<Warehouse>] = []
  /// Orders on which something may still happen.
  var orders: [ID<Order>] = []
  /// Some that are at an end, for those who ask again.
  var finished: [ID<Order>] = []
  var drafts: [ID<Invoice>] = []
  var invoices: [ID<Invoice>] = []
  /// Payments with something left, and those that were used up.
  var payments: [ID<Payment>] = []
  var spent: [ID<Payment>] = []
  /// Receipts that are expected.
  var receipts: [ID<StockReceipt>] = []
  /// Some that have come already.
  var received: [ID<StockReceipt>] = []
  var shipments: [(order: ID<Order>, shipment: ID<Shipment>)] = []
  var returns: [ID<Return>] = []
  var principals: [ID<Principal>] = []
  var apiKeys: [(principal: ID<Principal>, key: ID<APIKey>)] = []
  var fingerprints: [String] = []
  var externalIDs: [String] = []
  /// Into whom a clerk wished a customer to be merged.
  var mergers: [ID<Customer>: ID<Customer>] = [:]

  mutating func note(_ reply: any Sendable) {
    switch reply {
    case let order as Order: note(order)
    case let standing as OrderStanding: note(standing.order)
    case let invoice as Invoice: note(invoice)
    case let payment as Payment: note(payment)
    case let receipt as StockReceipt: note(receipt)
    case let shipment as Shipment: note(shipment)
    case let back as Return: Self.add(back.id, to: &returns, keep: 60)
    case let customer as Customer: Self.add(customer.id, to: &customers)
    case let merge as CustomerMerge: Self.add(merge.customer.id, to: &customers)
    case let product as Product: Self.add(product.id, to: &products)
    case let warehouse as Warehouse: Self.add(warehouse.id, to: &warehouses)
    case let principal as Principal: Self.add(principal.id, to: &principals)
    case let key as APIKey:
      if key.state == .active { apiKeys.append((key.principal, key.id)) }
    case let certificate as Certificate: Self.add(certificate.fingerprint, to: &fingerprints)
    default: break
    }
  }

  /// The few most recent matter; older ones are forgotten.
  static func add<Thing: Equatable>(_ thing: Thing, to things: inout [Thing], keep: Int = 400) {
    guard !things.contains(thing) else { return }
    if things.count >= keep { things.removeFirst(keep / 4) }
    things.append(thing)
  }

  private mutating func note(_ receipt: StockReceipt) {
    receipts.removeAll { $0 == receipt.id }
    if receipt.state == .scheduled {
      Self.add(receipt.id, to: &receipts, keep: 30)
    } else {
      Self.add(receipt.id, to: &received, keep: 30)
    }
  }

  private mutating func note(_ shipment: Shipment) {
    guard shipment.state == .shipped else { return }
    if shipments.count >= 80 { shipments.removeFirst(20) }
    shipments.append((shipment.order, shipment.id))
  }

  private mutating func note(_ order: Order) {
    switch order.state {
    case .draft, .confirmed, .onHold: Self.add(order.id, to: &orders)
    case .cancelled, .completed:
      orders.removeAll { $0 == order.id }
      Self.add(order.id, to: &finished, keep: 40)
    }
  }

  private mutating func note(_ invoice: Invoice) {
    switch invoice.state {
    case .draft: Self.add(invoice.id, to: &drafts, keep: 60)
    case .issued:
      drafts.removeAll { $0 == invoice.id }
      Self.add(invoice.id, to: &invoices, keep: 80)
      Self.add(invoice.order, to: &finished, keep: 40)
    }
  }

  private mutating func note(_ payment: Payment) {
    payments.removeAll { $0 == payment.id }
    Self.add(payment.id, to: &spent, keep: 60)
    if payment.unapplied > 0 { Self.add(payment.id, to: &payments, keep: 100) }
  }
}
