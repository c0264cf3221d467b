import Domain
import GRPCCore
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Previews on a real database", .serialized)
struct PreviewOrderTests {
  private func run(_ body: @Sendable @escaping (OrderDesk) async throws -> Void) async throws {
    try await AdapterHouse.run { house in
      try await body(OrderDesk(Company(house)))
    }
  }

  /// What must be equal of a preview and the order that follows it.
  private func essence(_ order: O2c_V1_Order) -> O2c_V1_Order {
    var order = order
    order.makePreview()
    order.previewToken = ""
    order.clearCreateTime()
    order.clearUpdateTime()
    order.clearReserveUntilTime()
    order.credit.clearDecideTime()
    for index in order.holds.indices { order.holds[index].clearSinceTime() }
    return order
  }

  @Test("A preview equals the order that is placed, and leaves nothing behind")
  func equals() async throws {
    try await run { desk in
      var generator = SystemRandomNumberGenerator()
      for _ in 0..<60 {
        let order = desk.draft(
          "\(Int.random(in: 1...9, using: &generator)).\(Int.random(in: 0...9, using: &generator))"
        ) {
          if Bool.random(using: &generator) { $0.lines.append($0.lines[0]) }
          if Bool.random(using: &generator) { $0.lines[0].discountPercent = "12.5" }
        }
        let house = desk.company.house
        var shown: O2c_V1_Order?
        let refusal = await house.refusal {
          shown = try await desk.preview(order, allowBackorder: true)
        }
        #expect(refusal.isEmpty)
        guard let shown else { return }
        #expect(shown.name.isEmpty && shown.etag.isEmpty && !shown.previewToken.isEmpty)
        let placed = try await desk.place(order) {
          $0.allowBackorder = true
          $0.previewToken = shown.previewToken
        }
        #expect(essence(placed) == essence(shown))
      }
    }
  }

  @Test("What moved since is TOTAL_CHANGED with old and new of each line")
  func moved() async throws {
    try await run { desk in
      let house = desk.company.house
      let order = desk.draft("2")
      let token = try await desk.preview(order).previewToken
      try await desk.setPrice("11")
      var found: Rejection?
      do {
        _ = try await desk.place(order) { $0.previewToken = token }
      } catch let rejection as Rejection {
        found = rejection
      }
      #expect(found?.reason == .totalChanged)
      #expect(
        found?.violations.first { $0.field == "order.lines[0].unit_price" }?.description
          == "10 → 11")
      let other = await house.refusal {
        _ = try await desk.place(desk.draft("3")) { $0.previewToken = token }
      }
      #expect(other == ["INVALID_FIELDS", "preview_token"])
    }
  }

  @Test("All faults of an order come at once, whichever step they belong to")
  func faults() async throws {
    try await run { desk in
      let order = desk.draft("1000") {
        $0.lines.append(
          .with {
            $0.sku = "nowhere"
            $0.quantity = "1"
          })
      }
      let refusal = await desk.company.house.refusal { _ = try await desk.preview(order) }
      #expect(
        refusal == ["INVALID_FIELDS", "order.lines[1].product", "order.lines[0].quantity"])
    }
  }
}
