import OrderToCash
import OrderToCashAPI

extension O2c_V1_Warehouse: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("code") { .text($0.code) },
      Column("display name", flexible: true) { .text(optional: $0.displayName) },
      Column("address", flexible: true) { .text(optional: $0.address.oneLine) },
      Column("name") { .text(optional: $0.name) },
    ]
  }
}

extension O2c_V1_StockLevel: Showable {
  var identifier: String { product }

  static var columns: [Column<Self>] {
    [
      Column("sku") { .text($0.sku) },
      Column("on hand") { .number($0.onHand) },
      Column("reserved") { .number($0.reserved) },
      Column("available") { .number($0.available) },
      Column("backordered") { .number($0.backordered) },
      Column("warehouse", flexible: true) { .text($0.warehouse) },
      Column("product", flexible: true) { .text($0.product) },
    ]
  }
}

extension O2c_V1_StockReceipt: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("name", flexible: true) { .text(optional: $0.name) },
      Column("warehouse", flexible: true) { .text($0.warehouse) },
      Column("reference") { .text(optional: $0.reference) },
      Column("date") { .day($0.receiptDate) },
      Column("state") { .state($0.state) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .table(
        "lines",
        Table(
          lines,
          [
            Column("sku") { .text($0.sku) }, Column("quantity") { .number($0.quantity) },
            Column("product", flexible: true) { .text($0.product) },
          ])),
    ]
  }
}

extension O2c_V1_Shipment: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.shipmentNumber) },
      Column("date") { .day($0.shipDate) },
      Column("state") { .state($0.state) },
      Column("carrier") { .text(optional: $0.carrier) },
      Column("tracking") { .text(optional: $0.trackingNumber) },
      Column("order", flexible: true) { .text($0.order) },
      Column("name", flexible: true) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .table(
        "lines",
        Table(
          lines,
          [
            Column("line") { .text($0.lineID) }, Column("quantity") { .number($0.quantity) },
            Column("product", flexible: true) { .text($0.product) },
            Column("warehouse", flexible: true) { .text(optional: $0.warehouse) },
          ])),
    ]
  }
}
