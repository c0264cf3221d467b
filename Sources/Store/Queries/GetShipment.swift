package import Domain
package import Postgres

/// A shipment as people read it: with what of it came back, by order line.
package struct ShipmentStanding: Sendable, Equatable {
  package var shipment: Shipment
  package var returned: [Int32: Quantity]

  package init(shipment: Shipment, returned: [Int32: Quantity]) {
    self.shipment = shipment
    self.returned = returned
  }
}

package struct GetShipment: ReadQuery {
  package let shipment: ID<Shipment>
  package let order: ID<Order>

  /// - Parameter order: its parent in the name; another one is not found.
  package init(_ shipment: ID<Shipment>, of order: ID<Order>) {
    self.shipment = shipment
    self.order = order
  }

  package func answer(
    in transaction: inout Transaction, of seller: ID<Seller>, for scope: Caller.Scope
  ) throws -> ShipmentStanding? {
    var list = ShipmentTable.list
    list.conditions = ["order_id = \(bind: order.uuid)"]
    let head = try list.query(id: shipment.uuid, of: seller, for: scope)
    let results = try transaction.pipeline(
      [
        head, ShipmentLineTable.select([shipment], of: seller),
        ShipmentLineTable.selectReturned([shipment], of: seller),
        ShipmentLotTable.select([shipment], of: seller),
      ])
    let lines = try ShipmentLineTable.read(results[1], lots: results[3])
    let returned = try ShipmentLineTable.readReturned(results[2])
    return try results[0].first.map {
      ShipmentStanding(
        shipment: try ShipmentTable.read($0, lines), returned: returned[shipment] ?? [:])
    }
  }
}
