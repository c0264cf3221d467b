/// Goods that left a warehouse for an order.
package struct Shipment: Aggregate {
  package var id: ID<Shipment>
  package var version: Int64 = 0
  package var number: String
  package var state: State = .shipped
  package var order: ID<Order>
  package var customer: ID<Customer>
  package var lines: [Line]
  package var carrier: String
  package var trackingNumber: String
  package var shipDate: CalendarDay
  /// When it arrived, and that day in the seller's time zone.
  package var deliveredTime: Instant?
  package var deliveredDate: CalendarDay?
  /// Who took it.
  package var recipient: String = ""
  package var createTime: Instant
  package var updateTime: Instant

  package var key: ID<Shipment> { id }

  /// Where each state can go:
  package enum State: String, CaseIterable, Sendable {
    /// On its way. Can move to delivered or lost.
    case shipped = "SHIPPED"
    /// Arrived. Final.
    case delivered = "DELIVERED"
    /// Never arrived, at the seller's risk. Final.
    case lost = "LOST"

    package var successors: [State] { self == .shipped ? [.delivered, .lost] : [] }
  }

  package struct Line: Hashable, Sendable {
    package var orderLine: Int32
    package var product: ID<Product>
    package var warehouse: ID<Warehouse>?
    package var quantity: Quantity
    /// Which batches or serial numbers it was; their quantities are the line's, where any are named.
    package var lots: [Lot]
    package init(
      orderLine: Int32, product: ID<Product>, warehouse: ID<Warehouse>?, quantity: Quantity,
      lots: [Lot] = []
    ) {
      self.orderLine = orderLine
      self.product = product
      self.warehouse = warehouse
      self.quantity = quantity
      self.lots = lots
    }
  }

  /// Goods of one batch, or one piece with a serial number.
  package struct Lot: Hashable, Sendable {
    package static let limit = 100

    package var number: String
    package var quantity: Quantity

    package init(number: String, quantity: Quantity) {
      self.number = number
      self.quantity = quantity
    }
  }

  package init(
    id: ID<Shipment>, number: String, order: ID<Order>, customer: ID<Customer>, lines: [Line],
    carrier: String, trackingNumber: String, shipDate: CalendarDay, at now: Instant
  ) {
    self.id = id
    self.number = number
    self.order = order
    self.customer = customer
    self.lines = lines
    self.carrier = carrier
    self.trackingNumber = trackingNumber
    self.shipDate = shipDate
    createTime = now
    updateTime = now
  }
}
