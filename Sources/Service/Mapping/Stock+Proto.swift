import Domain
import OrderToCashAPI
import Store
import SwiftProtobuf

extension O2c_V1_Warehouse {
  init(_ warehouse: Warehouse, view: O2c_V1_View.Level = .full) {
    self.init()
    name = Names.warehouse.name(warehouse.id)
    code = warehouse.code
    displayName = warehouse.displayName
    if view != .basic, !warehouse.address.isEmpty { address = .init(warehouse.address) }
    handlingDays = warehouse.handlingDays
    createTime = .init(warehouse.createTime)
  }
}

extension O2c_V1_StockLevel {
  init(_ standing: StockLevelStanding) {
    self.init()
    let level = standing.level
    product = Names.product.name(level.key.product)
    sku = standing.sku
    warehouse = Names.warehouse.name(level.key.warehouse)
    onHand = level.onHand.description
    reserved = level.reserved.description
    available = level.available.description
    backordered = level.backordered.description
    incoming = level.incoming.description
  }
}

extension O2c_V1_StockReceipt {
  init(_ receipt: StockReceipt) {
    self.init()
    name = Names.receipt.name(receipt.id)
    warehouse = Names.warehouse.name(receipt.warehouse)
    reference = receipt.reference
    state = receipt.state == .scheduled ? .scheduled : .received
    lines = receipt.lines.map { line in
      .with {
        $0.product = Names.product.name(line.product)
        $0.quantity = line.quantity.description
      }
    }
    if let day = receipt.receiptDate { receiptDate = .init(day) }
    if let day = receipt.expectedDate { expectedDate = .init(day) }
    createTime = .init(receipt.createTime)
  }
}

extension O2c_V1_Shipment {
  /// - Parameter returned: what came back, by order line; nil where that was not looked at.
  init(
    _ shipment: Shipment, view: O2c_V1_View.Level = .full, returned: [Int32: Quantity]? = nil
  ) {
    self.init()
    name = Names.shipment(shipment.id, of: shipment.order)
    shipmentNumber = shipment.number
    order = Names.order.name(shipment.order)
    customer = Names.customer.name(shipment.customer)
    state =
      switch shipment.state {
      case .shipped: .shipped
      case .delivered: .delivered
      case .lost: .lost
      }
    if let time = shipment.deliveredTime { deliveredTime = .init(time) }
    recipient = shipment.recipient
    etag = Etag.text(for: shipment.version)
    if view != .basic {
      lines = shipment.lines.map { line in
        var message = Line(line)
        if let returned {
          message.returnedQuantity = (returned[line.orderLine] ?? .zero).description
        }
        return message
      }
    }
    carrier = shipment.carrier
    trackingNumber = shipment.trackingNumber
    shipDate = .init(shipment.shipDate)
    createTime = .init(shipment.createTime)
  }
}

extension O2c_V1_Shipment.Line {
  init(_ line: Shipment.Line) {
    self.init()
    lineID = String(line.orderLine)
    product = Names.product.name(line.product)
    if let id = line.warehouse { warehouse = Names.warehouse.name(id) }
    quantity = line.quantity.description
    lots = line.lots.map { lot in
      .with {
        $0.lotNumber = lot.number
        $0.quantity = lot.quantity.description
      }
    }
  }
}
