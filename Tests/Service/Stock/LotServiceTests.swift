import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Lots over the door", .serialized)
struct LotServiceTests {
  private func line(_ quantity: String, _ lots: (String, String)...) -> O2c_V1_ShipOrderRequest.Line
  {
    .with {
      $0.lineID = "1"
      $0.quantity = quantity
      $0.lots = lots.map { lot in
        .with {
          $0.lotNumber = lot.0
          $0.quantity = lot.1
        }
      }
    }
  }

  private func recall(_ desk: StockDesk, _ filter: String) async throws -> [O2c_V1_Shipment] {
    try await desk.house.call(
      "o2c.v1.FulfillmentService/ListShipments",
      O2c_V1_ListShipmentsRequest.with {
        $0.parent = "orders/-"
        $0.filter = filter
        $0.view = .full
      }
    ) { try await desk.fulfillment.listShipments(request: $0, context: $1) }.message.shipments
  }

  @Test("lots that leave are on the shipment, and a recall finds it")
  func recall() async throws {
    try await StockDesk.run { desk in
      let order = try await desk.orders.place(desk.orders.draft("10"))
      // A serial number may look like the number of a card.
      let shipment = try await desk.ship(order) {
        $0.lines = [line("5", ("4111111111111111", "1"), ("L-2026-07", "4"))]
      }
      #expect(shipment.lines[0].lots.map(\.lotNumber) == ["4111111111111111", "L-2026-07"])
      #expect(shipment.lines[0].lots.map(\.quantity) == ["1", "4"])
      _ = try await desk.ship(order)
      let found = try await recall(desk, #"lines.lots.lot_number : "L-2026-07""#)
      #expect(found == [try await desk.shipment(shipment.name)])
      #expect(try await recall(desk, #"lines.lots.lot_number : "L-2026-08""#).isEmpty)
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("what is wrong with lots is told at their paths")
  func refused() async throws {
    try await StockDesk.run { desk in
      let order = try await desk.orders.place(desk.orders.draft("10"))
      let cases: [(O2c_V1_ShipOrderRequest.Line, [String])] = [
        (line("5", ("L", "4")), ["lines[0].lots"]),
        (line("5", ("L", "4"), ("L", "1")), ["lines[0].lots[1].lot_number"]),
        (
          line("5", (" L", "5"), ("", "0")),
          [
            "lines[0].lots[0].lot_number", "lines[0].lots[1].quantity",
            "lines[0].lots[1].lot_number",
          ]
        ),
        (
          line("5", (String(repeating: "L", count: 65), "5")), ["lines[0].lots[0].lot_number"]
        ),
      ]
      for (line, fields) in cases {
        let refusal = await desk.house.refusal {
          _ = try await desk.ship(order) { $0.lines = [line] }
        }
        #expect(refusal == ["INVALID_FIELDS"] + fields)
      }
    }
  }
}
