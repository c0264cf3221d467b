import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Replacements over the door", .serialized)
struct ReplacementServiceTests {
  /// Five of ten shipped pieces may come back.
  private func back(_ desk: StockDesk) async throws -> O2c_V1_Return {
    let order = try await desk.orders.place(
      desk.orders.draft("10") { $0.lines[0].discountPercent = "5" })
    _ = try await desk.ship(order)
    let asked = try await desk.askBack(order, [.of("1", "5")])
    return try await desk.authorize(asked.name)
  }

  private func draft(_ desk: StockDesk, _ quantity: String, _ name: String) -> O2c_V1_Order {
    desk.orders.draft(quantity) { $0.lines[0].replacementFor = name }
  }

  @Test("a line names the return and has its price; the return tells what of it is replaced")
  func replaces() async throws {
    try await StockDesk.run { desk in
      let back = try await back(desk)
      #expect(back.lines[0].replacedQuantity == "0")
      let shown = try await desk.orders.place(draft(desk, "5", back.name)) {
        $0.validateOnly = true
      }
      #expect(shown.lines[0].priceSource == .replacement)
      #expect(try await desk.getReturn(back.name).lines[0].replacedQuantity == "0")
      let order = try await desk.orders.place(draft(desk, "5", back.name))
      let line = order.lines[0]
      #expect(line.replacementFor == back.name && line.priceSource == .replacement)
      #expect(line.discountPercent == "5" && line.netAmount == back.lines[0].netAmount)
      #expect(line.priceRow.hasPrefix("SO-") && line.priceRow.hasSuffix(" line 1"))
      #expect(try await desk.orders.get(order.name).lines == order.lines)
      #expect(try await desk.getReturn(back.name).lines[0].replacedQuantity == "5")
      #expect(try await desk.findings().isEmpty)
    }
  }

  @Test("what may not be replaced is refused at its path")
  func refused() async throws {
    try await StockDesk.run { desk in
      let back = try await back(desk)
      let other = back.name.dropLast() + (back.name.hasSuffix("0") ? "1" : "0")
      for (quantity, name, expected) in [
        ("6", back.name, ["OVER_RETURN", "order.lines[0].quantity"]),
        ("1", String(other), ["INVALID_FIELDS", "order.lines[0].replacement_for"]),
        ("1", "returns/x", ["INVALID_FIELDS", "order.lines[0].replacement_for"]),
        ("1", "orders/x", ["INVALID_FIELDS", "order.lines[0].replacement_for"]),
      ] {
        let refusal = await desk.house.refusal {
          _ = try await desk.orders.place(draft(desk, quantity, name))
        }
        #expect(refusal == expected, "\(quantity) of \(name)")
      }
      _ = try await desk.orders.create(draft(desk, "5", back.name))
      let late = await desk.house.refusal {
        _ = try await desk.orders.place(draft(desk, "1", back.name))
      }
      #expect(late == ["OVER_RETURN", "order.lines[0].quantity"])
      #expect(try await desk.findings().isEmpty)
    }
  }
}
