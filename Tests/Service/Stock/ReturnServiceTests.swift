import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Returns over the door", .serialized)
struct ReturnServiceTests {
  /// Ten ordered, shipped and delivered, so many days ago.
  private func delivered(
    _ desk: StockDesk, daysAgo: Int = 0
  ) async throws -> (order: O2c_V1_Order, shipment: O2c_V1_Shipment) {
    let order = try await desk.orders.place(
      desk.orders.draft("10") { $0.orderDate = desk.day(-daysAgo) })
    let shipment = try await desk.ship(order) { $0.shipDate = desk.day(-daysAgo) }
    let now = desk.house.environment.clock.now().microseconds / 1_000_000
    let time = Google_Protobuf_Timestamp(seconds: now - Int64(daysAgo) * 86_400, nanos: 0)
    _ = try await desk.house.call(
      "o2c.v1.FulfillmentService/ConfirmDelivery",
      O2c_V1_ConfirmDeliveryRequest.with {
        $0.name = shipment.name
        if daysAgo > 0 { $0.deliveredTime = time }
      }
    ) { try await desk.fulfillment.confirmDelivery(request: $0, context: $1) }
    return (order, shipment)
  }

  @Test("what comes back goes where its disposition says; who waits gets what can be sold again")
  func dispositions() async throws {
    try await StockDesk.run { desk in
      let (order, shipment) = try await delivered(desk)
      try await desk.raiseLimit()
      let waits = try await desk.orders.place(desk.orders.draft("92")) { $0.allowBackorder = true }
      #expect(waits.lines[0].backorderedQuantity == "2")
      let asked = try await desk.askBack(order, [.of("1", "7", shipment: shipment.name)])
      #expect(asked.state == .requested && asked.rmaNumber.hasPrefix("RMA-"))
      #expect(asked.lines[0].netAmount.minorUnits == 7000 && asked.note == "too many")
      let allowed = try await desk.authorize(asked.name, etag: asked.etag)
      #expect(allowed.state == .authorized && allowed.hasValidUntilTime)
      let back = try await desk.takeBack(asked.name) {
        $0.lines = [
          .with {
            $0.lineID = "1"
            $0.quantity = "4"
          }
        ]
      }
      #expect(back.state == .received && back.hasReceivedTime)
      #expect(back.lines[0].receivedQuantity == "4" && back.lines[0].disposition == .restock)
      #expect(try await desk.levels("A-1") == [["94", "92", "0", "0"]])
      #expect(try await desk.orders.get(waits.name).lines[0].backorderedQuantity == "0")
      for (disposition, onHand) in [
        (O2c_V1_Return.Disposition.scrap, "94"), (.repair, "94"), (.restock, "95"),
      ] {
        let more = try await desk.askBack(order, [.of("1", "1", disposition)])
        _ = try await desk.authorize(more.name)
        let received = try await desk.takeBack(more.name)
        #expect(received.lines[0].disposition == disposition)
        #expect(try await desk.levels("A-1")[0][0] == onHand)
      }
      let read = try await desk.orders.get(order.name)
      #expect(read.lines[0].returnedQuantity == "7" && read.lines[0].shippedQuantity == "10")
      #expect(try await desk.shipment(shipment.name).lines[0].returnedQuantity == "7")
      #expect(try await desk.returns("state = RECEIVED").count == 4)
      #expect(try await desk.getReturn(asked.name) == back)
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("of one line some is sold again and some is thrown away, each told by a line of its own")
  func parted() async throws {
    try await StockDesk.run { desk in
      let (order, shipment) = try await delivered(desk)
      let asked = try await desk.askBack(order, [.of("1", "5")])
      _ = try await desk.authorize(asked.name)
      let back = try await desk.takeBack(asked.name) {
        $0.lines = [("2", O2c_V1_Return.Disposition.restock), ("1", .scrap)].map { part in
          .with {
            $0.lineID = "1"
            $0.quantity = part.0
            $0.disposition = part.1
          }
        }
      }
      #expect(back.lines.map(\.lineID) == ["1", "1"])
      #expect(back.lines.map(\.disposition) == [.restock, .scrap])
      #expect(back.lines.map(\.quantity) == ["4", "1"])
      #expect(back.lines.map(\.receivedQuantity) == ["2", "1"])
      #expect(try await desk.getReturn(asked.name) == back)
      #expect(try await desk.shipment(shipment.name).lines[0].returnedQuantity == "3")
      #expect(try await desk.levels("A-1")[0][0] == "92")
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("ten shipped, two back and three allowed: five more may come, not six")
  func overReturn() async throws {
    try await StockDesk.run { desk in
      let (order, shipment) = try await delivered(desk)
      let two = try await desk.askBack(order, [.of("1", "2")])
      _ = try await desk.authorize(two.name)
      _ = try await desk.takeBack(two.name)
      let three = try await desk.askBack(order, [.of("1", "3")])
      _ = try await desk.authorize(three.name)
      let elsewhere = try await desk.ship(try await desk.orders.place(desk.orders.draft("1")))
      let cases: [(String, [O2c_V1_Return.Line], [String])] = [
        ("six", [.of("1", "6")], ["OVER_RETURN", "lines[0].quantity"]),
        (
          "six in two lines", [.of("1", "3"), .of("1", "3", shipment: shipment.name)],
          ["OVER_RETURN", "lines[1].quantity"]
        ),
        ("nothing", [], ["INVALID_FIELDS", "lines"]),
        ("no such line", [.of("7", "1")], ["INVALID_FIELDS", "lines[0].line_id"]),
        ("none of it", [.of("1", "0")], ["INVALID_FIELDS", "lines[0].quantity"]),
        (
          "another's shipment", [.of("1", "1", shipment: elsewhere.name)],
          ["INVALID_FIELDS", "lines[0].shipment"]
        ),
      ]
      for (what, lines, expected) in cases {
        let refusal = await desk.house.refusal { _ = try await desk.askBack(order, lines) }
        #expect(refusal == expected, "\(what)")
      }
      let five = try await desk.askBack(order, [.of("1", "5")])
      // Asked for is not allowed: meanwhile another took of it.
      let other = try await desk.askBack(order, [.of("1", "1")])
      _ = try await desk.authorize(other.name)
      let late = await desk.house.refusal { _ = try await desk.authorize(five.name) }
      #expect(late == ["OVER_RETURN", "lines[0].quantity"])
      let more = await desk.house.refusal {
        _ = try await desk.takeBack(three.name) {
          $0.lines = [
            .with {
              $0.lineID = "1"
              $0.quantity = "4"
            }
          ]
        }
      }
      #expect(more == ["OVER_RETURN", "lines[0].quantity"])
      let strange = await desk.house.refusal {
        _ = try await desk.takeBack(three.name) {
          $0.lines = [
            .with {
              $0.lineID = "3"
              $0.quantity = "1"
            }
          ]
        }
      }
      #expect(strange == ["INVALID_FIELDS", "lines[0].line_id"])
    }
  }

  @Test("a return takes each step once, in its order, at the version that was seen")
  func states() async throws {
    try await StockDesk.run { desk in
      let house = desk.house
      let (order, _) = try await delivered(desk)
      let asked = try await desk.askBack(order, [.of("1", "1")])
      let early = await house.refusal { _ = try await desk.takeBack(asked.name) }
      #expect(early == ["INVALID_STATE_TRANSITION"])
      let stale = await house.refusal { _ = try await desk.reject(asked.name, etag: "\"9\"") }
      #expect(stale == ["ETAG_MISMATCH"] || stale == ["INVALID_FIELDS", "etag"])
      let rejected = try await desk.reject(asked.name, etag: asked.etag)
      #expect(rejected.state == .rejected && rejected.rejectReason == "used")
      for refusal in [
        await house.refusal { _ = try await desk.authorize(asked.name) },
        await house.refusal { _ = try await desk.reject(asked.name) },
        await house.refusal { _ = try await desk.takeBack(asked.name) },
      ] { #expect(refusal == ["INVALID_STATE_TRANSITION"]) }
      let other = try await desk.askBack(order, [.of("1", "1")])
      let moved = try await desk.authorize(other.name)
      let old = await house.refusal { _ = try await desk.authorize(other.name, etag: other.etag) }
      #expect(old == ["ETAG_MISMATCH"])
      #expect(moved.etag != other.etag)
      let nobody = Names.returned.name(ID(high: 0x0199_0000_0000_7009, low: 1 << 63 | 9))
      for refusal in [
        await house.refusal { _ = try await desk.getReturn(nobody) },
        await house.refusal { _ = try await desk.authorize(nobody) },
        await house.refusal { _ = try await desk.takeBack(nobody) },
        await house.refusal { _ = try await desk.reject(nobody) },
      ] { #expect(refusal == ["RESOURCE_NOT_FOUND"]) }
      let draft = try await desk.orders.create(desk.orders.draft("1"))
      let tooEarly = await house.refusal { _ = try await desk.askBack(draft, [.of("1", "1")]) }
      #expect(tooEarly == ["INVALID_STATE_TRANSITION"])
    }
  }

  @Test("a partner returns its own goods within the window, and sees nobody else's")
  func partners() async throws {
    try await StockDesk.run { desk in
      let house = desk.house
      let (partner, stranger) = (try desk.partner(), try desk.partner(seesCustomer: false))
      let (order, _) = try await delivered(desk)
      let asked = try await desk.askBack(order, [.of("1", "1")], as: partner)
      #expect(try await desk.getReturn(asked.name, as: partner) == asked)
      #expect(try await desk.returns(as: partner).map(\.name) == [asked.name])
      #expect(try await desk.returns(as: stranger).isEmpty)
      let named = "name = \"\(asked.name)\""
      #expect(try await desk.returns(named, as: stranger).isEmpty)
      let hidden = await house.refusal { _ = try await desk.getReturn(asked.name, as: stranger) }
      let foreign = await house.refusal {
        _ = try await desk.askBack(order, [.of("1", "1")], as: stranger)
      }
      #expect(hidden == ["RESOURCE_NOT_FOUND"] && foreign == ["RESOURCE_NOT_FOUND"])

      let (old, _) = try await delivered(desk, daysAgo: 31)
      let late = await house.refusal {
        _ = try await desk.askBack(old, [.of("1", "1")], as: partner)
      }
      #expect(late == ["RETURN_WINDOW_CLOSED", "lines[0]"])
      // The seller's people may still take it.
      #expect(try await desk.askBack(old, [.of("1", "1")]).state == .requested)
      let (due, _) = try await delivered(desk, daysAgo: 30)
      #expect(try await desk.askBack(due, [.of("1", "1")], as: partner).state == .requested)
    }
  }
}
