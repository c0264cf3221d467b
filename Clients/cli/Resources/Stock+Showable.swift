import OrderToCash
import OrderToCashAPI

extension O2c_V1_Warehouse: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("code") { .text($0.code) },
      Column("display name", flexible: true) { .text(optional: $0.displayName) },
      Column("address", flexible: true, rank: 1) { .text(optional: $0.address.oneLine) },
      Column("handling days", rank: 2) { warehouse in
        .number(optional: warehouse.hasHandlingDays ? String(warehouse.handlingDays) : "")
      },
      Column("name", rank: 3) { .text(optional: $0.name) },
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
      Column("backordered") { .number(optional: $0.backordered.unlessZero) },
      Column("incoming", rank: 1) { .number(optional: $0.incoming.unlessZero) },
      Column("warehouse", flexible: true, rank: 2) { .reference($0.warehouse) },
      Column("product", rank: 9) { .text($0.product) },
    ]
  }
}

extension O2c_V1_StockReceipt: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("name", flexible: true) { .text(optional: $0.name) },
      Column("warehouse", flexible: true) { .reference($0.warehouse) },
      Column("reference") { .text(optional: $0.reference) },
      Column("expected") { .day($0.expectedDate) },
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

extension O2c_V1_CheckAvailabilityResponse.Line: Showable {
  var identifier: String { product }

  static var columns: [Column<Self>] {
    [
      Column("sku") { .text($0.sku) },
      Column("wanted") { .number($0.quantity) },
      Column("today") { .number(optional: $0.availableQuantity) },
      Column("promise") { .day($0.promiseDate) },
      Column("from") { .state($0.source) },
      Column("ship by", rank: 1) { .day($0.shipByDate) },
      Column("late", rank: 1) { .text(optional: $0.late ? "late" : "") },
      Column("warehouse", flexible: true, rank: 2) { .reference(optional: $0.warehouse) },
    ]
  }

  /// The days on which what can be promised changes.
  var dayTable: Table {
    Table(
      days,
      [
        Column("day") { .day($0.onDate) },
        Column("comes in") { .number(optional: $0.receiptsQuantity) },
        Column("promised") { .number(optional: $0.backordersQuantity) },
        Column("there") { .number(optional: $0.projectedQuantity) },
        Column("can be promised") { .number(optional: $0.promisableQuantity) },
      ])
  }
}
