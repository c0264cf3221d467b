import Foundation
import OrderToCash
import OrderToCashAPI
import Postgres
import SwiftProtobuf
import Testing

extension EndToEnd {
  @Suite("From a quote to a return") struct OrderLife {}
}

extension EndToEnd.OrderLife {
  @Test("a quote keeps its price, is accepted, amended, shipped in part, delivered and returned")
  func quoteToReturn() async throws {
    let database = try await Installation.shared().database()
    try await database.serving { server in
      try await database.withAdmin(server) { o2c in
        let customer = try await o2c.addCustomer("QUOTE", limit: 1_000_000)
        try await o2c.addProduct(sku: "LAMP", price: "10", onHand: 20)
        let quote = try await o2c.orders.create(
          .with {
            $0.order.customer = customer.rawValue
            $0.order.priceValidUntilTime = Timestamp(date: .now.addingTimeInterval(86_400))
            $0.order.lines = [.of("LAMP", 10)]
          })
        #expect(quote.state == .draft)
        #expect(quote.totals.net == .euro(10_000))
        _ = try await o2c.catalog.setPrices([
          .with {
            $0.sku = "LAMP"
            $0.currencyCode = "EUR"
            $0.validFromDate = Company.since
            $0.unitPrice = "12"
          }
        ])
        let name = try OrderName(validating: quote.name)
        let order = try await o2c.orders.confirm(name)
        #expect(order.state == .confirmed)
        #expect(order.totals == quote.totals)
        #expect(order.revision == 1)

        let amended = try await o2c.orders.amend(
          .with {
            $0.name = order.name
            $0.etag = order.etag
            $0.addLines = [.of("P-2", 3)]
            $0.reason = "The customer called"
          })
        #expect(amended.state == .confirmed)
        #expect(amended.revision == 2)
        #expect(amended.totals.net == .euro(10_657))
        var revisions: [(Int32, Int)] = []
        for try await item in o2c.orders.listRevisions(of: name, view: .full) {
          revisions.append((item.revision, item.order.lines.count))
        }
        #expect(revisions.map(\.0) == [2, 1])
        #expect(revisions.map(\.1) == [2, 1])

        try await Self.goods(o2c, amended)
      }
      let connection = try await database.inspect()
      let findings = try await Invariants.check(connection)
      #expect(findings.isEmpty, "\(findings)")
      await connection.close()
    }
  }

  /// Ships 4 of 10 lamps, delivers them, and takes 2 back.
  private static func goods(_ o2c: OrderToCashClient, _ order: Order) async throws {
    let name = try OrderName(validating: order.name)
    let lamps = order.lines[0].lineID
    let shipment = try await o2c.fulfillment.ship(
      .with {
        $0.name = order.name
        $0.lines = [
          .with {
            $0.lineID = lamps
            $0.quantity = "4"
          }
        ]
      })
    let below = try await failure {
      try await o2c.orders.amend(
        .with {
          $0.name = order.name
          $0.changes = [
            .with {
              $0.lineID = lamps
              $0.quantity = "3"
            }
          ]
        })
    }
    #expect(below?.reason == .belowShipped)
    let delivered = try await o2c.fulfillment.confirmDelivery(
      ShipmentName(validating: shipment.name))
    #expect(delivered.state == .delivered)
    let many = try await failure {
      try await o2c.fulfillment.createReturn(Self.sendBack("5", lamps, of: shipment, order))
    }
    #expect(many?.reason == .overReturn)
    let asked = try await o2c.fulfillment.createReturn(
      Self.sendBack("2", lamps, of: shipment, order))
    #expect(asked.state == .requested)
    #expect(asked.rmaNumber.hasPrefix("RMA-"))
    let rma = try ReturnName(validating: asked.name)
    let early = try await failure { try await o2c.fulfillment.receiveReturn(rma) }
    #expect(early?.reason == .invalidStateTransition)
    #expect(try await o2c.fulfillment.authorizeReturn(rma).state == .authorized)
    let before = try await Self.onHand(o2c, "LAMP")
    let back = try await o2c.fulfillment.receiveReturn(rma)
    #expect(back.state == .received)
    #expect(back.lines.map(\.receivedQuantity) == ["2"])
    #expect(try await Self.onHand(o2c, "LAMP") == before + 2)
    let now = try await o2c.orders.get(name)
    #expect(now.lines[0].shippedQuantity == "4")
    #expect(now.lines[0].deliveredQuantity == "4")
    #expect(now.lines[0].returnedQuantity == "2")
    #expect(now.lines[0].openQuantity == "6")
    var numbers: [String] = []
    for try await item in o2c.fulfillment.listReturns(filter: "order = \"\(order.name)\"") {
      numbers.append(item.rmaNumber)
    }
    #expect(numbers == [asked.rmaNumber])
  }

  private static func sendBack(
    _ quantity: String, _ line: String, of shipment: Shipment, _ order: Order
  ) -> CreateReturnRequest {
    .with {
      $0.order = order.name
      $0.lines = [
        .with {
          $0.shipment = shipment.name
          $0.lineID = line
          $0.quantity = quantity
          $0.reasonCode = "TOO_MANY"
        }
      ]
    }
  }

  private static func onHand(_ o2c: OrderToCashClient, _ sku: String) async throws -> Int {
    for try await level in o2c.stock.listLevels(filter: "sku = \"\(sku)\"") {
      return Int(level.onHand) ?? -1
    }
    return 0
  }
}

extension OrderLine {
  /// A line by stock unit.
  static func of(_ sku: String, _ quantity: Int) -> OrderLine {
    .with {
      $0.sku = sku
      $0.quantity = "\(quantity)"
    }
  }
}
