/// Goods that a customer wants to send back, is allowed to, or has.
package struct Return: Aggregate {
  package var id: ID<Return>
  package var version: Int64 = 0
  /// `RMA-2026-000123`: unique and rising, gaps allowed.
  package var number: String
  package var order: ID<Order>
  package var customer: ID<Customer>
  package var state: State
  package var lines: [Line]
  /// Why it was rejected, or what the customer wrote.
  package var note: String
  package var reason: String = ""
  /// Until when an authorisation counts.
  package var expireTime: Instant?
  /// That of the order.
  package var currency: Currency
  /// Its quantities stand on the order's lines as on their way back.
  package var isCounted = false
  package var receiveTime: Instant?
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Return> { id }

  /// Where each state can go:
  package enum State: String, CaseIterable, Sendable {
    /// Asked for. Can move to authorized or rejected.
    case requested = "REQUESTED"
    /// The goods may come, until its time. Can move to received, or anew to authorized.
    case authorized = "AUTHORIZED"
    /// Refused. Final.
    case rejected = "REJECTED"
    /// What came and was accepted counts as returned. Final.
    case received = "RECEIVED"

    package var successors: [State] {
      switch self {
      case .requested: [.authorized, .rejected]
      case .authorized: [.authorized, .received]
      case .rejected, .received: []
      }
    }
  }

  /// What becomes of goods that came back.
  package enum Disposition: String, CaseIterable, Sendable {
    /// On hand again, and for sale.
    case restock = "RESTOCK"
    /// Thrown away.
    case scrap = "SCRAP"
    /// Under repair, outside what is on hand.
    case `repair` = "REPAIR"
  }

  package struct Line: Hashable, Sendable {
    /// Counts from 1 within the return.
    package var number: Int32
    package var shipment: ID<Shipment>
    package var orderLine: Int32
    package var product: ID<Product>
    /// Where it left from; nil for services.
    package var warehouse: ID<Warehouse>?
    package var quantity: Quantity
    /// What of it came and was accepted.
    package var received: Quantity = .zero
    package var reasonCode: String
    /// Asked for at first; when received, what became of it.
    package var disposition: Disposition
    /// What it was sold for, net, as on the order.
    package var netAmount: Int64 = 0
    /// What of it lines of orders take the place of, as far as they are not cancelled.
    package var replaced: Quantity = .zero

    package init(
      number: Int32, shipment: ID<Shipment>, orderLine: Int32, product: ID<Product>,
      warehouse: ID<Warehouse>?, quantity: Quantity, reasonCode: String, disposition: Disposition
    ) {
      self.number = number
      self.shipment = shipment
      self.orderLine = orderLine
      self.product = product
      self.warehouse = warehouse
      self.quantity = quantity
      self.reasonCode = reasonCode
      self.disposition = disposition
    }

    var stockKey: StockKey? { warehouse.map { StockKey(warehouse: $0, product: product) } }
  }

  package init(
    id: ID<Return>, number: String, order: ID<Order>, customer: ID<Customer>, state: State,
    currency: Currency, lines: [Line], note: String, at now: Instant
  ) {
    self.id = id
    self.number = number
    self.order = order
    self.customer = customer
    self.state = state
    self.currency = currency
    self.lines = lines
    self.note = note
    createTime = now
    updateTime = now
  }

  /// Whether its goods may still come.
  package func isInForce(at now: Instant) -> Bool {
    guard state == .authorized, let expireTime else { return false }
    return now < expireTime
  }
}
