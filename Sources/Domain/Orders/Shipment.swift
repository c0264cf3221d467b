/// Goods that left a warehouse for an order.
package struct Shipment: Aggregate {
  package var id: ID<Shipment>
  package var version: Int64 = 0
  package var number: String
  package var order: ID<Order>
  package var customer: ID<Customer>
  package var lines: [Line]
  package var carrier: String
  package var trackingNumber: String
  package var shipDate: CalendarDay
  package var createTime: Instant

  package var key: ID<Shipment> { id }

  package struct Line: Hashable, Sendable {
    package var orderLine: Int32
    package var product: ID<Product>
    package var warehouse: ID<Warehouse>?
    package var quantity: Quantity
    package init(
      orderLine: Int32, product: ID<Product>, warehouse: ID<Warehouse>?, quantity: Quantity
    ) {
      self.orderLine = orderLine
      self.product = product
      self.warehouse = warehouse
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
  }
}
