import OrderToCash
import OrderToCashAPI

extension O2c_V1_Shipment: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.shipmentNumber) },
      Column("date") { .day($0.shipDate) },
      Column("state") { .state($0.state) },
      Column("delivered", rank: 3) { .time($0.deliveredTime) },
      Column("taken by", flexible: true, rank: 4) { .text(optional: $0.recipient) },
      Column("carrier", rank: 2) { .text(optional: $0.carrier) },
      Column("tracking", rank: 1) { .text(optional: $0.trackingNumber) },
      Column("order", flexible: true) { .reference($0.order) },
      Column("name", rank: 5) { .text(optional: $0.name) },
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
            Column("returned", rank: 1) { .number(optional: $0.returnedQuantity) },
            Column("lots", flexible: true, rank: 1) { line in
              .text(
                optional: line.lots.map { "\($0.lotNumber): \($0.quantity)" }
                  .joined(separator: ", "))
            },
            Column("product", flexible: true) { .reference($0.product) },
            Column("warehouse", flexible: true) { .reference(optional: $0.warehouse) },
          ])),
    ]
  }
}

extension O2c_V1_Return: Showable {
  var identifier: String { name }

  static var columns: [Column<Self>] {
    [
      Column("number") { .text(optional: $0.rmaNumber) },
      Column("state") { .state($0.state) },
      Column("order", flexible: true) { .reference($0.order) },
      Column("customer", flexible: true) { .reference(optional: $0.customer) },
      Column("asked", rank: 3) { .time($0.createTime) },
      Column("valid until", rank: 2) { .time($0.validUntilTime) },
      Column("received", rank: 1) { .time($0.receivedTime) },
      Column("note", flexible: true, rank: 4) { item in
        .text(optional: item.rejectReason.isEmpty ? item.note : item.rejectReason)
      },
      Column("name", rank: 9) { .text(optional: $0.name) },
    ]
  }

  var sections: [Section] {
    [
      facts,
      .table("lines", Table(lines, Return.Line.columns)),
      .text("next", NextSteps.of(self)),
      .facts([("etag", .text(optional: etag))]),
    ]
  }
}

extension O2c_V1_Return.Line {
  static var columns: [Column<Self>] {
    [
      Column("line") { .text($0.lineID) },
      Column("quantity") { .number($0.quantity) },
      Column("accepted") { .number(optional: $0.receivedQuantity) },
      Column("replaced", rank: 1) { .number(optional: $0.replacedQuantity.unlessZero) },
      Column("reason") { .text(optional: $0.reasonCode) },
      Column("disposition") { .state($0.disposition) },
      Column("net", rank: 3) { .money($0.netAmount) },
      Column("product", flexible: true, rank: 2) { .reference(optional: $0.product) },
      Column("shipment", flexible: true, rank: 4) { .reference(optional: $0.shipment) },
    ]
  }
}
